using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>What goes on with the media of a leg, as a part of its own inside an event, and how it went.</summary>
internal static class LegMediaCodec
{
    public static void Write(ref EventWriter to, LegDescribed described)
    {
        CallEventCodec.WriteLeg(ref to, described.Leg);
        var media = described.Media;
        var start = to.BeginPart();
        to.Signed(media.Port);
        to.Unsigned(media.Ssrc);
        to.Unsigned(media.Sequence);
        to.Unsigned(media.Timestamp);
        to.Signed(media.At);
        to.Bytes(media.Sdp);
        to.Flag(media.PeerSdp is not null);
        if (media.PeerSdp is not null)
        {
            to.Bytes(media.PeerSdp);
        }
        to.EndPart(start);
    }

    public static void Write(ref EventWriter to, LegMeasured measured)
    {
        CallEventCodec.WriteLeg(ref to, measured.Leg);
        var quality = measured.Quality;
        to.Signed(quality.Packets);
        to.Signed(quality.Lost);
        to.Signed(quality.JitterUs);
        to.OptionalSigned(quality.RoundTripUs);
        to.OptionalSigned(quality.ScoreHundredths);
        to.Signed(quality.Sent);
        to.OptionalSigned(quality.SentLost);
        to.OptionalSigned(quality.SentJitterUs);
        to.OptionalSigned(quality.SentScoreHundredths);
    }

    public static LegMeasured ReadMeasured(ref EventReader from) => new(
        CallEventCodec.ReadLeg(ref from),
        new LegQualityRecord(
            from.Signed(), from.Signed(), from.Signed(), from.OptionalSigned(), from.OptionalInt(), from.Signed(), from.OptionalSigned(),
            from.OptionalSigned(), from.OptionalInt()));

    public static LegMedia Read(ref EventReader from)
    {
        var part = from.Part();
        return new LegMedia(
            part.Int(), part.UnsignedInt(), part.UnsignedInt(), part.UnsignedInt(), part.Signed(), part.Bytes().ToArray(),
            part.Flag() ? part.Bytes().ToArray() : null);
    }
}
