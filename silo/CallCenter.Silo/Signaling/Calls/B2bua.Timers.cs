using CallCenter.Sip.Dialogs;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>Session timers (RFC 4028) and repeated ringing.</content>
internal sealed partial class B2bua
{
    private const long TryRefreshAgainMs = 5_000;

    public long NextDue => _timers.NextDue;

    public void Fire(long now) => _timers.Fire(now);

    /// <summary>A 2xx agreed on a session timer: it starts anew.</summary>
    public void StartTimer(SipLeg leg, SessionTimer timer, long now)
    {
        leg.Timer = timer;
        leg.TimerStartedAt = now;
        SetSession(leg, timer.WeRefresh ? timer.RefreshAtMs(now) : timer.EndAtMs(now));
    }

    /// <summary>A refresh of ours was answered; without a timer in the answer the agreed one goes on.</summary>
    public void OnRefreshed(SipLeg leg, SessionTimer? timer, long now)
    {
        if (!leg.IsEnded && (timer ?? leg.Timer) is { } agreed)
        {
            StartTimer(leg, agreed, now);
        }
    }

    /// <summary>The refresh met another request; it is tried again soon (RFC 3261 §14.1).</summary>
    public void RefreshLater(SipLeg leg, long now) => SetSession(leg, now + TryRefreshAgainMs);

    /// <summary>When the session timer is due; the leg's one timer serves its signs of life as well.</summary>
    private void SetSession(SipLeg leg, long at)
    {
        leg.SessionDueAt = at;
        _timers.Set(leg, Math.Min(at, Math.Min(leg.AskAt, leg.GoneAt)));
    }

    private void OnDue(SipLeg leg, long now)
    {
        if (leg.IsEnded)
        {
            _core.Legs.ForgetDialog(leg);
            return;
        }

        if (leg is CallerLeg { IsAnswered: false } caller)
        {
            RepeatProvisional(caller, now);
        }
        else if (leg is CalledLeg { IsAnswered: false } called)
        {
            OnUnheard(called, now);
        }
        else if (leg.Timer is { } timer)
        {
            if (now >= leg.SessionDueAt)
            {
                OnSessionDue(leg, timer, now);
            }

            if (!leg.IsEnded)
            {
                CheckLife(leg, now);
            }
        }
    }

    private void OnSessionDue(SipLeg leg, SessionTimer timer, long now)
    {
        if (now >= timer.EndAtMs(leg.TimerStartedAt))
        {
            OnBroken(leg, "Session timer expired", now);
        }
        else if (timer.WeRefresh)
        {
            Refresh(leg, timer, now);
        }
        else
        {
            SetSession(leg, timer.EndAtMs(leg.TimerStartedAt));
        }
    }

    private void Refresh(SipLeg leg, SessionTimer timer, long now)
    {
        if (leg.Dialog!.LocalInvitePending || leg.Dialog.RemoteInvitePending || leg is { Peer: null, Audio: null })
        {
            RefreshLater(leg, now);
            return;
        }

        SetSession(leg, timer.EndAtMs(leg.TimerStartedAt));
        _core.Sender.Send(new SessionRefresh(this, leg, _core), leg.NextFlow(_core.Hosts, now), now);
    }
}
