using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Tests.Media;

/// <summary>A client whose audio is encrypted (RFC 4568) talks with an employee whose audio is not.</summary>
public sealed class EncryptedCallTests : AudioCalls
{
    private protected override Task<MortalSilo> Start() => MortalSilo.Start(media: MediaMode.Anchored);

    [Theory]
    [InlineData(CryptoSuite.Tag80)]
    [InlineData(CryptoSuite.Tag32)]
    public async Task Both_hear_each_other(CryptoSuite suite)
    {
        Client.Encrypt(suite);
        var (call, ring) = await Rung();
        Assert.False(Employee.Heed(ring.Invite!.Body).IsSecureRtp);
        await Employee.Take(ring);
        var answer = await call.Answered();
        var line = Client.Heed(answer.Body);
        Assert.Equal(("RTP/SAVP", 1, suite), (line.Protocol, line.Crypto[0].Tag, line.Crypto[0].Suite));
        await call.Settled();
        Client.SaysTo(Employee, 0x11);
        Employee.SaysTo(Client, 0x22);
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, Assert.Single(await Mortal.Records()).Outcome);
    }

    [Fact]
    public async Task Of_a_phone_that_offers_both_the_encrypted_audio_is_taken_and_stays_in_its_place()
    {
        Client.Encrypt();
        var (call, _) = await TalkWith(Both(SdpDirection.SendRecv, 1));
        Client.SaysTo(Employee, 0x11);
        Employee.SaysTo(Client, 0x12);
        call.Request(SipMethod.Invite, Both(SdpDirection.SendOnly, 2));
        var held = await Mortal.Client.Expect(200);
        Assert.Equal(["m=audio 0 RTP/AVP 8", $"m=audio {Client.Other.Port} RTP/SAVP 8"], Lines(held));
        Assert.Equal(SdpDirection.RecvOnly, Client.Heed(held.Body).Direction);
        call.AckRequest(held);
        await Mortal.Happened<LegHeld>();
        call.Request(SipMethod.Invite);
        var offered = await Mortal.Client.Expect(200);
        Assert.Equal(["m=audio 0 RTP/AVP 8", $"m=audio {Client.Other.Port} RTP/SAVP 8 0 101"], Lines(offered));
        Client.Heed(offered.Body);
        call.AckRequest(offered, Both(SdpDirection.SendRecv, 3, switchedOff: true));
        await Mortal.Happened<LegHeld>(2);
        Employee.SaysTo(Client, 0x13);
        Client.SaysTo(Employee, 0x14);
    }

    [Fact]
    public async Task A_new_key_of_the_phone_is_understood_and_ours_goes_on()
    {
        Client.Encrypt();
        var (call, _) = await Talk();
        var before = Employee.SaysTo(Client, 0x11);
        var ours = await Reinvite(call, version: 2);
        Client.SaysTo(Employee, 0x12);
        Client.Encrypt();
        Assert.Equal(ours, await Reinvite(call, version: 3));
        Client.SaysTo(Employee, 0x13);
        var after = Employee.SaysTo(Client, 0x14);
        Assert.Equal((before.Ssrc, (ushort)(before.Sequence + 1)), (after.Ssrc, after.Sequence));
    }

    [Fact]
    public async Task Encryption_may_end_and_begin_again_with_another_key()
    {
        Client.Encrypt();
        var (call, _) = await Talk();
        Employee.SaysTo(Client, 0x11);
        var first = await Reinvite(call, version: 2);
        Client.Encrypt(null);
        Assert.Null(await Reinvite(call, version: 3));
        Client.SaysTo(Employee, 0x12);
        Employee.SaysTo(Client, 0x13);
        Client.Encrypt();
        var second = await Reinvite(call, version: 4);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Client.SaysTo(Employee, 0x14);
        Employee.SaysTo(Client, 0x15);
    }

    [Fact]
    public async Task Killed_in_a_conversation_both_go_on_with_the_same_keys()
    {
        Client.Encrypt();
        Client.Audio.RollOvers = 3;
        Client.Audio.Sequence = 0xFF00;
        var (call, ring) = await Talk();
        var before = Employee.SaysTo(Client, 0x11);
        Client.SaysTo(Employee, 0x12);
        Mortal.Client.HearsRepetitions = Mortal.One.HearsRepetitions = false;
        await Mortal.Restart();
        (Client.Audio.Sequence, Client.Audio.RollOvers) = (0x0010, 4);
        Client.SaysTo(Employee, 0x13);

        // A number that came twice under a key would give both packets away: it is another stream.
        Assert.NotEqual(before.Ssrc, Employee.SaysTo(Client, 0x14).Ssrc);
        var ours = await Reinvite(call, version: 2);
        await Mortal.Restart(awaySeconds: 100);
        Assert.Equal(ours, await Reinvite(call, version: 3));
        Client.SaysTo(Employee, 0x15);
        Employee.SaysTo(Client, 0x16);
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Records();
    }

    [Fact]
    public async Task Killed_after_the_phone_changed_its_key_in_an_answer_to_us_the_new_one_counts()
    {
        Client.Encrypt();
        var (call, _) = await Talk();
        call.Request(SipMethod.Invite);
        var offered = await Mortal.Client.Expect(200);
        Client.Heed(offered.Body);
        Client.Encrypt();
        call.AckRequest(offered, Client.Sdp(version: 2));
        await call.Settled();
        Client.SaysTo(Employee, 0x11);
        await Mortal.Restart();
        Client.SaysTo(Employee, 0x12);
        Employee.SaysTo(Client, 0x13);
    }

    [Fact]
    public async Task An_answer_in_clear_to_an_encrypted_offer_ends_the_call()
    {
        Client.Encrypt();
        var (call, ring) = await Talk();
        call.Request(SipMethod.Invite);
        var offered = await Mortal.Client.Expect(200);
        Client.Encrypt(null);
        call.AckRequest(offered, Client.Sdp(version: 2));
        await call.HungUp();
        await ring.HungUp();
        await Mortal.Records();
    }

    [Fact]
    public async Task A_new_offer_whose_crypto_lines_ask_for_something_else_gets_488_and_changes_nothing()
    {
        Client.Encrypt();
        var (call, _) = await Talk();
        var other = Encoding.ASCII.GetString(Client.Sdp(version: 2)).Replace("a=crypto:1 AES_CM_128", "a=crypto:1 AES_256_CM");
        call.Request(SipMethod.Invite, Encoding.ASCII.GetBytes(other));
        call.AckRefusal(await Mortal.Client.Expect(488));
        Client.SaysTo(Employee, 0x11);
        Employee.SaysTo(Client, 0x12);
    }

    private async Task<(TestCall Call, TestCall Ring)> TalkWith(byte[] offer)
    {
        var (call, ring) = await Rung(offer);
        await Employee.Take(ring);
        await Answered(call);
        return (call, ring);
    }

    /// <summary>The client offers anew; the line that we encrypt with.</summary>
    private async Task<string?> Reinvite(TestCall call, ulong version)
    {
        call.Request(SipMethod.Invite, Client.Sdp(version: version));
        var answer = await Mortal.Client.Expect(200);
        var line = Client.Heed(answer.Body);
        call.AckRequest(answer);
        return line.Crypto is [var ours] ? ours.ToSdp() : null;
    }

    /// <summary>Audio in clear on a first line, which goes nowhere, and the client's own on a second.</summary>
    private byte[] Both(SdpDirection direction, ulong version, bool switchedOff = false)
    {
        var own = Encoding.ASCII.GetString(Client.Sdp(direction, version));
        var at = own.IndexOf("m=", StringComparison.Ordinal);
        return Encoding.ASCII.GetBytes(own[..at]
            + $"m=audio {(switchedOff ? 0 : 9)} RTP/AVP 8\r\na={direction.Word()}\r\n"
            + own[at..].Replace("RTP/SAVP 8 0 101", "RTP/SAVP 8"));
    }

    private static IEnumerable<string> Lines(SipMessage message) => Encoding.ASCII.GetString(message.Body).Split("\r\n")
        .Where(static line => line.StartsWith("m=", StringComparison.Ordinal));
}
