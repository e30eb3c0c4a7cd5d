namespace CallCenter.Load.Media;

/// <summary>What <c>media</c> measures.</summary>
/// <param name="Calls">Each has two phones that speak G.711 in packets of 20 ms, both ways at once.</param>
/// <param name="Duration">What is measured, after a warm-up.</param>
/// <param name="IsTranscoded">One side of each call speaks A-law, the other µ-law.</param>
/// <param name="IsMixed">A third phone joins each call, and all three are mixed: processor time only, as no packet is anybody's.</param>
/// <param name="RecordTo">Every call is recorded into a file in this folder; null for none.</param>
/// <param name="IsDirect">Without the engine: what the phones themselves measure as delay.</param>
/// <param name="IsNapping">
/// The phones look every 0.2 ms in place of being woken for each packet, as the engine would have to wake no phone on another machine. The
/// delay is longer by as much.
/// </param>
internal sealed record MediaRunOptions(
    int Calls, TimeSpan Duration, bool IsTranscoded, bool IsMixed, string? RecordTo, bool IsDirect, bool IsNapping)
{
    public int Parties => IsMixed ? 3 : 2;

    public int Streams => Calls * Parties;
}
