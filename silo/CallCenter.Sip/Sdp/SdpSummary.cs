using System.Buffers.Text;
using System.Text;
using static CallCenter.Sip.Sdp.SdpFields;

namespace CallCenter.Sip.Sdp;

/// <summary>
/// The few facts of an SDP body the call center looks at (RFC 8866, RFC 3264). The body itself is passed on byte for byte. The
/// medium described is the first that is in use, audio before others, those that are not on hold before those that are; where all are
/// switched off by port 0, the first.
/// </summary>
/// <param name="SessionVersion">From o=; an unchanged version means an unchanged description.</param>
/// <param name="ConnectionAddress">From the medium's c=, else the session's; empty when none.</param>
/// <param name="MediaPort">0 when the medium is refused or there is none.</param>
/// <param name="Direction">From the medium, else the session, else both ways.</param>
public readonly record struct SdpSummary(ulong SessionVersion, string ConnectionAddress, ushort MediaPort, SdpDirection Direction)
{
    /// <summary>
    /// The sender puts the other side on hold (RFC 3264 §8.4): it wants nothing from it on any stream in use. The old form with address
    /// 0.0.0.0 counts too. A stream that is switched off has no direction (§8.2), whatever its attributes say.
    /// </summary>
    public bool IsHold => MediaPort > 0 && IsHeld(Direction, ConnectionAddress);

    /// <summary>False when the text does not begin as SDP.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, out SdpSummary summary)
    {
        summary = default;
        if (!body.StartsWith("v="u8))
        {
            return false;
        }

        var reader = default(Reader);
        foreach (var range in body.Split((byte)'\n'))
        {
            reader.Line(body[range].TrimEnd((byte)'\r'));
        }

        summary = reader.Finish();
        return true;
    }

    private static bool IsHeld(SdpDirection direction, string address) =>
        direction is SdpDirection.SendOnly or SdpDirection.Inactive || address is "0.0.0.0" or "::";

    /// <summary>Session lines come first; each m= starts a section of its own.</summary>
    private struct Reader
    {
        private ulong _version;
        private Section _session;
        private Section _medium;
        private Section _chosen;
        private bool _inMedium;
        private int _chosenRank;

        public void Line(ReadOnlySpan<byte> line)
        {
            if (line.Length < 2 || line[1] != '=')
            {
                return;
            }

            var value = line[2..];
            switch (line[0])
            {
                case (byte)'o':
                    _version = Count(Field(value, 2));
                    break;
                case (byte)'m':
                    CloseMedium();
                    _inMedium = true;
                    _medium = new Section
                    {
                        IsAudio = value.StartsWith("audio "u8),
                        Port = (ushort)Math.Min(Count(Field(value, 1)), ushort.MaxValue),
                    };
                    break;
                case (byte)'c':
                    Current().Address = Encoding.ASCII.GetString(WithoutTtl(Field(value, 2)));
                    break;
                case (byte)'a':
                    Current().Direction = SdpDirections.Of(value) ?? Current().Direction;
                    break;
            }
        }

        public SdpSummary Finish()
        {
            CloseMedium();
            return new SdpSummary(_version, AddressOf(_chosen), _chosen.Port, DirectionOf(_chosen));
        }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        private ref Section Current() => ref _inMedium ? ref _medium : ref _session;

        private void CloseMedium()
        {
            if (_inMedium && Rank(_medium) is var rank && rank > _chosenRank)
            {
                _chosen = _medium;
                _chosenRank = rank;
            }
        }

        private readonly int Rank(in Section medium)
        {
            if (medium.Port == 0)
            {
                return 1;
            }

            var rank = medium.IsAudio ? 4 : 2;
            return IsHeld(DirectionOf(medium), AddressOf(medium)) ? rank : rank + 1;
        }

        private readonly string AddressOf(in Section medium) => medium.Address ?? _session.Address ?? "";

        private readonly SdpDirection DirectionOf(in Section medium) =>
            medium.Direction ?? _session.Direction ?? SdpDirection.SendRecv;

        private static ulong Count(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out ulong number, out _) ? number : 0;
    }

    private struct Section
    {
        public bool IsAudio;
        public ushort Port;
        public string? Address;
        public SdpDirection? Direction;
    }
}
