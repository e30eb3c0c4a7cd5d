namespace CallCenter.Engine.Routing.Strategies;

/// <summary>Everyone draws a number from the turn's chance, the lowest goes first. The figure is the number drawn.</summary>
internal sealed class RandomDraw : IStrategy
{
    public string Rule => "random";

    public long Score(int position, in StrategyInput input) =>
        (long)(Mix(input.Chance + ((ulong)position * 0x9E3779B97F4A7C15)) >> 32);

    /// <summary>SplitMix64's finaliser: neighbouring inputs give unrelated numbers.</summary>
    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
