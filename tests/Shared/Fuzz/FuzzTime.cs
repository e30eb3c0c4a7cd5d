using System.Globalization;

namespace CallCenter.Tests.Shared.Fuzz;

/// <summary>
/// How long fuzz tests run and with which seed. Usually a few seconds with a seed of the day's chance; <c>CALLCENTER_FUZZ_SECONDS</c>
/// makes each of them last that long, <c>CALLCENTER_FUZZ_SEED</c> repeats one.
/// </summary>
public sealed class FuzzTime
{
    private readonly long _until;

    public FuzzTime(double usualSeconds)
    {
        var seconds = Number("CALLCENTER_FUZZ_SECONDS") ?? usualSeconds;
        Seed = (int)(Number("CALLCENTER_FUZZ_SEED") ?? Environment.TickCount);
        _until = Environment.TickCount64 + (long)(seconds * 1000);
    }

    public int Seed { get; }

    public bool IsOver => Environment.TickCount64 >= _until;

    private static double? Number(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
