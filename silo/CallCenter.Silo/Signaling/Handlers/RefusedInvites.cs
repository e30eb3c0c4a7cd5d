using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Texts;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// A client whose INVITE is refused before the project is asked has called all the same: the project records it with the status he got.
/// Trunks only, strangers leave nothing. What invites the same INVITE again at once, changed (a challenge, 422), is no refusal.
/// </summary>
internal sealed class RefusedInvites(SipCore core, CallerGate gate)
{
    // A trunk that sends nothing but nonsense must not fill the history: beyond this rate it is counted only.
    private const double Burst = 500;
    private const double PerSecond = 20;

    /// <summary>While the journal cannot be written, what is noted waits in memory.</summary>
    private const int MostWhileAway = 1_000;

    private readonly int[] _seen = new int[64];
    private int _lastSeen;
    private int _whileAway;
    private TokenBucket _room = TokenBucket.Full(0, Burst);

    /// <summary>Of a source that may be a trunk known by its address.</summary>
    public void Note(SipMessage invite, SipTag tag, SipRefusal refusal, long now)
    {
        if (invite is { IsRequest: true, Method: SipMethod.Invite, ToTag.IsEmpty: true } && gate.KnownTrunk(invite.Flow.Remote) is { } line)
        {
            Note(line, invite, tag, refusal, now);
        }
    }

    /// <summary>The same of one that no transaction absorbs the repetitions of.</summary>
    public void NoteOnce(SipMessage invite, SipRefusal refusal, long now)
    {
        var hash = default(HashCode);
        hash.AddBytes(invite.Value(SipHeader.Via));
        hash.AddBytes(invite.Value(SipHeader.CallId));
        var key = hash.ToHashCode();
        if (!_seen.AsSpan().Contains(key))
        {
            _lastSeen = (_lastSeen + 1) % _seen.Length;
            _seen[_lastSeen] = key;
            Note(invite, default, refusal, now);
        }
    }

    /// <param name="line">Where it came in; nothing is noted of phones of ours, whose users see what went wrong.</param>
    public void Note(CallLine line, SipMessage invite, SipTag tag, SipRefusal refusal, long now)
    {
        if (line.Trunk is null || refusal.StatusCode == 422)
        {
            return;
        }

        if (!HasRoom(now))
        {
            core.Counters.CallsUnrecorded++;
            return;
        }

        var reason = refusal.ReasonPhrase ?? SipStatus.ReasonPhrase(refusal.StatusCode);
        core.Project.Handle(new NoteRefusedCall(Read(line, invite, tag), refusal.StatusCode, reason), now);
    }

    private bool HasRoom(long now)
    {
        _whileAway = core.Loop.JournalFailure is null ? 0 : _whileAway + 1;
        return _whileAway <= MostWhileAway && _room.TryTake(now, Burst, PerSecond);
    }

    /// <summary>As much as can be read: what is refused may be malformed.</summary>
    private ReceiveCall Read(CallLine line, SipMessage invite, SipTag tag)
    {
        var from = NameAddr.TryParse(invite.Value(SipHeader.From), out var caller) ? caller : null;
        var to = NameAddr.TryParse(invite.Value(SipHeader.To), out var called) ? called : null;
        var facts = new SipLegFacts(
            invite.CallIdText, tag.ToString(), invite.FromTagText, to?.WithoutParameters().ToString() ?? "",
            from?.WithoutParameters().ToString() ?? "", 0, invite.CSeq, [], invite.Contact?.Uri?.Text ?? "", Flows.ToText(invite.Flow),
            tag.IsNone ? null : InviteHandler.Vias(invite), null);
        return from is null || to is null
            ? new ReceiveCall(line, UserOf(from), null, UserOf(to), facts)
            : InviteHandler.Command(core, line, invite, facts);
    }

    private static string UserOf(NameAddr? party) => StrangerText.Clean(party?.Uri?.User ?? "");
}
