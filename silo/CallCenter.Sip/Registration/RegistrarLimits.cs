namespace CallCenter.Sip.Registration;

/// <summary>Bounds of a registrar, in seconds where times.</summary>
public sealed record RegistrarLimits
{
    /// <summary>A shorter wish is refused with 423 (RFC 3261 §10.3, step 7).</summary>
    public uint MinExpires { get; init; } = 30;

    /// <summary>A longer wish is cut to this.</summary>
    public uint MaxExpires { get; init; } = 3600;

    /// <summary>Used when the phone names no time or an unreadable one.</summary>
    public uint DefaultExpires { get; init; } = 600;

    /// <summary>
    /// At this many bindings the one that expires first gives way: after a reboot a phone comes with a new Contact, and refusing it would
    /// lock it out until the old ones expire.
    /// </summary>
    public int MaxBindings { get; init; } = 10;
}
