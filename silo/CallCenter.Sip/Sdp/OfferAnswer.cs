using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallCenter.Sip.Sdp;

/// <summary>
/// Offer and answer of one audio stream (RFC 3264): what we write, and what is agreed by it. Everything else that a peer offers is
/// refused line by line, as the answer has to have the lines of the offer in their order. Pure.
/// </summary>
public static class OfferAnswer
{
    /// <summary>Our offer.</summary>
    public static byte[] Offer(LocalAudio local)
    {
        var text = Begin(local);
        var others = local.Others ?? [];
        foreach (var line in others.Take(local.Place)) Refuse(text, line);
        Write(text, local, local.Crypto is null ? "RTP/AVP" : "RTP/SAVP", local.Formats, local.Direction, local.HasRtcpMux);
        foreach (var line in others.Skip(local.Place)) Refuse(text, line);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>
    /// Our answer, and what is agreed by it. Where audio is offered both encrypted and in clear, as some phones do, it is encrypted.
    /// </summary>
    /// <returns>
    /// Null where nothing of the offer can be talked on: no audio over RTP that we can do, no format that both have, no address. Standing
    /// is what the answer says of us: repeated it is an offer, whose answer is read with it.
    /// </returns>
    public static (byte[] Sdp, AudioTerms Terms, LocalAudio Standing)? Answer(SessionDescription offer, LocalAudio local)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var taken = offer.Media.Where(line => IsUsable(line) && (line.IsPlainRtp || local.Crypto is not null))
            .Where(line => Common(line.Formats, local.Formats) is not [])
            .OrderByDescending(line => line.IsSecureRtp).FirstOrDefault();
        if (taken is null) return null;
        // Under the offer's numbers, so that both directions have the same (RFC 3264 §6.1); what we say of them is ours.
        var common = Common(taken.Formats, local.Formats);
        var receives = common.ConvertAll(format => format with { Parameters = local.Formats.First(format.Fits).Parameters });
        var direction = local.Direction.Facing(taken.Direction);
        var mux = taken.HasRtcpMux && local.HasRtcpMux;
        // One line, with suite and tag of the one that it takes and a key of ours (RFC 4568 §5.1.2).
        var theirs = taken.IsSecureRtp ? taken.Crypto[0] : null;
        var standing = Placed(local, offer, taken) with
        {
            Formats = receives,
            Crypto = theirs is null ? null : theirs with { Key = local.Crypto!.Key },
        };
        var text = Begin(local);
        foreach (var line in offer.Media)
        {
            if (ReferenceEquals(line, taken)) Write(text, standing, line.Protocol, receives, direction, mux);
            else Refuse(text, line);
        }

        var terms = Terms(taken, receives, common, direction, mux) with { Crypto = theirs is null ? null : (standing.Crypto!, theirs) };
        return (Encoding.ASCII.GetBytes(text.ToString()), terms, standing);
    }

