using System.Buffers.Text;
using System.Text;

namespace CallCenter.Sip.Sdp;

/// <summary>
/// The few facts of an SDP body the call center looks at (RFC 8866, RFC 3264). The body itself is passed on byte for byte. The
/// medium described is the first audio that is not switched off by port 0, else the first medium.
/// </summary>
/// <param name="SessionVersion">From o=; an unchanged version means an unchanged description.</param>
/// <param name="ConnectionAddress">From the medium's c=, else the session's; empty when none.</param>
/// <param name="MediaPort">0 when the medium is refused or there is none.</param>
/// <param name="Direction">From the medium, else the session, else both ways.</param>
public readonly record struct SdpSummary(ulong SessionVersion, string ConnectionAddress, ushort MediaPort, SdpDirection Direction)
{
    /// <summary>
    /// The sender puts the other side on hold (RFC 3264 §8.4): it wants nothing from it. The old form with address 0.0.0.0 counts too.
    /// </summary>
    public bool IsHold => Direction is SdpDirection.SendOnly or SdpDirection.Inactive || ConnectionAddress is "0.0.0.0" or "::";

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

    /// <summary>Session lines come first; each m= starts a section of its own.</summary>
    private struct Reader
    {
        private ulong _version;
        private Section _session;
        private Section _medium;
        private Section _chosen;
        private bool _inMedium;
        private bool _hasChosen;

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
                    _version = Number(Field(value, 2));
                    break;
                case (byte)'m':
                    CloseMedium();
                    _inMedium = true;
                    _medium = new Section
                    {
                        IsAudio = value.StartsWith("audio "u8),
                        Port = (ushort)Math.Min(Number(Field(value, 1)), ushort.MaxValue),
                    };
                    break;
                case (byte)'c':
                    Current().Address = Encoding.ASCII.GetString(WithoutTtl(Field(value, 2)));
                    break;
                case (byte)'a':
                    Current().Direction = DirectionOf(value) ?? Current().Direction;
                    break;
            }
        }

        public SdpSummary Finish()
        {
            CloseMedium();
            return new SdpSummary(
                _version,
                _chosen.Address ?? _session.Address ?? "",
                _chosen.Port,
                _chosen.Direction ?? _session.Direction ?? SdpDirection.SendRecv);
        }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        private ref Section Current() => ref _inMedium ? ref _medium : ref _session;

        private void CloseMedium()
        {
            var better = _medium is { IsAudio: true, Port: > 0 } && !(_chosen is { IsAudio: true, Port: > 0 });
            if (_inMedium && (!_hasChosen || better))
            {
                _chosen = _medium;
                _hasChosen = true;
            }
        }

        private static SdpDirection? DirectionOf(ReadOnlySpan<byte> attribute) => attribute switch
        {
            _ when attribute.SequenceEqual("sendrecv"u8) => SdpDirection.SendRecv,
            _ when attribute.SequenceEqual("sendonly"u8) => SdpDirection.SendOnly,
            _ when attribute.SequenceEqual("recvonly"u8) => SdpDirection.RecvOnly,
            _ when attribute.SequenceEqual("inactive"u8) => SdpDirection.Inactive,
            _ => null,
        };

        private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> value, int index)
        {
            foreach (var range in value.Split((byte)' '))
            {
                if (index-- == 0)
                {
                    return value[range];
                }
            }

            return default;
        }

        private static ReadOnlySpan<byte> WithoutTtl(ReadOnlySpan<byte> address)
        {
            var slash = address.IndexOf((byte)'/');
            return slash < 0 ? address : address[..slash];
        }

        private static ulong Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out ulong number, out _) ? number : 0;
    }

    private struct Section
    {
        public bool IsAudio;
        public ushort Port;
        public string? Address;
        public SdpDirection? Direction;
    }
}
