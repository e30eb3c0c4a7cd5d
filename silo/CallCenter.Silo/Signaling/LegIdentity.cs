using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling;

/// <summary>The identifiers of one branch of a leg that we ring.</summary>
/// <param name="Branch">One per place that the target is registered at: 0, 1, 2 …</param>
internal readonly record struct BranchIdentity(LegId Leg, int Branch, string CallId, SipTag Tag, ulong Seed)
{
    /// <summary>The Via branch of its INVITE with this CSeq.</summary>
    public SipBranch Via(uint cseq) => ViaOf(Seed, cseq);

    public static SipBranch ViaOf(ulong seed, uint cseq) => new((seed >> 1) + cseq);

    /// <summary>The Via branch of the ACK for a 2xx to it.</summary>
    public static SipBranch AckOf(ulong seed, uint cseq) => new((seed >> 1) - cseq);
}

/// <summary>
/// Call-ID, tag and Via branch of the legs we ring, made from the leg and a secret of the data folder: nobody can guess them, and after
/// a restart the silo can make them again from the leg alone. Only inside the loop.
/// </summary>
internal sealed class LegIdentity(byte[] secret) : IDisposable
{
    private const string SecretFile = "sip-identity";
    private const int SecretBytes = 32;

    /// <summary>Kept with its key: making one for every leg took 3 % of a busy silo's time.</summary>
    private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

    /// <summary>Reads the folder's secret, makes it on the first start.</summary>
    public static LegIdentity Open(string folder)
    {
        var path = Path.Combine(folder, SecretFile);
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: SecretBytes } kept)
        {
            return new LegIdentity(kept);
        }

        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(secret);
        return new LegIdentity(secret);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Another secret that lives as long as this one.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose));

    public BranchIdentity Of(LegId leg, int branch)
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(input, leg.Call.Value);
        BinaryPrimitives.WriteInt32LittleEndian(input[8..], leg.Number);
        BinaryPrimitives.WriteInt32LittleEndian(input[12..], branch);
        Span<byte> mac = stackalloc byte[32];
        _hash.AppendData(input);
        _hash.GetHashAndReset(mac);
        var tag = new SipTag(BinaryPrimitives.ReadUInt64LittleEndian(mac) | 1);
        var name = BinaryPrimitives.ReadUInt64LittleEndian(mac[8..]);
        return new BranchIdentity(
            leg, branch, string.Create(CultureInfo.InvariantCulture, $"{leg.Call.Value}-{leg.Number}-{branch}-{name:x16}"), tag,
            BinaryPrimitives.ReadUInt64LittleEndian(mac[16..]));
    }

    /// <summary>The branch whose INVITE this is a response to; null for what we never sent.</summary>
    public BranchIdentity? Recognise(SipMessage response)
    {
        return OfCallId(response.CallId) is { } identity
            && SipTag.TryParse(response.FromTag, out var tag) && tag == identity.Tag
            && SipBranch.TryParse(response.TopVia.Branch, out var via) && via == identity.Via(response.CSeq) ? identity : null;
    }

    /// <summary>The branch with this Call-ID; null for one that we never made.</summary>
    public BranchIdentity? OfCallId(ReadOnlySpan<byte> callId)
    {
        var rest = callId;
        if (!TakeNumber(ref rest, out var call) || !TakeNumber(ref rest, out var number) || !TakeNumber(ref rest, out var branch)
            || number > int.MaxValue || branch > int.MaxValue)
        {
            return null;
        }

        var identity = Of(new LegId(new CallId(call), (int)number), (int)branch);
        return Ascii.Equals(callId, identity.CallId) ? identity : null;
    }

    private static bool TakeNumber(ref ReadOnlySpan<byte> text, out long number)
    {
        var found = Utf8Parser.TryParse(text, out number, out var length) && number >= 0 && length < text.Length && text[length] == '-';
        text = found ? text[(length + 1)..] : default;
        return found;
    }
}
