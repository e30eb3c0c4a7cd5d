namespace CallCenter.Media.Srtp;

/// <summary>The keys of a leg: what each side said it encrypts with (RFC 4568 §5.1).</summary>
/// <param name="Ours">Of the a=crypto line that we wrote.</param>
/// <param name="Theirs">Of the one the peer wrote.</param>
/// <param name="HasShortTags">AES_CM_128_HMAC_SHA1_32: packets of audio carry 32 bits of their tag, not 80 (§6.2.2).</param>
public sealed record SrtpTerms(SrtpMasterKey Ours, SrtpMasterKey Theirs, bool HasShortTags = false);
