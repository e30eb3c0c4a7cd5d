using System.Net;
using CallCenter.Media.Codecs;
using CallCenter.Media.Ports;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Engine;

/// <summary>
/// The facts from which a leg goes on after a restart, so that the peer hears the same stream from the same place. Read at any moment; what
/// is sent afterwards is made up for by <see cref="After"/>, so that it need not be kept at every packet.
/// </summary>
/// <param name="Highest">The highest sequence number sent, roll-overs in its upper 16 bits (RFC 3711 needs them).</param>
/// <param name="Timestamp">Of that packet.</param>
/// <param name="Source">From where the peer was heard; null when it was not.</param>
public sealed record MediaLegState(PortPair Ports, uint Ssrc, uint Highest, uint Timestamp, IPEndPoint? Source)
{
    // More than a tick's worth of packets; far less than what a receiver takes for a new beginning (RFC 3550 A.1).
    private const int Margin = 10;

    private static readonly TimeSpan UsualPacket = TimeSpan.FromMilliseconds(20);

    /// <summary>Null for a leg of plain RTP.</summary>
    public SrtpState? Srtp { get; init; }

    /// <summary>
    /// The state some time later: numbers ahead of whatever was sent meanwhile, timestamps with the clock. A receiver takes the gap for a
    /// loss and goes on; going back would be heard as old packets.
    /// </summary>
    /// <param name="passed">From the reading until now, the time of the restart included; not negative.</param>
    /// <param name="packet">The duration of one packet; 20 ms unless told.</param>
    public MediaLegState After(TimeSpan passed, int clockRate = G711.SampleRate, TimeSpan? packet = null) => this with
    {
        Highest = Highest + (uint)(long)(passed / (packet ?? UsualPacket)) + Margin,
        Srtp = Srtp is { } srtp ? srtp with { NextReport = srtp.NextReport + (uint)(long)passed.TotalSeconds + Margin } : null,
        Timestamp = Timestamp + (uint)(long)(passed.TotalSeconds * clockRate),
    };
}
