using System.Net;
using System.Text;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Rtp;
using CallCenter.Media.Tests.Engine;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Tests.Media;

/// <summary>A <see cref="TestPhone"/> with an ear and a mouth: what its session descriptions name is a real socket.</summary>
internal sealed class AudioPhone(TestPhone phone, uint ssrc) : IDisposable
{
    public Phone Audio { get; } = new() { Ssrc = ssrc };

    public TestPhone Signals => phone;

    /// <summary>Where the other side of the description that it got listens.</summary>
    public IPEndPoint Other { get; private set; } = new(IPAddress.Loopback, 9);

    /// <summary>Its own description.</summary>
    public byte[] Sdp(SdpDirection direction = SdpDirection.SendRecv, ulong version = 1) =>
        SdpWriter.Audio("127.0.0.1", Audio.EndPoint.Port, 7, version, direction);

    public TestCall Call(string dialled, byte[]? sdp = null) => TestCall.Make(phone, dialled, sdp: sdp ?? Sdp());

    /// <summary>Answers with its own description, or another one.</summary>
    public Task<SipMessage> Take(TestCall ring, byte[]? sdp = null, bool expectAck = true)
    {
        Heed(ring.Invite!.Body);
        return ring.Take(expectAck, withSdp: false, body: ("application/sdp", Encoding.ASCII.GetString(sdp ?? Sdp())));
    }

    /// <summary>Speaks to where this description says from now on; its line of audio.</summary>
    public MediaLine Heed(ReadOnlySpan<byte> sdp)
    {
        Assert.True(SessionDescription.TryParse(sdp, out var description), Encoding.ASCII.GetString(sdp));
        var line = Assert.Single(description.Media);
        Other = new IPEndPoint(IPAddress.Parse(line.Address), line.Port);
        return line;
    }

    /// <summary>One frame, that has to be heard by the other one.</summary>
    public HeardPacket SaysTo(AudioPhone other, byte filled)
    {
        Audio.Say(Other, filled);
        while (true)
        {
            // What was on its way before.
            var heard = other.Audio.Hear();
            if (heard.Payload[0] == filled)
            {
                return heard;
            }
        }
    }

    /// <summary>A key of RFC 4733, whose end is said three times.</summary>
    public void Presses(char key)
    {
        Span<byte> pressed = stackalloc byte[TelephoneEvent.Bytes];
        for (var i = 0; i < 5; i++)
        {
            new TelephoneEvent(TelephoneEvent.CodeOf(key)!.Value, IsEnd: i > 1, 10, (ushort)(160 * Math.Min(i + 1, 3))).Write(pressed);
            Audio.Send(
                Other, new RtpHeader((byte)AudioFormat.Keys.PayloadType, i == 0, Audio.Sequence++, Audio.Timestamp, Audio.Ssrc),
                pressed.ToArray());
        }

        Audio.Timestamp += 480;
    }

    /// <summary>Half a second of something that is not silence.</summary>
    public (HeardPacket First, HeardPacket Last) HearsSound()
    {
        var heard = Enumerable.Range(0, 25).Select(_ => Audio.Hear()).ToList();
        Assert.True(heard.SelectMany(static packet => packet.Payload).Distinct().Count() > 20, "silence");
        return (heard[0], heard[^1]);
    }

    public void Dispose() => Audio.Dispose();
}
