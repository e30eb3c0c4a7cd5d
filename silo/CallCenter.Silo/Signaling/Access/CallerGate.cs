using CallCenter.Abstractions.Calls;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// Decides who calls. A trunk is known by its address (and digest where configured), a phone of ours by digest. Everyone else gets the
/// same challenge and, with wrong credentials, the same 403, whatever exists here; who goes on failing is ignored for a while.
/// </summary>
internal sealed class CallerGate(SipCore core)
{
    /// <summary>The line a call comes in on; null when it was answered (or ignored) here.</summary>
    public CallLine? Admit(ServerTransaction transaction, SipMessage request, long now)
    {
        if (KnownTrunk(request.Flow.Remote) is { } known)
        {
            return known;
        }

        var result = Verify(transaction, request, 407, now);
        if (result is not { IsAccepted: true } proven)
        {
            return null;
        }

        if (core.Phones.Knows(proven.User))
        {
            return new CallLine(null, proven.User);
        }

        return core.Trunks.WithUser(proven.User) is { } digestTrunk ? new CallLine(digestTrunk.Id, null) : null;
    }

    /// <summary>The trunk that is known by this address alone; null for everybody who has to prove who he is.</summary>
    public CallLine? KnownTrunk(SipEndPoint source)
    {
        var trunk = core.Trunks.At(source) ?? (core.Phones.IsRegisteredAt(source) ? null : core.Trunks.InNetwork(source));
        return trunk is { AuthenticateIncoming: false } ? new CallLine(trunk.Id, null) : null;
    }

    /// <summary>Verifies credentials; challenges with <paramref name="challenge"/> or refuses where they are missing or wrong.</summary>
    /// <returns>Null when the request was answered here.</returns>
    public DigestResult? Verify(ServerTransaction transaction, SipMessage request, int challenge, long now)
    {
        var result = core.Credentials.Server.Verify(request, now);
        switch (result.Outcome)
        {
            case DigestOutcome.Accepted:
                core.Edge.Guard.Proved(request.Flow.Remote, now);
                return result;
            case DigestOutcome.Refused:
                Refuse(transaction, request, now);
                return null;
            default:
                var writer = transaction.Begin(core.Sender.Writer, challenge);
                transaction.Respond(core.Credentials.Server.Challenge(writer, now, result.Outcome == DigestOutcome.Stale).End(), now);
                return null;
        }
    }

    /// <summary>403 and a failure noted, for whatever reason: it tells nothing.</summary>
    public void Refuse(ServerTransaction transaction, SipMessage request, long now)
    {
        core.Counters.Strangers++;
        transaction.Respond(403, now);
        SignalingLog.Refused(core.Log, request.Method.Name(), request.Flow.Remote.ToString(), 403, "not known or wrong credentials");
        if (core.Edge.Guard.Failed(request.Flow.Remote, now))
        {
            SignalingLog.ShutOut(core.Log, request.Flow.Remote.ToString());
        }
    }
}
