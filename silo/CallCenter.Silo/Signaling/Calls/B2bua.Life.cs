using CallCenter.Abstractions.Configuration;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>
/// User agents that are gone without a word: (1) one that talks and says nothing for a while is asked whether it lives, if it takes the
/// question (its Allow lists OPTIONS); so is one whose connection closed or whose account registered anew, at once; (2) whatever it
/// answers, it lives, unless it does not know the dialog; (3) silence, or no way to it, for some time ends the conversation. A conversation
/// that is shorter than the while costs nothing.
/// </content>
internal sealed partial class B2bua
{
    /// <summary>
    /// Deviation: Timer F (32 s) is not waited for: six requests got no answer by then, and the employee hears a dead line. Together with
    /// <see cref="DialogConfiguration.ProbeSeconds"/> as it is by default this is less than half a minute.
    /// </summary>
    private const long SilenceMs = 14_000;

    /// <summary>A phone that lost its connection or address gets longer: it first has to notice that, and to register.</summary>
    private const long LostFlowMs = 24_000;

    private const long AskAgainMs = 3_000;

    /// <summary>A request, or an answer, of the leg's user agent has come.</summary>
    public void OnHeard(SipLeg leg, long now)
    {
        var isFirst = leg.HeardAt is null;
        leg.HeardAt = now;
        leg.GoneAt = long.MaxValue;
        leg.AskAt = _core.ProbeMs > 0 && leg.AllowsOptions ? now + _core.ProbeMs : long.MaxValue;
        if (isFirst && leg.Timer is not null && leg.IsAnswered)
        {
            SetSession(leg, leg.SessionDueAt);
        }
    }

    /// <summary>
    /// After a restart it was heard last when the journal was written last, as near as it can be told. A connection died with the process,
    /// not with the phone: over one it is asked only once it has come back. Not all are asked at once.
    /// </summary>
    public void HeardBefore(SipLeg leg, long at, long now)
    {
        if (_core.ProbeMs > 0 && leg.AllowsOptions && !leg.Flow.IsReliable)
        {
            leg.HeardAt = at;
            leg.AskAt = now + (_core.ProbeMs * (1 + (leg.Id.Call.Value % 8)) / 8);
        }
    }

    /// <summary>A connection closed: whoever talks over it has to be heard again.</summary>
    public void OnFlowClosed(in SipFlow flow, long now)
    {
        foreach (var circuit in _core.Legs.All)
        {
            for (var i = 0; i < circuit.LegCount; i++)
            {
                if (circuit[i] is { Peer: not null } leg)
                {
                    AskIfOver(leg, flow, now);
                }
            }
        }
    }

    /// <summary>A phone registered anew, perhaps because it had died: whoever talks with its account has to be heard again.</summary>
    public void OnRegisteredAnew(string account, long now)
    {
        foreach (var circuit in _core.Legs.All)
        {
            for (var i = 0; i < circuit.LegCount; i++)
            {
                if (circuit[i] is { Peer: not null } leg && leg.Account == account)
                {
                    AskSoon(leg, now, now);
                }
            }
        }
    }

    /// <summary>What came of asking: null where it could not even be sent.</summary>
    public void OnProbed(SipLeg leg, int? status, long now)
    {
        if (leg.IsEnded)
        {
            return;
        }

        if (status is 408 or 481)
        {
            OnBroken(leg, $"No sign of life: {status}", now);
        }
        else if (status is not null)
        {
            OnHeard(leg, now);
            SetSession(leg, leg.SessionDueAt);
        }
        else if (leg.GoneAt != long.MaxValue)
        {
            leg.AskAt = now + AskAgainMs;
            SetSession(leg, leg.SessionDueAt);
        }
    }

    private void CheckLife(SipLeg leg, long now)
    {
        if (now >= leg.GoneAt)
        {
            OnBroken(leg, "No sign of life", now);
            return;
        }

        if (now >= leg.AskAt)
        {
            if (leg is CallerLeg { IsAcknowledged: false } or CalledLeg { OwesAck: true })
            {
                // No request but BYE may leave before the ACK, whose absence ends the leg as well.
                leg.AskAt = now + AskAgainMs;
            }
            else
            {
                leg.AskAt = long.MaxValue;
                leg.GoneAt = Math.Min(leg.GoneAt, now + SilenceMs);
                _core.Sender.Send(new LifeProbe(this, leg), leg.NextFlow(_core.Hosts, now), now);
            }
        }

        if (!leg.IsEnded)
        {
            SetSession(leg, leg.SessionDueAt);
        }
    }

    private void AskIfOver(SipLeg leg, in SipFlow flow, long now)
    {
        if (leg.Flow != flow)
        {
            return;
        }

        if (!leg.StaysOnFlow && flow.Transport == SipTransport.Tcp && leg.Dialog!.NextHop is var next
            && _core.Hosts.Known(next.Host, now) is { } address)
        {
            // A trunk listens where its Contact says; the connection that it had opened came from any port.
            leg.Flow = new SipFlow(SipTransport.Tcp, new SipEndPoint(address, next.PortOrDefault));
        }

        AskSoon(leg, now + AskAgainMs, now);
    }

    private void AskSoon(SipLeg leg, long at, long now)
    {
        if (_core.ProbeMs > 0 && !leg.IsEnded && leg.IsAnswered && leg.GoneAt == long.MaxValue)
        {
            leg.AskAt = at;
            leg.GoneAt = now + LostFlowMs;
            SetSession(leg, leg.SessionDueAt);
        }
    }
}
