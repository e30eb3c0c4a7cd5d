using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallCenter.Sip;

/// <summary>
/// An IP address with port as a value: comparing, hashing and passing one allocates nothing. IPv4 is kept in mapped form, so a
/// datagram from a dual-mode socket equals the same peer written as IPv4. Scope ids of link-local addresses are not kept.
/// </summary>
public readonly record struct SipEndPoint
{
    private readonly UInt128 _address;

    public SipEndPoint(IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[16];
        var mapped = address.AddressFamily == AddressFamily.InterNetwork;
        if (mapped)
        {
            bytes[10] = bytes[11] = 0xff;
        }

        address.TryWriteBytes(mapped ? bytes[12..] : bytes, out _);
        _address = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Port = (ushort)port;
    }

    /// <summary>From the four bytes of an IPv4 address in network order, as found in a socket address.</summary>
    public SipEndPoint(uint ipv4, int port)
    {
        _address = new UInt128(0, 0xffff_0000_0000UL | ipv4);
        Port = (ushort)port;
    }

    private SipEndPoint(UInt128 address, int port)
    {
        _address = address;
        Port = (ushort)port;
    }

    /// <summary>The port in host order.</summary>
    public ushort Port { get; }

    /// <summary>True for the default value, which names no peer.</summary>
    public bool IsNone => _address == UInt128.Zero && Port == 0;

    public bool IsIPv4 => (ulong)(_address >> 64) == 0 && (ulong)_address >> 32 == 0xffff;

    /// <summary>The IPv4 address as a number in host order; meaningful when <see cref="IsIPv4"/>.</summary>
    public uint IPv4 => (uint)_address;

    /// <summary>The address alone; two end points of one host differ only in port.</summary>
    public UInt128 AddressKey => _address;

    public IPAddress Address
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128BigEndian(bytes, _address);
            return new IPAddress(IsIPv4 ? bytes[12..] : bytes);
        }
    }

    /// <summary>Writes the address without port and brackets; <paramref name="target"/> needs 45 bytes. Returns the length.</summary>
    public int FormatAddress(Span<byte> target)
    {
        if (!IsIPv4)
        {
            Span<char> text = stackalloc char[45];
            Address.TryFormat(text, out var length);
            return Encoding.ASCII.GetBytes(text[..length], target);
        }

        var at = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            Utf8Formatter.TryFormat((byte)(IPv4 >> shift), target[at..], out var digits);
            at += digits;
            if (shift > 0)
            {
                target[at++] = (byte)'.';
            }
        }

        return at;
    }

    public IPEndPoint ToIPEndPoint() => new(Address, Port);

    public static SipEndPoint From(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return new SipEndPoint(endPoint.Address, endPoint.Port);
    }

    public SipEndPoint WithPort(int port) => new(_address, port);

    /// <summary>Parses <c>1.2.3.4:5060</c>, <c>[2001:db8::1]:5060</c> and both without port.</summary>
    public static bool TryParse(string text, int defaultPort, out SipEndPoint endPoint)
    {
        endPoint = default;
        if (!IPEndPoint.TryParse(text, out var parsed))
        {
            return false;
        }

        endPoint = new SipEndPoint(parsed.Address, parsed.Port == 0 ? defaultPort : parsed.Port);
        return true;
    }

    public override string ToString() => IsIPv4
        ? string.Create(CultureInfo.InvariantCulture, $"{Address}:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"[{Address}]:{Port}");
}