    /// <summary>
    /// What is agreed by a description of the peer's and ours that belongs to it, whoever offered; null where it refuses what we say, or
    /// nothing can be talked on.
    /// </summary>
    public static AudioTerms? Accept(SessionDescription theirs, LocalAudio ours)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(ours);
        return theirs.Media.Count > ours.Place ? Agreed(theirs.Media[ours.Place], ours) : null;
    }

    /// <summary>What a description of ours says, read back; null where it has no audio.</summary>
    /// <param name="local">What cannot be read of it.</param>
    public static LocalAudio? Standing(SessionDescription said, LocalAudio local)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Media.FirstOrDefault(static line => line.IsTalkable) is { } line
            ? Placed(local, said, line) with { Formats = line.Formats, Crypto = line.IsSecureRtp ? line.Crypto[0] : null }
            : null;
    }

    private static AudioTerms? Agreed(MediaLine line, LocalAudio ours)
    {
        if (!IsUsable(line) || Common(line.Formats, ours.Formats) is not { Count: > 0 } sends) return null;
        // Encrypted or not, as we said, and with the line of ours that it took (RFC 4568 §5.1.3).
        var crypto = ours.Crypto is null ? null : line.Crypto.FirstOrDefault(ours.Crypto.Fits);
        if (line.IsSecureRtp != ours.Crypto is not null || (line.IsSecureRtp && crypto is null)) return null;
        // The peer may send whatever of ours it took, under our numbers (RFC 3264 §7).
        var receives = ours.Formats.Where(format => sends.Exists(one => one.Fits(format))).ToList();
        var mux = line.HasRtcpMux && ours.HasRtcpMux;
        return Terms(line, receives, sends, ours.Direction.Facing(line.Direction), mux) with
        {
            Crypto = crypto is null ? null : (ours.Crypto!, crypto),
        };
    }

    private static LocalAudio Placed(LocalAudio local, SessionDescription among, MediaLine line) => local with
    {
        Place = among.Media.TakeWhile(one => !ReferenceEquals(one, line)).Count(),
        Others = [.. among.Media.Where(one => !ReferenceEquals(one, line))],
    };

    private static bool IsUsable(MediaLine line) => line.IsTalkable && IsAddress(line.Address);

    // .NET takes "1" and "0x7f.1" for addresses as well.
    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text);

    /// <summary>Those of theirs that we have, in their order; none where only key presses or noise are left.</summary>
    private static List<AudioFormat> Common(IReadOnlyList<AudioFormat> theirs, IReadOnlyList<AudioFormat> ours)
    {
        var common = theirs.Where(format => ours.Any(one => one.Fits(format))).ToList();
        return common.TrueForAll(format => format.IsBesideAudio) ? [] : common;
    }

    private static AudioTerms Terms(
        MediaLine line, IReadOnlyList<AudioFormat> receives, IReadOnlyList<AudioFormat> sends, SdpDirection direction, bool mux)
    {
        // The form of hold from before there were directions (RFC 3264 §8.4): nothing is to be sent there.
        var isNowhere = line.Address is "0.0.0.0" or "::";
        return new AudioTerms(
            line.Address, line.Port, mux ? line.Port : line.RtcpPort ?? Math.Min(line.Port + 1, IPEndPoint.MaxPort), mux, receives, sends,
            isNowhere ? direction.Facing(SdpDirection.SendOnly) : direction);
    }

    private static StringBuilder Begin(LocalAudio local)
    {
        ArgumentNullException.ThrowIfNull(local);
        var here = $"IN {(local.Address.Contains(':', StringComparison.Ordinal) ? "IP6" : "IP4")} {local.Address}";
        return new StringBuilder(512).Append(
            CultureInfo.InvariantCulture, $"v=0\r\no=- {local.SessionId} {local.Version} {here}\r\ns=-\r\nc={here}\r\nt=0 0\r\n");
    }

    private static void Refuse(StringBuilder text, MediaLine line) =>
        text.Append(CultureInfo.InvariantCulture, $"m={line.Kind} 0 {line.Protocol} {line.FormatList}\r\n");

    private static void Write(
        StringBuilder text, LocalAudio local, string protocol, IReadOnlyList<AudioFormat> formats, SdpDirection direction, bool mux)
    {
        text.Append(CultureInfo.InvariantCulture, $"m=audio {local.Port} {protocol}");
        foreach (var format in formats) text.Append(CultureInfo.InvariantCulture, $" {format.PayloadType}");
        text.Append("\r\n");
        foreach (var format in formats)
        {
            var channels = format.Channels > 1 ? $"/{format.Channels}" : "";
            text.Append(CultureInfo.InvariantCulture, $"a=rtpmap:{format.PayloadType} {format.Name}/{format.ClockRate}{channels}\r\n");
            if (format.Parameters is { Length: > 0 } parameters)
                text.Append(CultureInfo.InvariantCulture, $"a=fmtp:{format.PayloadType} {parameters}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"a=ptime:20\r\na={direction.Word()}\r\n");
        if (mux) text.Append("a=rtcp-mux\r\n");
        if (local.Crypto is { } crypto) text.Append(CultureInfo.InvariantCulture, $"a=crypto:{crypto.ToSdp()}\r\n");
    }
}
