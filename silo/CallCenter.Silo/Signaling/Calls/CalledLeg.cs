using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>A leg we ring: one branch per place the target is at, of which at most one wins.</summary>
internal sealed class CalledLeg(CallCircuit circuit, RingLeg order) : SipLeg
{
    private readonly List<RingBranch> _branches = new(1);

    public override CallCircuit Circuit => circuit;

    public override LegId Id => Order.Leg;

    public override string? Account => Order.Target.Account;

    public RingLeg Order { get; } = order;

    public IReadOnlyList<RingBranch> Branches => _branches;

    public bool IsAlerting { get; set; }

    /// <summary>It is a supervisor's, who hears the conversation of others.</summary>
    public bool Supervises { get; set; }

    /// <summary>The 2xx that won.</summary>
    public SipMessage? Answer { get; private set; }

    /// <summary>Acknowledged and passed on: a conversation needs only what the leg learned from it.</summary>
    public void ForgetAnswer() => Answer = null;

    /// <summary>The INVITE that won.</summary>
    public InviteClientTransaction? Invite { get; private set; }

    /// <summary>The Via branch of every ACK for the 2xx that won: one that is repeated is the same message.</summary>
    public SipBranch AckBranch { get; private set; }

    /// <summary>CSeq of the INVITE that won, and of its ACK.</summary>
    public uint InviteCSeq { get; private set; }

    /// <summary>The 2xx waits for its ACK, because that has to carry the caller's answer (delayed offer).</summary>
    public bool OwesAck { get; set; }

    public void Add(RingBranch branch) => _branches.Add(branch);

    public override void LetGo()
    {
        if (Invite is not null && !OwesAck)
        {
            Invite.Context = null;
        }
    }

    /// <summary>After a restart: it answered before, and was acknowledged as far as anybody knows.</summary>
    public void Restore(Dialog dialog, SipLegFacts facts, in SipFlow flow, in BranchIdentity identity, DigestClient? digest, Binding? phone)
    {
        Dialog = dialog;
        Digest = digest;
        InviteCSeq = facts.LocalCSeq;
        AckBranch = identity.Ack(InviteCSeq);
        StaysOnFlow = Order.Target.Account is not null && phone?.Direct.IsNone != false;
        Phone = phone is null ? null : new LegPhone(Order.Target.Account!, phone);
        Flow = flow;
        Sdp = facts.Sdp ?? [];
        AllowsUpdate = facts.Traits?.AllowsUpdate ?? false;
        AllowsOptions = facts.Traits?.AllowsOptions ?? false;
        IsAlerting = true;
        IsAnswered = true;
    }

    /// <summary>The facts of its answer, with the caller's tag where that depends on who answered.</summary>
    public SipLegFacts AnswerFacts() => Circuit.Caller.LaterTag is { } tag ? Facts() with { CallerTag = tag } : Facts();

    public void Answered(RingBranch branch, Dialog dialog, SipMessage response)
    {
        Dialog = dialog;
        Digest = branch.Digest;
        InviteCSeq = response.CSeq;
        AckBranch = branch.Identity.Ack(InviteCSeq);
        StaysOnFlow = branch.Destination.Phone is { Direct.IsNone: true };
        Phone = branch.Destination.Phone is { } phone ? new LegPhone(Order.Target.Account!, phone) : null;
        Flow = response.Flow;
        Answer = response;
        Invite = (InviteClientTransaction?)branch.Transaction;
        IsAnswered = true;
        OwesAck = true;
        branch.IsEnded = true;
        Learn(response);
    }
}
