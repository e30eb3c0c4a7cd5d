using System.Collections.Concurrent;
using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Rtp;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Keys of calls whose media goes through us, in the audio or by INFO.</summary>
public sealed class PressedKeyTests : AudioCalls
{
    private readonly KeyReader _reader = new();

    private protected override Task<MortalSilo> Start() => MortalSilo.Start(media: MediaMode.Anchored);

    [Theory]
    [InlineData("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n", '5')]
    [InlineData("application/dtmf", "#", '#')]
    public async Task INFO_is_answered_by_us_and_pressed_on_the_other_side(string type, string body, char key)
    {
        var (call, _) = await Talk();
        call.Request(SipMethod.Info, body: (type, body));
        await Mortal.Client.Expect(200);
        Assert.Equal(key, HearsKey(Employee));
        Mortal.One.ExpectSilence();
    }

    [Fact]
    public async Task INFO_of_the_employee_is_pressed_for_the_client()
    {
        var (_, ring) = await Talk();
        ring.Request(SipMethod.Info, body: ("application/dtmf", "7"));
        await Mortal.One.Expect(200);
        Assert.Equal('7', HearsKey(Client));
    }

    [Fact]
    public async Task INFO_that_says_no_key_is_refused_and_an_empty_one_is_not()
    {
        var (call, _) = await Talk();
        call.Request(SipMethod.Info, body: ("application/dtmf-relay", "Duration=160\r\n"));
        await Mortal.Client.Expect(400);
        call.Request(SipMethod.Info, body: ("application/media_control+xml", "<media_control/>"));
        var refused = await Mortal.Client.Expect(415);
        Assert.Equal("application/dtmf-relay, application/dtmf", refused.Text(SipHeader.Accept));
        call.Request(SipMethod.Info);
        await Mortal.Client.Expect(200);
        Mortal.One.ExpectSilence();
    }

    [Fact]
    public async Task A_key_in_the_audio_is_told_once_and_heard_on_the_other_side()
    {
        await Talk();
        var told = new ConcurrentQueue<char>();
        var leg = Mortal.Silo.Main.Signaling.Core.Legs.Find(Assert.Single(Mortal.Silo.Events<CallArrived>()).Call)!.Caller.Audio!;
        var tell = leg.OnKey!;
        leg.OnKey = (key, now) =>
        {
            tell(key, now);
            told.Enqueue(key);
        };
        Press(Client, '4');
        Assert.Equal('4', HearsKey(Employee));
        Press(Client, '2');
        Assert.Equal('2', HearsKey(Employee));
        await Eventually.Holds(() => told.Count == 2);
        Assert.Equal("42", string.Concat(told));
    }

    [Fact]
    public async Task A_phone_without_keys_hears_nothing_of_them()
    {
        var (call, ring) = await Rung();
        await Employee.Take(ring, Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(Employee.Sdp()).Replace("RTP/AVP 8 0 101", "RTP/AVP 8", StringComparison.Ordinal)));
        await Answered(call);
        call.Request(SipMethod.Info, body: ("application/dtmf", "3"));
        await Mortal.Client.Expect(200);
        Assert.Equal(8, Client.SaysTo(Employee, 0x11).PayloadType);
    }

    private static void Press(AudioPhone phone, char key)
    {
        var writer = new KeyWriter(TelephoneEvent.CodeOf(key)!.Value, 800, 160);
        var payload = new byte[TelephoneEvent.Bytes];
        while (!writer.IsOver)
        {
            writer.Next(payload);
            phone.Audio.Send(
                phone.Other, new RtpHeader(101, false, phone.Audio.Sequence++, phone.Audio.Timestamp, phone.Audio.Ssrc), payload);
        }

        phone.Audio.Timestamp += 1_600;
    }

    /// <summary>The next key that reaches it whole.</summary>
    private char HearsKey(AudioPhone phone)
    {
        while (true)
        {
            var heard = phone.Audio.Hear();
            if (heard.PayloadType != 101)
            {
                continue;
            }

            _reader.Receive(heard.Payload, heard.Timestamp, 0);
            if (_reader.TryTake(0, out var press))
            {
                return press.Key;
            }
        }
    }
}
