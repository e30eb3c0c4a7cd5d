using System.Net;
using CallCenter.Media.Codecs;
using CallCenter.Media.Ports;

namespace CallCenter.Media.Engine;

/// <summary>
/// The facts from which a leg goes on after a restart, so that the peer hears the same stream from the same place. Read at any moment; what
/// is sent afterwards is made up for by <see cref="After"/>, so that it need not be kept at every packet.
/// </summary>
/// <param name="Highest">The highest sequence number sent, roll-overs in its upper 16 bits.</param>
/// <param name="Timestamp">Of that packet.</param>
/// <param name="Source">From where the peer was heard; null when it was not.</param>
public sealed record MediaLegState(PortPair Ports, uint Ssrc, uint Highest, uint Timestamp, IPEndPoint? Source)
{
    // More than a tick's worth of packets; far less than what a receiver takes for a new beginning (RFC 3550 A.1).
    private const int Margin = 10;

    private static readonly TimeSpan UsualPacket = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// A stream that begins (RFC 3550 §5.1: SSRC, first number and first timestamp at random). An encrypted leg goes on with one: under a
    /// key no number of a stream may come twice, and a receiver follows no jump that is far from the truth (RFC 3711 §3.3.1). Its number
    /// stays in the lower half of its range, so that it does not roll over while a receiver still guesses how often it did.
    /// </summary>
    public static MediaLegState Begin(PortPair ports) => new(
        ports, (uint)Random.Shared.NextInt64(1, uint.MaxValue), (uint)Random.Shared.Next(0x8000), (uint)Random.Shared.Next(), Source: null);

    /// <summary>
    /// The state some time later: numbers ahead of whatever was sent meanwhile, timestamps with the clock. A receiver takes the gap for a
    /// loss and goes on; going back would be heard as old packets.
    /// </summary>
    /// <param name="passed">From the reading until now, the time of the restart included; not negative.</param>
    /// <param name="packet">The duration of one packet; 20 ms unless told.</param>
    public MediaLegState After(TimeSpan passed, int clockRate = G711.SampleRate, TimeSpan? packet = null) => this with
    {
        Highest = Highest + (uint)(long)(passed / (packet ?? UsualPacket)) + Margin,
        Timestamp = Timestamp + (uint)(long)(passed.TotalSeconds * clockRate),
    };
}
