namespace CallCenter.Media.Engine;

/// <summary>What a received payload type is to us.</summary>
internal enum PayloadKind : byte
{
    /// <summary>Not agreed on: no valid packet of the leg.</summary>
    Unknown,
    Audio,
    TelephoneEvent,
    ComfortNoise,
}
