using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Media;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>One side of a call: a dialog of its own with one user agent. Legs are composed in a <see cref="CallCircuit"/>.</summary>
internal abstract class SipLeg
{
    public abstract CallCircuit Circuit { get; }

    public abstract LegId Id { get; }

    /// <summary>Null on a leg we ring until it answers.</summary>
    public Dialog? Dialog { get; protected set; }

    /// <summary>The way its messages really came.</summary>
    public SipFlow Flow { get; set; }

    /// <summary>The account of the phone it is; null on legs of trunks, clients and fixed addresses.</summary>
    public abstract string? Account { get; }

    /// <summary>A phone of ours whose Contact does not count: requests go back along the flow it used (RFC 3581).</summary>
    public bool StaysOnFlow { get; protected set; }

    /// <summary>The registered phone it is, so that it is found again where it moves; null for all others.</summary>
    public LegPhone? Phone { get; set; }

    /// <summary>2xx sent or received.</summary>
    public bool IsAnswered { get; protected set; }

    /// <summary>Over for the call; its last transactions may still run.</summary>
    public bool IsEnded { get; set; }

    /// <summary>Its user agent put the other side on hold.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The leg that it talks with; null while there is none.</summary>
    public SipLeg? Peer { get; private set; }

    /// <summary>Its media where that goes through us; null for all others.</summary>
    public AnchoredLeg? Audio { get; set; }

    /// <summary>The last session description of its user agent.</summary>
    public byte[] Sdp { get; set; } = [];

    public bool AllowsUpdate { get; set; }

    /// <summary>Its Allow lists OPTIONS: it may be asked whether it lives.</summary>
    public bool AllowsOptions { get; set; }

    /// <summary>Answers challenges of a trunk; null where none are answered.</summary>
    public DigestClient? Digest { get; protected set; }

    public SessionTimer? Timer { get; set; }

    public long TimerStartedAt { get; set; }

    /// <summary>When the session timer wants something done.</summary>
    public long SessionDueAt { get; set; } = long.MaxValue;

    /// <summary>When its user agent was heard last in the conversation; null where that is not known.</summary>
    public long? HeardAt { get; set; }

    /// <summary>When it is to be asked whether it lives; <see cref="long.MaxValue"/> while an answer is waited for.</summary>
    public long AskAt { get; set; } = long.MaxValue;

    /// <summary>When it counts as gone unless it is heard before; <see cref="long.MaxValue"/> while nothing speaks for that.</summary>
    public long GoneAt { get; set; } = long.MaxValue;

    /// <summary>Place in <see cref="LegTimers"/>; 0 when not there.</summary>
    public long DueBucket { get; set; }

    /// <summary>A request of this leg's user agent that is being passed to the other side.</summary>
    public PassedRequest? Passing { get; set; }

    /// <summary>What is needed to go on with the leg after a restart.</summary>
    /// <param name="vias">Of the caller's INVITE, with <paramref name="maxForwards"/>; of legs that we rang nothing.</param>
    public SipLegFacts Facts(string? vias = null, int maxForwards = 0)
    {
        var dialog = Dialog!;
        return new SipLegFacts(
            dialog.CallId, dialog.LocalTag.ToString(), dialog.RemoteTag, dialog.LocalParty, dialog.RemoteParty, dialog.LocalCSeq,
            dialog.RemoteCSeq ?? 0, dialog.RouteSet, dialog.RemoteTarget.Text, Flows.ToText(Flow), vias, Sdp.Length == 0 ? null : Sdp,
            new SipLegTraits(maxForwards, AllowsUpdate, Timer?.Seconds ?? 0, Timer?.WeRefresh ?? true, AllowsOptions));
    }

    /// <summary>Both talk with each other from now on.</summary>
    public void Bridge(SipLeg other) => (Peer, other.Peer) = (other, this);

    /// <summary>It talks with nobody any more.</summary>
    public void Part()
    {
        if (Peer is { } other && other.Peer == this)
        {
            other.Peer = null;
        }

        Peer = null;
    }

    /// <summary>
    /// The leg is over: transactions of its INVITEs that only absorb repetitions any more hold the whole call no longer.
    /// </summary>
    public abstract void LetGo();

    /// <summary>Its phone moved and is reached this way from now on, whatever it said of itself in the dialog.</summary>
    public virtual void MoveTo(in SipFlow flow)
    {
        Flow = flow;
        StaysOnFlow = true;
    }

    /// <summary>Where a request inside the dialog is sent.</summary>
    public SipFlow NextFlow(ResolvedHosts hosts, long now) => DialogRouting.NextFlow(Dialog!, Flow, StaysOnFlow, hosts, now);

    /// <summary>Takes over what a request or response of the user agent tells about it.</summary>
    public void Learn(SipMessage message)
    {
        if (message.Sdp is { IsEmpty: false } sdp)
        {
            Sdp = sdp.ToArray();
        }

        if (message.Has(SipHeader.Allow))
        {
            AllowsUpdate = message.Lists(SipHeader.Allow, "UPDATE"u8);
            AllowsOptions = message.Lists(SipHeader.Allow, "OPTIONS"u8);
        }
    }
}
