using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Dialogs;

/// <summary>
/// A request outside a dialog (RFC 3261 §8.1.1): an INVITE that will create one, a REGISTER, an OPTIONS. Kept by the UAC to send it
/// again with credentials: the same Call-ID and tag, the next CSeq (§8.1.3.5, §22.2).
/// </summary>
public sealed record InitialRequest
{
    public required SipUri RequestUri { get; init; }

    /// <summary>From as name-addr, without tag.</summary>
    public required string LocalParty { get; init; }

    /// <summary>To as name-addr, without tag.</summary>
    public required string RemoteParty { get; init; }

    public required string CallId { get; init; }

    public required SipTag LocalTag { get; init; }

    public uint CSeq { get; init; } = 1;

    public int MaxForwards { get; init; } = 70;

    /// <summary>Route values for a preloaded route set, in order; normally none.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Writes the request up to CSeq; add Contact and the rest, and end it.</summary>
    public SipMessageWriter Begin(SipMessageWriter writer, SipMethod method, in LocalVia via)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Request(method, RequestUri).Via(via.Transport, via.SentBy, via.Branch);
        foreach (var route in Routes)
        {
            writer.Header(SipHeader.Route, route);
        }

        return writer
            .Header(SipHeader.MaxForwards, MaxForwards)
            .Party(SipHeader.From, LocalParty, LocalTag)
            .Party(SipHeader.To, RemoteParty)
            .Header(SipHeader.CallId, CallId)
            .CSeq(CSeq, method);
    }
}
