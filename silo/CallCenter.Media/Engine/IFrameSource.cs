namespace CallCenter.Media.Engine;

/// <summary>Something of ours that speaks on a leg, a packet per frame of 20 ms.</summary>
internal interface IFrameSource
{
    /// <summary>Writes the packet of this frame.</summary>
    /// <param name="packet">Room for a header and a frame.</param>
    /// <param name="now">Monotonic, in units of the leg's clock rate.</param>
    /// <returns>Its bytes, header included; 0 for a frame of silence without a packet; −1 when it is over.</returns>
    int Next(MediaLeg leg, Span<byte> packet, uint now);

    /// <summary>What goes on when this is over; null for the other leg of the bridge.</summary>
    IFrameSource? Interrupted { get; }

    /// <param name="isComplete">False when something else took its place, or it was stopped.</param>
    void TellEnd(MediaLeg leg, IMediaObserver observer, bool isComplete);
}
