namespace CallCenter.Load.Media;

/// <summary>What <c>media</c> measures.</summary>
/// <param name="Calls">Each has two phones that speak G.711 in packets of 20 ms, both ways at once.</param>
/// <param name="Duration">What is measured, after a warm-up.</param>
/// <param name="IsTranscoded">One side of each call speaks A-law, the other µ-law.</param>
/// <param name="IsMixed">A third phone joins each call, and all three are mixed: processor time only, as no packet is anybody's.</param>
/// <param name="RecordTo">Every call is recorded into a file in this folder; null for none.</param>
/// <param name="IsDirect">Without the engine: what the phones themselves measure as delay.</param>
internal sealed record MediaRunOptions(int Calls, TimeSpan Duration, bool IsTranscoded, bool IsMixed, string? RecordTo, bool IsDirect)
{
    public int Parties => IsMixed ? 3 : 2;

    public int Streams => Calls * Parties;
}
