using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>
/// What the caller hears before the answer: our ringing, or the network of the one leg that can talk (RFC 3960). One To tag stands for
/// one session description (<see cref="EarlyDialogs"/>).
/// </content>
internal sealed partial class B2bua
{
    /// <summary>Callers who hear nothing any more; looked at when what the project ordered about their calls is carried out.</summary>
    private readonly List<CallerLeg> _silent = [];

    /// <summary>
    /// Who still waits hears ringing again when the early media is over: a trunk's caller at once, one of our own phones when the phone
    /// that is called next alerts.
    /// </summary>
    public void BreakSilences(long now)
    {
        if (_silent.Count == 0)
        {
            return;
        }

        foreach (var caller in _silent)
        {
            if (caller is { IsEnded: false, IsAnswered: false, EarlyMedia: null, Account: null })
            {
                RingAnew(caller, now);
            }
        }

        _silent.Clear();
    }

    /// <summary>
    /// Announcements of the network reach the caller while its leg is the only one that rings. Where several phones ring, he hears our
    /// ringing. A phone that alerts after it was heard says so itself: whether its media goes on is the caller's to see (RFC 3960 §3.2).
    /// </summary>
    private void PassEarlyMedia(RingBranch branch, SipMessage response, long now)
    {
        var leg = branch.Leg;
        var caller = leg.Circuit.Caller;
        if (leg.Order.Target.Number is null || caller.IsEnded || caller.IsAnswered)
        {
            return;
        }

        if (response.Sdp is { IsEmpty: false } sdp)
        {
            if (leg.Circuit.RingsAlone(leg) && leg.Circuit.Path.EarlyAnswerTo(caller, leg, sdp, now) is { IsEmpty: false } told
                && Describe(caller, told, isAnswer: false))
            {
                branch.Heard = (response.ToTagText, sdp.ToArray());
                caller.EarlyMedia = branch;
                caller.IsSilent = false;
                var writer = caller.Invite.Begin(_core.Sender.Writer, 183).Header(SipHeader.Contact, Contact(caller.Flow.Transport));
                caller.Invite.Respond(writer.Sdp(told), now);
                _timers.Set(caller, now + RingAgainMs);
            }
        }
        else if (response.StatusCode == 180 && caller.EarlyMedia == branch && branch.Heard.Tag == response.ToTagText)
        {
            SendRinging(caller, now);
        }
    }

    /// <summary>A phone alerts: one of our own phones that heard somebody else before hears ringing now.</summary>
    private void BreakSilence(CallerLeg caller, SipMessage response, long now)
    {
        if (response.StatusCode == 180 && caller is { IsSilent: true, EarlyMedia: null, IsEnded: false, IsAnswered: false })
        {
            RingAnew(caller, now);
        }
    }

    /// <summary>
    /// A branch is over, or rings elsewhere, where nothing was described yet; if it was the one the caller heard, he hears nothing from now
    /// on.
    /// </summary>
    private void EndEarlyMedia(RingBranch branch)
    {
        branch.Heard = default;
        var caller = branch.Leg.Circuit.Caller;
        if (caller.EarlyMedia == branch)
        {
            caller.EarlyMedia = null;
            caller.IsSilent = true;
            _silent.Add(caller);
        }
    }

    /// <summary>Before the caller is answered: in which dialog. Only a caller who heard somebody already can be in another one.</summary>
    private void ChooseDialogOfAnswer(CalledLeg leg, long now)
    {
        if (leg.Circuit.Caller is { IsEnded: false, IsAnswered: false, Early: not null } caller)
        {
            Describe(caller, leg.Circuit.Path.AnswerTo(caller, leg, now), isAnswer: true);
        }
    }

    /// <summary>Ringing in a dialog in which nobody was heard: as if the next phone were a proxy's next branch.</summary>
    private void RingAnew(CallerLeg caller, long now)
    {
        if (caller.Early is { } early)
        {
            early.BeginAnew(_core.Sender.Random);
            GoOnIn(caller, early);
        }

        SendRinging(caller, now);
    }

    private bool Describe(CallerLeg caller, ReadOnlySpan<byte> sdp, bool isAnswer)
    {
        var early = caller.Early ??= new EarlyDialogs(caller.Request!, caller.Dialog!);
        var mayPass = early.Describe(sdp, isAnswer, _core.Sender.Random);
        GoOnIn(caller, early);
        return mayPass;
    }

    private void GoOnIn(CallerLeg caller, EarlyDialogs early)
    {
        if (caller.Dialog != early.Current)
        {
            _core.Legs.ForgetDialog(caller);
            caller.GoOnIn(early.Current);
            _core.Legs.AddDialog(caller);
        }
    }

    /// <summary>Each minute, so that no proxy on the way gives the INVITE up (RFC 3261 §13.3.1.1, §16.6 step 11).</summary>
    private void RepeatProvisional(CallerLeg caller, long now)
    {
        ((InviteServerTransaction)caller.Invite).Repeat(now);
        _timers.Set(caller, now + RingAgainMs);
    }
}
