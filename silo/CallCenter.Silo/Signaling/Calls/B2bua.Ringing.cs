using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>Ringing legs: from the order to the outcome.</content>
internal sealed partial class B2bua
{
    private void Ring(RingLeg order, long now)
    {
        if (_core.Legs.Find(order.Leg.Call) is not { } circuit)
        {
            _core.Project.Handle(new ReportFailed(order.Leg, 481, "The caller is gone"), now);
            return;
        }

        var leg = new CalledLeg(circuit, order);
        circuit.Add(leg);
        if (!circuit.Path.TryBegin(leg, now))
        {
            Failed(leg, 500, "No ports for its audio", now);
            return;
        }

        _core.Targets.Resolve(order, now, (destinations, at) => Ring(leg, destinations, at));
    }

    /// <summary>Forks over all destinations; an answer of one ends the others.</summary>
    private void Ring(CalledLeg leg, List<RingDestination> destinations, long now)
    {
        if (leg.IsEnded)
        {
            return;
        }

        if (destinations.Count == 0)
        {
            // A name that leads nowhere is its trunk's failure, and another trunk's chance.
            Failed(leg, leg.Order.Target.Trunk is null ? 480 : 503, "Nowhere to ring", now);
            return;
        }

        Fork(leg, destinations);
        ListenFor(leg, now);
        for (var i = 0; i < leg.Branches.Count && !leg.IsEnded; i++)
        {
            _core.Sender.Send(leg.Branches[i], leg.Branches[i].Way, now);
        }

        leg.Circuit.Caller.Reaction?.Invited(now);
    }

    private void Fork(CalledLeg leg, List<RingDestination> destinations)
    {
        foreach (var destination in destinations)
        {
            var identity = _core.Identity.Of(leg.Id, leg.Branches.Count);
            leg.Add(new RingBranch(this, leg, destination, FirstRequest(leg, destination, identity), identity)
            {
                Digest = _core.Credentials.ForTrunk(destination.Trunk),
            });
        }
    }

    private InitialRequest FirstRequest(CalledLeg leg, RingDestination destination, in BranchIdentity identity)
    {
        return new InitialRequest
        {
            RequestUri = destination.RequestUri,
            LocalParty = ShownIdentity.From(leg.Order, destination, _core.Local),
            RemoteParty = $"<{destination.RequestUri.Text}>",
            CallId = identity.CallId,
            LocalTag = identity.Tag,
            MaxForwards = Math.Max(0, leg.Circuit.Caller.MaxForwards - 1),
            Routes = destination.Routes,
        };
    }

    /// <summary>A response to an INVITE that rings a leg.</summary>
    public void OnRingResponse(RingBranch branch, SipMessage response, long now)
    {
        branch.IsHeard = true;
        switch (response.StatusCode)
        {
            case < 200:
                OnAlerting(branch, response, now);
                break;
            case < 300:
                OnAnswer(branch, response, now);
                break;
            default:
                if (!branch.IsEnded && branch.CanRepeat(response))
                {
                    _core.Sender.Send(branch, branch.Way, now);
                }
                else
                {
                    branch.RedirectTo = response.StatusCode is 301 or 302 ? response.Contact?.Uri?.User : null;
                    branch.Said = SaidHeaders.OfResponse(response);
                    OnBranchFailed(branch, response.StatusCode, System.Text.Encoding.UTF8.GetString(response.ReasonPhrase), now);
                }

                break;
        }
    }

    /// <summary>A final failure of one branch; the leg failed when it was the last, or when a person declined everywhere (6xx).</summary>
    public void OnBranchFailed(RingBranch branch, int status, string reason, long now)
    {
        if (branch.IsEnded)
        {
            return;
        }

        if (TriesNextWay(branch, status, now))
        {
            return;
        }

        branch.IsEnded = true;
        branch.Status = status;
        if (branch.Destination.Trunk is { } trunk && SipStatusTable.IsOfTrunk(status))
        {
            _core.TrunkWatch.OnCallFailed(trunk, status, reason, now);
        }

        EndEarlyMedia(branch);
        var leg = branch.Leg;
        if (leg.IsEnded || leg.IsAnswered)
        {
            return;
        }

        var best = branch;
        foreach (var other in leg.Branches)
        {
            if (status >= 600 && !other.IsEnded)
            {
                other.Cancel(null, now);
                EndEarlyMedia(other);
            }

            if (!other.IsEnded)
            {
                return;
            }

            best = other.Status == 0 || SipStatusTable.Better(best.Status, other.Status) == best.Status ? best : other;
        }

        Failed(leg, best.Status, reason, now, best.Said);
    }

