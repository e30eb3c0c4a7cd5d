namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>Everything that is looked at after a turn.</summary>
internal static class InvariantList
{
    public static IInvariant[] All() =>
    [
        new OneCallAtATime(), new NoCallIsNowhere(), new NothingIsOverdue(), new NothingGetsLost(), new EffectsFitEvents(),
        new BoardShowsTheBook(), new OffersAreJudgedFairly(),
    ];
}
