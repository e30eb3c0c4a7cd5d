using System.Globalization;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Registration;

/// <summary>
/// Which binding a Contact is: that of the same instance and flow (RFC 5626 §6), whatever its URI. A phone that does not name its instance
/// is known by the URI (RFC 3261 §10.3, step 7) and, where that is an address behind a router, by where it comes from: two phones behind
/// two routers may have the same.
/// </summary>
internal static class BindingIdentity
{
    private const int LongestInstance = 128;

    /// <summary>Null where there is none, or none that could be repeated to others.</summary>
    public static string? InstanceOf(NameAddr contact) =>
        contact.Parameter("+sip.instance") is { Length: > 0 and <= LongestInstance } instance
        && !instance.AsSpan().ContainsAnyExceptInRange(' ', '~') && instance.AsSpan().IndexOfAny('"', '\\') < 0 ? instance : null;

    public static int RegIdOf(NameAddr contact) =>
        int.TryParse(contact.Parameter("reg-id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>
    /// The new binding takes the place of the known one. Of several Contacts in one REGISTER none replaces another; what is removed has to
    /// be named by its URI, because a phone that moved removes its old address while it has a new one.
    /// </summary>
    public static bool IsReplaced(Binding known, Binding made, bool isRemoval)
    {
        var sameUri = known.Contact.IsEquivalentTo(made.Contact);
        var together = known.CallId == made.CallId && known.CSeq == made.CSeq;
        if ((isRemoval || together) && !sameUri)
        {
            return false;
        }

        return known.Instance is not null && made.Instance is not null ? known.IsOfSamePhone(made) : sameUri && IsSamePlace(known, made);
    }

    private static bool IsSamePlace(Binding known, Binding made) =>
        known.CallId == made.CallId || (known.Flow.Transport, known.Flow.Remote) == (made.Flow.Transport, made.Flow.Remote)
        || (!ContactRouting.IsElsewhere(known.Flow, known.Contact) && !ContactRouting.IsElsewhere(made.Flow, made.Contact));
}
