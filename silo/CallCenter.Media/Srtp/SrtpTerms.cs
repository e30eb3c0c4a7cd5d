namespace CallCenter.Media.Srtp;

/// <summary>The keys of a leg: what each side said it encrypts with (RFC 4568 §5.1).</summary>
/// <param name="Ours">Of the a=crypto line that we wrote.</param>
/// <param name="Theirs">Of the one the peer wrote.</param>
public sealed record SrtpTerms(SrtpMasterKey Ours, SrtpMasterKey Theirs);
