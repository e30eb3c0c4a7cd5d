using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Recovery;

/// <summary>Makes legs from their facts; null where these do not allow it. Sends nothing.</summary>
internal sealed class CircuitBuilder(SipCore core, B2bua b2bua)
{
    /// <summary>The caller's leg in a circuit of its own, with the transaction of his INVITE, which nobody answered yet.</summary>
    public CallerLeg? Caller(CircuitFacts facts, long now)
    {
        // Whoever answered may have done it in a later dialog of the caller's INVITE.
        var answered = facts.Legs.FirstOrDefault(leg => leg.Order.Leg.Number == facts.AnsweredWith)?.Facts;
        var sip = facts.Arrived.Facts with { LocalTag = answered?.CallerTag ?? facts.Arrived.Facts.LocalTag };
        if (RebuiltInvite.Of(sip) is not { } invite || !SipTag.TryParse(sip.LocalTag, out var tag)
            || RebuiltDialog.Of(sip, isUac: false, facts.AnsweredAt is not null, now - facts.ArrivedAt) is not { } dialog
            || core.Sender.Transactions.RestoreServer(invite, tag) is not { } transaction)
        {
            return null;
        }

        var caller = new CallerLeg(transaction, dialog, facts.Arrived.Line.Account, core.SessionTimers, b2bua.Direct)
        {
            IsHeld = facts.CallerHolds,
        };
        if (sip.Traits is { TimerSeconds: > 0 } traits)
        {
            caller.Timer = new SessionTimer(traits.TimerSeconds, traits.WeRefresh);
        }

        caller.Circuit.Call = facts.Arrived.Call;
        core.Movements.Recognise(caller, Flows.TryParse(sip.Flow, out var flow) ? flow : default);
        transaction.Context = caller;
        return caller;
    }

    /// <summary>
    /// The media of a live leg goes through us as before. Where nothing of it was said yet, it begins anew. False where its ports are
    /// taken.
    /// </summary>
    public bool Anchor(SipLeg leg, LegMedia? media, long now)
    {
        leg.Circuit.Path = b2bua.Anchored;
        return media is null ? b2bua.Anchored.TryBegin(leg, now) : b2bua.Anchored.TryResume(leg, media, now);
    }

    /// <summary>A leg that answered, added to its circuit.</summary>
    public CalledLeg? Answered(CallCircuit circuit, CircuitLegFacts facts, long now)
    {
        if (facts.Facts is not { } sip || !Flows.TryParse(sip.Flow, out var flow)
            || core.Identity.OfCallId(Encoding.ASCII.GetBytes(sip.SipCallId)) is not { } identity
            || RebuiltDialog.Of(sip, isUac: true, isConfirmed: true, now - facts.AnsweredAt!.Value) is not { } dialog)
        {
            return null;
        }

        var trunk = facts.Order.Target.Trunk is { } id ? core.Trunks.Find(id) : null;
        var leg = new CalledLeg(circuit, facts.Order) { IsHeld = facts.Holds };
        var phone = facts.Order.Target.Account is { } account ? core.Phones.Over(account, flow) : null;
        leg.Restore(dialog, sip, in flow, in identity, core.Credentials.ForTrunk(trunk), phone);
        leg.Timer = sip.Traits is { TimerSeconds: > 0 } traits
            ? new SessionTimer(traits.TimerSeconds, traits.WeRefresh)
            : new SessionTimer(core.SessionTimers.Interval, WeRefresh: true);
        circuit.Add(leg);
        return leg;
    }

    /// <summary>The caller's INVITE has this final response, as far as anybody knows.</summary>
    /// <param name="said">What explains it.</param>
    public void Absorb(CallerLeg caller, int status, long now, string? said = null) => ((InviteServerTransaction)caller.Invite).Remember(
        caller.Invite.Begin(core.Sender.Writer, status).Said(said, retryAfter: status != 503).End(), now);
}
