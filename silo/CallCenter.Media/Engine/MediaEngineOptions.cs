using CallCenter.Media.Ports;

namespace CallCenter.Media.Engine;

/// <summary>What an engine is started with.</summary>
/// <param name="Ports">May be shared by several engines.</param>
public sealed record MediaEngineOptions(PortPool Ports)
{
    /// <summary>The bound; beyond it a leg is refused.</summary>
    public int MostLegs { get; init; } = 4_096;

    /// <summary>Who we are in reports (RFC 3550 §6.5.1), at most 255 bytes in UTF-8. Names no user and no address.</summary>
    public string CanonicalName { get; init; } = "media";

    /// <summary>Between two reports of a leg, on average; drawn from half to one and a half of it (RFC 3550 §6.2, §6.3.1).</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromSeconds(5);
}
