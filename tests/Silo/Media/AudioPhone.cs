using System.Net;
using System.Text;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;
using CallCenter.Media.Tests.Engine;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Tests.Media;

/// <summary>A <see cref="TestPhone"/> with an ear and a mouth: what its session descriptions name is a real socket.</summary>
internal sealed class AudioPhone(TestPhone phone, uint ssrc) : IDisposable
{
    private CryptoAttribute? _ours;
    private CryptoAttribute? _theirs;

    public Phone Audio { get; } = new() { Ssrc = ssrc };

    public TestPhone Signals => phone;

    /// <summary>Where the other side of the description that it got listens.</summary>
    public IPEndPoint Other { get; private set; } = new(IPAddress.Loopback, 9);

    /// <summary>From now on it speaks with another key, and its descriptions say so (RFC 4568); null: it speaks in clear.</summary>
    public void Encrypt(CryptoSuite? suite = CryptoSuite.Tag80)
    {
        _ours = suite is { } wanted ? new CryptoAttribute(1, wanted, SrtpMasterKey.Create().ToBytes()) : null;
        Audio.Sender?.Dispose();
        Audio.Sender = _ours is null ? null : new SrtpSender(new SrtpMasterKey(_ours.Key.Span), _ours.Suite == CryptoSuite.Tag32);
    }

    /// <summary>Its own description.</summary>
    public byte[] Sdp(SdpDirection direction = SdpDirection.SendRecv, ulong version = 1)
    {
        var plain = SdpWriter.Audio("127.0.0.1", Audio.EndPoint.Port, 7, version, direction);
        return _ours is null ? plain : Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(plain).Replace("RTP/AVP", "RTP/SAVP", StringComparison.Ordinal) + $"a=crypto:{_ours.ToSdp()}\r\n");
    }

    public TestCall Call(string dialled, byte[]? sdp = null) => TestCall.Make(phone, dialled, sdp: sdp ?? Sdp());

    /// <summary>Answers with its own description, or another one.</summary>
    public Task<SipMessage> Take(TestCall ring, byte[]? sdp = null, bool expectAck = true)
    {
        Heed(ring.Invite!.Body);
        return ring.Take(expectAck, withSdp: false, body: ("application/sdp", Encoding.ASCII.GetString(sdp ?? Sdp())));
    }

    /// <summary>Speaks to where this description says from now on, and understands what it encrypts with; its line of audio.</summary>
    public MediaLine Heed(ReadOnlySpan<byte> sdp)
    {
        Assert.True(SessionDescription.TryParse(sdp, out var description), Encoding.ASCII.GetString(sdp));
        var line = Assert.Single(description.Media, one => one.Port > 0);
        Other = new IPEndPoint(IPAddress.Parse(line.Address), line.Port);
        Assert.Equal(line.IsSecureRtp, line.Crypto.Count == 1);
        Understand(line.Crypto is [var theirs] ? theirs : null);
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

    /// <summary>The same key goes on with its numbers.</summary>
    private void Understand(CryptoAttribute? theirs)
    {
        if (theirs?.ToSdp() == _theirs?.ToSdp())
        {
            return;
        }

        _theirs = theirs;
        Audio.Receiver?.Dispose();
        Audio.Receiver = theirs is null ? null : new SrtpReceiver(new SrtpMasterKey(theirs.Key.Span), theirs.Suite == CryptoSuite.Tag32);
    }
}
