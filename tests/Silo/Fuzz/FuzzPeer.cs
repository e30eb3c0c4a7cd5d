using System.Net;
using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared.Fuzz;
using CallCenter.Tests.Shared.Torture;

namespace CallCenter.Silo.Tests.Fuzz;

/// <summary>
/// The other side of the network: takes what the silo sends, and makes the next input from it, from RFC 4475, or from scratch, mostly
/// changed at random.
/// </summary>
internal sealed class FuzzPeer(int seed) : ISipTransport
{
    public static readonly SipEndPoint Carrier = new(IPAddress.Parse("127.0.0.9"), 5080);
    public static readonly SipEndPoint Phone = new(IPAddress.Parse("127.0.0.10"), 5090);
    private const int MostKept = 64;
    private const int MostRecent = 5_000;
    private readonly Random _random = new(seed);
    private readonly Mutator _mutator = new(new Random(seed));
    private readonly byte[][] _torture = [.. TortureMessages.Names.Select(TortureMessages.Bytes)];
    private readonly byte[][] _sent = new byte[MostKept][];
    private readonly Queue<byte[]> _recent = new(MostRecent);
    private readonly SipMessageWriter _writer = new();
    private readonly Lock _sending = new();
    private long _count;
    private uint _number;

    /// <summary>Messages the silo sent.</summary>
    public long Sent => Interlocked.Read(ref _count);

    /// <summary>Answers to <see cref="Options"/>.</summary>
    public long OptionsAnswered { get; private set; }

    /// <summary>The last inputs, oldest first.</summary>
    public IReadOnlyCollection<byte[]> Recent => _recent;

    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        lock (_sending)
        {
            _sent[_count % MostKept] = message.ToArray();
            _count++;
            if (message.StartsWith("SIP/2.0 200"u8) && message.IndexOf("Call-ID: alive"u8) > 0)
            {
                OptionsAnswered++;
            }
        }

        return true;
    }

    /// <summary>The next input; a fifth of them is unchanged, so that calls come to pass.</summary>
    public byte[] Next()
    {
        var seed = _random.Next(10) switch
        {
            0 => _torture[_random.Next(_torture.Length)],
            < 4 => Request(),
            _ => Reply() ?? Request(),
        };
        var input = _random.Next(5) == 0 ? seed : _mutator.Change(seed, _torture);
        if (_recent.Count == MostRecent)
        {
            _recent.Dequeue();
        }

        _recent.Enqueue(input);
        return input;
    }

    /// <summary>Mostly the trunk or the phones, sometimes strangers.</summary>
    public SipEndPoint NextSource() => _random.Next(8) switch
    {
        0 => new SipEndPoint((uint)_random.Next(), _random.Next(1, 65_536)),
        < 4 => Phone,
        _ => Carrier,
    };

    public byte[] Options() => Bytes("OPTIONS", "127.0.0.1", "alive", "");

    private byte[] Request() => _random.Next(6) switch
    {
        0 => Bytes("REGISTER", "127.0.0.1", "r", $"Contact: <sip:anna@{Phone}>\r\nExpires: 60\r\n"),
        1 => Bytes("OPTIONS", "127.0.0.1", "o", ""),
        _ => Bytes("INVITE", $"{SampleConfiguration.Number}@127.0.0.1", "i", "Supported: timer\r\nSession-Expires: 1800\r\n"),
    };

    private byte[] Bytes(string method, string uri, string callId, string headers)
    {
        var number = ++_number;
        var sdp = method != "INVITE" ? ""
            : "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
        return Encoding.ASCII.GetBytes(
            $"{method} sip:{uri} SIP/2.0\r\nVia: SIP/2.0/UDP {Carrier};branch=z9hG4bK{number};rport\r\nMax-Forwards: 70\r\n"
            + $"From: <sip:+380501112233@127.0.0.1>;tag=f{number}\r\nTo: <sip:{uri}>\r\nCall-ID: {callId}{number}\r\n"
            + $"CSeq: {number} {method}\r\nContact: <sip:client@{Carrier}>\r\n{headers}"
            + (sdp.Length > 0 ? "Content-Type: application/sdp\r\n" : "") + $"Content-Length: {sdp.Length}\r\n\r\n{sdp}");
    }

    /// <summary>What a peer may say to something the silo sent: a response, an ACK, or a request in the same dialog.</summary>
    private byte[]? Reply()
    {
        byte[]? sent;
        lock (_sending)
        {
            sent = _sent[_random.Next(MostKept)];
        }

        if (sent is null || !SipParser.TryParse(sent, out var message, out _))
        {
            return null;
        }

        message!.Flow = new SipFlow(SipTransport.Udp, Carrier);
        return message.IsRequest ? Response(message) : InDialog(message);
    }

    private byte[] Response(SipMessage request)
    {
        int[] likely = request.Method == SipMethod.Invite
            ? [100, 180, 183, 200, 200, 200, 302, 401, 486, 503, 603] : [200, 200, 200, 481, 500];
        var status = likely[_random.Next(likely.Length)];
        _writer.Response(request, status, new SipTag((ulong)_random.Next(1, 4)));
        _writer.Header(SipHeader.Contact, $"<sip:one@{Phone}>");
        return [.. _writer.Sdp(request.Method == SipMethod.Invite && status is 183 or 200
            ? "v=0\r\no=- 2 2 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4002 RTP/AVP 8\r\n"u8 : default).Written];
    }

    private byte[] InDialog(SipMessage response)
    {
        string[] methods = ["ACK", "ACK", "ACK", "BYE", "BYE", "CANCEL", "INVITE", "UPDATE", "INFO", "OPTIONS", "REFER", "PRACK"];
        var method = methods[_random.Next(methods.Length)];
        var isSame = method is "ACK" or "CANCEL";
        var branch = isSame && _random.Next(2) == 0 ? Encoding.Latin1.GetString(response.TopVia.Branch) : $"z9hG4bK{++_number}";
        return Encoding.Latin1.GetBytes(
            $"{method} sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {Carrier};branch={branch};rport\r\nMax-Forwards: 70\r\n"
            + $"From: {response.Text(SipHeader.From)}\r\nTo: {response.Text(SipHeader.To)}\r\nCall-ID: {response.CallIdText}\r\n"
            + $"CSeq: {(isSame ? response.CSeq : response.CSeq + (uint)_random.Next(1, 5))} {method}\r\n"
            + $"Contact: <sip:client@{Carrier}>\r\nContent-Length: 0\r\n\r\n");
    }
}
