using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>Who, a leg that we ring is told, calls: From, and to a carrier P-Asserted-Identity and Privacy.</summary>
internal static class ShownIdentity
{
    private const string Nobody = "sip:anonymous@anonymous.invalid";

    /// <summary>The From value; anonymous where no number is to be shown (RFC 3323 §4.1.1.3).</summary>
    public static string From(RingLeg order, RingDestination destination, LocalAddresses local)
    {
        if (order.CallerNumber.Length == 0)
        {
            return new NameAddr(order.CallerName ?? "Anonymous", Nobody).ToString();
        }

        var uri = destination.Trunk is null
            ? SipUri.Of(order.CallerNumber, local.Host, local.FromPort(destination.Flow.Transport))
            : SipUri.Of(order.CallerNumber, destination.RequestUri.Host);
        return new NameAddr(order.CallerName, uri).ToString();
    }

    /// <summary>
    /// A carrier that we may tell it learns which of our numbers stands behind the call, whatever From shows: then a withheld or a
    /// client's number does not make it refuse (RFC 3325 §7). All others get no such header, and what is withheld from everybody is told
    /// to be so.
    /// </summary>
    public static void Write(SipMessageWriter writer, RingLeg order, RingDestination destination)
    {
        if (destination.Trunk is not { } trunk)
        {
            return;
        }

        var asserted = order.AssertedNumber ?? order.CallerNumber;
        if (trunk.AssertIdentity && asserted.Length > 0)
        {
            writer.Header(SipHeader.PAssertedIdentity, $"<{SipUri.Of(asserted, destination.RequestUri.Host).Text}>");
        }

        if (order.CallerNumber.Length == 0)
        {
            writer.Header(SipHeader.Privacy, "id"u8);
        }
    }
}
