namespace CallCenter.Web.Api;

/// <summary>From the engine's Unix milliseconds to the times of the API.</summary>
public static class UnixTimes
{
    public static DateTimeOffset ToTime(this long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);

    public static DateTimeOffset? ToTime(this long? unixMs) => unixMs?.ToTime();
}
