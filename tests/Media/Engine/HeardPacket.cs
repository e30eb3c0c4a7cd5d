namespace CallCenter.Media.Tests.Engine;

/// <summary>What a <see cref="Phone"/> heard.</summary>
internal sealed record HeardPacket(byte PayloadType, bool HasMarker, ushort Sequence, uint Timestamp, uint Ssrc, byte[] Payload);
