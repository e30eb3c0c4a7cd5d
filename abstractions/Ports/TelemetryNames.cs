namespace CallCenter.Abstractions.Ports;

/// <summary>Under which name whoever exports finds what the product measures.</summary>
public static class TelemetryNames
{
    /// <summary>The meter, and the source of the traces of calls.</summary>
    public const string Source = "CallCenter";
}
