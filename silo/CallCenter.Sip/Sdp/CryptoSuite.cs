namespace CallCenter.Sip.Sdp;

/// <summary>How audio is encrypted: AES in counter mode with 128 bits, and tags of one length or the other (RFC 4568 §6.2).</summary>
public enum CryptoSuite : byte
{
    /// <summary>AES_CM_128_HMAC_SHA1_80, which every phone has.</summary>
    Tag80,

    /// <summary>AES_CM_128_HMAC_SHA1_32: short tags on audio; those on reports have 80 bits all the same.</summary>
    Tag32,
}
