namespace CallCenter.Engine.Numbering;

/// <summary>How numbers are dialled in a country (ITU-T E.164 and the national numbering plans).</summary>
/// <param name="Iso">ISO 3166 two-letter code.</param>
/// <param name="CallingCode">Without the plus.</param>
/// <param name="TrunkPrefixes">What is dialled before a national number, longest first; empty where nothing is.</param>
/// <param name="InternationalPrefix">What is dialled before a foreign number; <c>00</c> is understood everywhere besides.</param>
/// <param name="MinNational">Fewest digits after the calling code.</param>
/// <param name="MaxNational">Most digits after the calling code.</param>
public sealed record Country(
    string Iso, string CallingCode, IReadOnlyList<string> TrunkPrefixes, string InternationalPrefix, int MinNational, int MaxNational)
{
    internal bool Fits(int nationalDigits) => nationalDigits >= MinNational && nationalDigits <= MaxNational;
}
