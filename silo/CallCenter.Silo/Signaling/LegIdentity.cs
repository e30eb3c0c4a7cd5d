using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Silo.Projects;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling;

/// <summary>The identifiers of one branch of a leg that we ring.</summary>
/// <param name="Branch">One per place that the target is registered at: 0, 1, 2 …</param>
internal readonly record struct BranchIdentity(LegId Leg, int Branch, string CallId, SipTag Tag, ulong Seed)
{
    /// <summary>The Via branch of its INVITE with this CSeq.</summary>
    public SipBranch Via(uint cseq) => new((Seed >> 1) + cseq, Tag.Owner);

    /// <summary>The Via branch of the ACK for a 2xx to it.</summary>
    public SipBranch Ack(uint cseq) => new((Seed >> 1) - cseq, Tag.Owner);
}

/// <summary>
/// Call-ID, tag and Via branch of the legs that a project rings, made from the leg and a secret of the data folder: nobody can guess them,
/// and after a restart the silo can make them again from the leg alone. Only inside the project's loop.
/// </summary>
internal sealed class LegIdentity : IDisposable
{
    private readonly byte[] _secret;
    private readonly ushort _owner;

    /// <summary>Kept with its key: making one for every leg took 3 % of a busy silo's time.</summary>
    private readonly IncrementalHash _hash;

    /// <param name="silo">The data folder's secret. Project 0 takes it as it is: it was there when a silo had one project only.</param>
    public LegIdentity(SipSecret silo, ProjectNumber project)
    {
        _secret = project.IsFirst ? silo.Bytes : silo.Derive($"project {project.Value}");
        _owner = project.Value;
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Another secret that lives as long as this one.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(purpose));

    public BranchIdentity Of(LegId leg, int branch)
    {
        Span<byte> input = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(input, leg.Call.Value);
        BinaryPrimitives.WriteInt32LittleEndian(input[8..], leg.Number);
        BinaryPrimitives.WriteInt32LittleEndian(input[12..], branch);
        Span<byte> mac = stackalloc byte[32];
        _hash.AppendData(input);
        _hash.GetHashAndReset(mac);
        var tag = new SipTag(BinaryPrimitives.ReadUInt64LittleEndian(mac) | 1, _owner);
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
