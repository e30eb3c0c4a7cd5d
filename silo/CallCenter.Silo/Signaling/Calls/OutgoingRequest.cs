using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>A request of ours with what happens to its responses; the context of its client transaction.</summary>
internal abstract class OutgoingRequest
{
    public ClientTransaction? Transaction { get; set; }

    /// <summary>False once nobody waits for its outcome: it is not sent another way then.</summary>
    public virtual bool IsWanted => true;

    /// <summary>It went over TCP only because it was too large for UDP (RFC 3261 §18.1.1).</summary>
    public bool IsEnlarged { get; set; }

    /// <summary>The Via branch it is sent with: a new one each time, unless it has to be known again after a restart.</summary>
    public virtual SipBranch NextBranch(ISipRandom random) => random.NewBranch();

    /// <summary>Composes the whole request; called again when it has to be repeated.</summary>
    public abstract void Write(SipMessageWriter writer, in LocalVia via);

    public abstract void OnResponse(SipMessage response, long now);

    /// <summary>There will be no response: 408 for a time-out, 503 when it could not be sent.</summary>
    public abstract void OnFailed(int status, string reason, long now);

    /// <summary>The flow it was sent over.</summary>
    public SipFlow Flow { get; set; }
}
