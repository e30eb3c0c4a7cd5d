using System.Globalization;
using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Registration;

/// <summary>What a REGISTER did: the bindings afterwards, or the refusal and the bindings as they were.</summary>
public sealed record RegistrarResult(SipRefusal? Refusal, IReadOnlyList<Binding> Bindings, bool Changed)
{
    /// <summary>Writes the whole response: the refusal, or 200 with every binding and its remaining seconds.</summary>
    public SipMessageWriter Write(SipMessageWriter writer, SipMessage register, SipTag toTag, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Refusal is not null)
        {
            return Refusal.Write(writer, register, toTag);
        }

        writer.Response(register, 200, toTag);
        foreach (var binding in Bindings.Where(static binding => !binding.IsLost))
        {
            var seconds = (binding.ExpiresAtMs - nowMs + 999) / 1000;
            var priority = binding.Priority == 1000
                ? "" : string.Create(CultureInfo.InvariantCulture, $";q={binding.Priority / 1000.0:0.###}");
            writer.Header(SipHeader.Contact, $"<{binding.Contact.Text}>;expires={seconds}{priority}{InstanceOf(binding)}");
        }

        return writer.Copy(register, SipHeader.Path).Header(SipHeader.Supported, "path").End();
    }

    /// <summary>Two phones may have the same Contact: each finds its own by this (RFC 5626 §6).</summary>
    private static string InstanceOf(Binding binding) =>
        (binding.Instance is { } instance ? $";+sip.instance=\"{instance}\"" : "")
        + (binding.RegId > 0 ? string.Create(CultureInfo.InvariantCulture, $";reg-id={binding.RegId}") : "");
}

/// <summary>
/// The registrar's rules (RFC 3261 §10.3, steps 6 to 8) as a function from bindings and REGISTER to bindings. Whether the sender may
/// register this account is decided before (digest, step 3). All or nothing: a refused request changes no binding.
/// </summary>
public static class Registrar
{
    private static readonly SipRefusal OutOfOrder = new(500, ReasonPhrase: "CSeq Out Of Order");
    private static readonly SipRefusal InvalidContact = new(400, ReasonPhrase: "Invalid Contact");

    public static RegistrarResult Apply(IReadOnlyList<Binding> current, SipMessage register, RegistrarLimits limits, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(limits);
        var alive = current.Where(binding => binding.ExpiresAtMs > nowMs).ToList();
        var expired = alive.Count != current.Count;
        if (!register.Has(SipHeader.Contact))
        {
            return new RegistrarResult(null, alive, expired);
        }

        var refusal = HasWildcard(register) ? RemoveAll(alive, register) : Update(alive, register, limits, nowMs);
        return refusal is null ? new RegistrarResult(null, alive, Changed: true) : new RegistrarResult(refusal, current, Changed: false);
    }

    private static bool HasWildcard(SipMessage register)
    {
        foreach (var value in register.Values(SipHeader.Contact))
        {
            if (value is [(byte)'*'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Step 6: <c>*</c> stands alone and with Expires: 0.</summary>
    private static SipRefusal? RemoveAll(List<Binding> bindings, SipMessage register)
    {
        var count = 0;
        foreach (var _ in register.Values(SipHeader.Contact))
        {
            count++;
        }

        if (count != 1 || register.Expires != 0)
        {
            return InvalidContact;
        }

        if (bindings.Exists(binding => IsNewerThan(register, binding)))
        {
            return OutOfOrder;
        }

        bindings.Clear();
        return null;
    }

    /// <summary>Step 7, for each Contact.</summary>
    private static SipRefusal? Update(List<Binding> bindings, SipMessage register, RegistrarLimits limits, long nowMs)
    {
        string[]? path = null;
        foreach (var value in register.Values(SipHeader.Contact))
        {
            if (!NameAddr.TryParse(value, out var contact) || contact.Uri is null)
            {
                return InvalidContact;
            }

            var seconds = ExpiresOf(contact, register, limits);
            if (seconds > 0 && seconds < limits.MinExpires)
            {
                return new SipRefusal(423, SipHeader.MinExpires, $"{limits.MinExpires}");
            }

            var made = Create(contact, register, path ??= PathOf(register), nowMs + (seconds * 1000L));
            var known = bindings.FindIndex(binding => BindingIdentity.IsReplaced(binding, made, isRemoval: seconds == 0));
            var before = known >= 0 ? bindings[known] : null;
            if (before is not null && IsNewerThan(register, before))
            {
                return OutOfOrder;
            }

            if (before is not null)
            {
                bindings.RemoveAt(known);
            }

            if (seconds > 0)
            {
                var since = before is { IsLost: false } ? before.RegisteredAtMs : nowMs;
                MakeRoom(bindings, limits.MaxBindings);
                bindings.Add(made with { RegisteredAtMs = since });
            }
        }

        return null;
    }

    /// <summary>The binding was made by the same user agent with a later or the same CSeq.</summary>
    private static bool IsNewerThan(SipMessage register, Binding binding) =>
        binding.CallId == register.CallIdText && binding.CSeq >= register.CSeq;

    private static uint ExpiresOf(NameAddr contact, SipMessage register, RegistrarLimits limits)
    {
        var wish = contact.Parameter("expires") is { } text
            ? SipMessage.Seconds(Encoding.UTF8.GetBytes(text)) ?? limits.DefaultExpires
            : register.Expires ?? limits.DefaultExpires;
        return Math.Min(wish, limits.MaxExpires);
    }

    private static void MakeRoom(List<Binding> bindings, int limit)
    {
        while (bindings.Count >= limit && bindings.Count > 0)
        {
            bindings.Remove(bindings.MinBy(binding => binding.ExpiresAtMs)!);
        }
    }

    private static Binding Create(NameAddr contact, SipMessage register, string[] path, long expiresAtMs) => new(
        contact.Uri!,
        register.CallIdText,
        register.CSeq,
        expiresAtMs,
        register.Flow,
        path,
        PriorityOf(contact),
        register.Text(SipHeader.UserAgent) ?? "")
    {
        Instance = BindingIdentity.InstanceOf(contact),
        RegId = BindingIdentity.RegIdOf(contact),
        Direct = ContactRouting.Direct(register, contact.Uri!),
    };

    private static string[] PathOf(SipMessage register) => [.. register.NameAddrs(SipHeader.Path).Select(route => route.ToString())];

    private static int PriorityOf(NameAddr contact) =>
        double.TryParse(contact.Parameter("q"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q)
        && q is >= 0 and <= 1
            ? (int)Math.Round(q * 1000) : 1000;
}