    private void Failed(CalledLeg leg, int status, string reason, long now, string? said = null)
    {
        leg.IsEnded = true;
        leg.Circuit.Path.End(leg);
        _timers.Remove(leg);
        _core.Legs.ForgetIfOver(leg.Circuit);
        var redirect = status is 301 or 302 ? leg.Branches.FirstOrDefault(branch => branch.Status == status)?.RedirectTo : null;
        _core.Project.Handle(new ReportFailed(leg.Id, status, reason, said, redirect), now);
    }

    private void OnAlerting(RingBranch branch, SipMessage response, long now)
    {
        var leg = branch.Leg;
        if (branch.IsEnded || leg.IsEnded || leg.IsAnswered || response.StatusCode == 100)
        {
            return;
        }

        PassEarlyMedia(branch, response, now);
        BreakSilence(leg.Circuit.Caller, response, now);
        if (!leg.IsAlerting && response.StatusCode is 180 or 183)
        {
            leg.IsAlerting = true;
            _core.Project.Handle(new ReportRinging(leg.Id), now);
        }
    }

    /// <summary>A 2xx: the winner, a repetition that waits for its ACK, or one too late, which is acknowledged and hung up.</summary>
    private void OnAnswer(RingBranch branch, SipMessage response, long now)
    {
        var leg = branch.Leg;
        if (leg.OwesAck && leg.Dialog!.Matches(response))
        {
            return;
        }

        if (branch.IsEnded || leg.IsEnded || leg.IsAnswered || Dialog.CreateUac(response, branch.Request.RequestUri) is not { } dialog)
        {
            TurnDown(branch, response, now);
            return;
        }

        leg.Answered(branch, dialog, response);
        if (leg.Sdp.Length == 0 && branch.Heard.Sdp is { } heard)
        {
            // Its 2xx describes nothing: what it described before stands (RFC 3261 §13.2.1).
            leg.Sdp = heard;
        }

        if (!leg.Circuit.Path.Accept(leg, now))
        {
            TurnDownAnswer(leg, now);
            return;
        }

        ChooseDialogOfAnswer(leg, now);
        _core.Legs.AddDialog(leg);
        foreach (var other in leg.Branches)
        {
            if (!other.IsEnded)
            {
                other.Cancel(SipReason.CompletedElsewhere.ToString(), now);
            }
        }

        if (!leg.Circuit.Path.DelaysAck(leg.Circuit.Caller))
        {
            Acknowledge(leg, now);
        }

        OnHeard(leg, now);
        if (SessionTimer.FromResponse(response) is { } timer)
        {
            StartTimer(leg, timer, now);
        }
        else
        {
            StartTimer(leg, new SessionTimer(_core.SessionTimers.Interval, WeRefresh: true), now);
        }

        if (_core.Project.Handle(new ReportAnswered(leg.Id, leg.AnswerFacts()), now) is Refused)
        {
            // Somebody was faster, or the call is over.
            EndCalled(leg, HangUpReason.TakenElsewhere, now);
        }
    }

    /// <summary>It answers our offer with nothing that can be talked on: as if it had refused it.</summary>
    private void TurnDownAnswer(CalledLeg leg, long now)
    {
        foreach (var other in leg.Branches)
        {
            if (!other.IsEnded)
            {
                other.Cancel(null, now);
            }
        }

        EndCalled(leg, HangUpReason.Normal, now);
        Failed(leg, 488, "No answer to our offer", now);
    }

    /// <summary>Sends the ACK of the winning 2xx, with the caller's answer where the offer was delayed.</summary>
    private void Acknowledge(CalledLeg leg, long now)
    {
        leg.OwesAck = false;
        var flow = leg.NextFlow(_core.Hosts, now);
        var writer = leg.Dialog!.BeginAck(_core.Sender.Writer, leg.InviteCSeq, _core.Sender.AckVia(flow.Transport, leg.AckBranch));
        if (leg.Digest is not null)
        {
            // The same credentials as the INVITE (RFC 3261 §13.2.2.4); the ACK itself cannot be challenged.
            writer.Copy(leg.Invite!.Request, SipHeader.Authorization).Copy(leg.Invite.Request, SipHeader.ProxyAuthorization);
        }

        leg.Invite!.Acknowledge(leg.Answer!, writer.Sdp(leg.Circuit.Path.AnswerTo(leg)), flow);
        if (leg.Peer is not null)
        {
            leg.ForgetAnswer();
        }
    }
}
