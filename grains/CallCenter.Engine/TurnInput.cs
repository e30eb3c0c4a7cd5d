namespace CallCenter.Engine;

/// <summary>What a turn gets from the outside besides its command: the engine has no clock and no random source of its own.</summary>
/// <param name="NowMs">Unix milliseconds UTC.</param>
/// <param name="Chance">Fresh random bits; used by the random strategy only.</param>
public readonly record struct TurnInput(long NowMs, ulong Chance);
