using CallCenter.Media.Srtp;

namespace CallCenter.Media.Tests.Srtp;

/// <summary>What RFC 3711 prints in its appendix B, and the reference packet of libsrtp (srtp_validate).</summary>
public sealed class SrtpVectorTests
{
    private const string MasterKey = "E1F97A0D3E018BE0D64FA32C06DE4139";
    private const string MasterSalt = "0EC675AD498AFEEBB6960B3AABE6";

    private static readonly SrtpMasterKey Master = new(Convert.FromHexString(MasterKey + MasterSalt));

    [Fact]
    public void The_key_stream_is_that_of_appendix_b2()
    {
        using var mode = new CounterMode(
            Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"), Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"));
        var bytes = new byte[48];
        mode.Apply(ssrc: 0, index: 0, bytes);
        Assert.Equal(
            "E03EAD0935C95E80E166B16DD92B4EB4" + "D23513162B02D0F72A43A2FE4A5F97AB" + "41E95B3BB0A2E8DD477901E4FCA894C0",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void Keys_are_derived_as_in_appendix_b3()
    {
        using var derivation = new CounterMode(Convert.FromHexString(MasterKey), Convert.FromHexString(MasterSalt));
        var (cipher, authentication, salt) = (new byte[16], new byte[94], new byte[14]);
        derivation.Derive(UInt128.Zero, cipher);
        derivation.Derive(UInt128.One << 64, authentication);
        derivation.Derive((UInt128)2 << 64, salt);
        Assert.Equal("C61E7A93744F39EE10734AFE3FF7A087", Convert.ToHexString(cipher));
        Assert.Equal("30CBBC08863D8C85D49DB34A9AE1", Convert.ToHexString(salt));
        Assert.Equal(
            "CEBE321F6FF7716B6FD4AB49AF256A15" + "6D38BAA48F0A0ACF3C34E2359E6CDBCE" + "E049646C43D9327AD175578EF7227098"
                + "6371C10C9A369AC2F94A8C5FBCDDDC25" + "6D6E919A48B610EF17C2041E47403576" + "6B68642C59BBFC2F34DB60DBDFB2",
            Convert.ToHexString(authentication));
    }

    [Fact]
    public void A_packet_is_protected_as_the_reference_does()
    {
        using var sender = new SrtpSender(Master);
        var packet = new byte[28 + SrtpSender.MostExtraBytes];
        Convert.FromHexString("800F1234DECAFBADCAFEBABE" + "ABABABABABABABABABABABABABABABAB").CopyTo(packet, 0);
        var length = sender.Protect(packet, 28, extended: 0x1234);
        Assert.Equal(
            "800F1234DECAFBADCAFEBABE" + "4E55DC4CE79978D88CA4D215949D2402" + "B78D6ACC99EA179B8DBB",
            Convert.ToHexString(packet, 0, length));

        using var receiver = new SrtpReceiver(Master);
        Assert.Equal(28, receiver.TryOpen(packet.AsSpan(0, length)));
        Assert.Equal("ABABABABABABABABABABABABABABABAB", Convert.ToHexString(packet, 12, 16));
    }
}
