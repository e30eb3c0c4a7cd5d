using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using static CallCenter.Sip.Sdp.SdpFields;

namespace CallCenter.Sip.Sdp;

/// <summary>
/// A session description as offer and answer need it (RFC 8866, RFC 3264). What is not understood is passed over; what cannot be read at
/// all makes it unusable. Pure; never throws for what peers send.
/// </summary>
public sealed record SessionDescription(IReadOnlyList<MediaLine> Media)
{
    private const int MostLines = 16;
    private const int MostFormats = 64;
    private const int MostCrypto = 16;

    /// <summary>False when the text is no session description, or has more lines of media than anybody means.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out SessionDescription? description)
    {
        description = null;
        if (!body.StartsWith("v=0"u8)) return false;
        var reader = new Reader();
        foreach (var range in body.Split((byte)'\n'))
        {
            if (!reader.Line(body[range].TrimEnd((byte)'\r'))) return false;
        }

        description = reader.Finish();
        return true;
    }

    private sealed class Reader
    {
        private readonly List<MediaLine> _media = [];
        private readonly Section _session = new();
        private Section? _line;

        private Section Current => _line ?? _session;

        /// <returns>False where nothing that follows can be right.</returns>
        public bool Line(ReadOnlySpan<byte> line)
        {
            if (line.Length < 2 || line[1] != '=') return true;
            // Parts of it stand in our answer: a line end of another form must not begin a line there.
            if (line.IndexOfAny((byte)'\r', (byte)0) >= 0) return false;
            var value = line[2..];
            switch (line[0])
            {
                case (byte)'m':
                    Close();
                    return _media.Count < MostLines && (_line = Section.Of(value)) is not null;
                case (byte)'c':
                    Current.Address = Encoding.ASCII.GetString(WithoutTtl(Field(value, 2)));
                    break;
                case (byte)'a':
                    Current.Attribute(value);
                    break;
            }

            return true;
        }

        public SessionDescription Finish()
        {
            Close();
            return new SessionDescription(_media);
        }

        private void Close()
        {
            if (_line is not null) _media.Add(_line.ToLine(_session));
        }
    }

    private sealed class Section
    {
        private readonly Dictionary<int, AudioFormat> _maps = [];
        private readonly Dictionary<int, string> _parameters = [];
        private readonly List<CryptoAttribute> _crypto = [];
        private string _kind = "";
        private string _protocol = "";
        private string _formats = "";
        private int _port;
        private int? _rtcpPort;
        private bool _hasMux;
        private SdpDirection? _direction;

        public string? Address { get; set; }

        /// <summary>Null for an <c>m=</c> line that is none.</summary>
        public static Section? Of(ReadOnlySpan<byte> value)
        {
            // The number of ports behind a slash (RFC 8866 §5.14) is for what we refuse anyway.
            var fields = Encoding.ASCII.GetString(value).Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
            var port = Field(value, 1);
            var slash = port.IndexOf((byte)'/');
            return fields.Length == 4 && Number(slash < 0 ? port : port[..slash], 65535) is { } number
                ? new Section { _kind = fields[0], _port = number, _protocol = fields[2], _formats = fields[3].Trim() }
                : null;
        }

        public void Attribute(ReadOnlySpan<byte> attribute)
        {
            var colon = attribute.IndexOf((byte)':');
            var name = colon < 0 ? attribute : attribute[..colon];
            var value = colon < 0 ? default : attribute[(colon + 1)..];
            if (name.SequenceEqual("rtpmap"u8)) Map(value);
            else if (name.SequenceEqual("fmtp"u8)) Parameters(value);
            else if (name.SequenceEqual("rtcp-mux"u8)) _hasMux = true;
            else if (name.SequenceEqual("crypto"u8)) Crypto(value);
            else if (name.SequenceEqual("rtcp"u8)) _rtcpPort = Number(Field(value, 0), 65535, least: 1);
            else _direction = SdpDirections.Of(name) ?? _direction;
        }

        public MediaLine ToLine(Section session) => new(
            _kind, _port, _protocol, _formats, Formats(), _direction ?? session._direction ?? SdpDirection.SendRecv,
            Address ?? session.Address ?? "", _rtcpPort, _hasMux || session._hasMux, _crypto);

        private List<AudioFormat> Formats()
        {
            List<AudioFormat> formats = [];
            foreach (var word in _formats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostFormats))
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var type) || type > 127) continue;
                var format = _maps.GetValueOrDefault(type) ?? AudioFormat.OfStatic(type);
                if (format is not null && formats.TrueForAll(one => one.PayloadType != type))
                    formats.Add(format with { Parameters = _parameters.GetValueOrDefault(type) });
            }

            return formats;
        }

        // "101 telephone-event/8000", "96 opus/48000/2".
        private void Map(ReadOnlySpan<byte> value)
        {
            var text = Encoding.ASCII.GetString(Field(value, 1)).Split('/');
            if (_maps.Count >= MostFormats || Number(Field(value, 0), 127) is not { } type || text.Length < 2) return;
            if (!int.TryParse(text[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rate) || rate is 0 or > 192_000) return;
            var channels = text.Length > 2 && text[2] == "2" ? 2 : 1;
            _maps[type] = new AudioFormat(type, text[0], rate, channels);
        }

        // What we cannot do is passed over: most phones list several, and the answer takes one (RFC 4568 §5.1.2).
        private void Crypto(ReadOnlySpan<byte> value)
        {
            if (_crypto.Count < MostCrypto && CryptoAttribute.TryParse(value, out var attribute)) _crypto.Add(attribute);
        }

        private void Parameters(ReadOnlySpan<byte> value)
        {
            var space = value.IndexOf((byte)' ');
            if (space > 0 && _parameters.Count < MostFormats && Number(value[..space], 127) is { } type)
                _parameters[type] = Encoding.ASCII.GetString(value[(space + 1)..].Trim((byte)' '));
        }
    }
}
