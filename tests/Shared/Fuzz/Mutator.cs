namespace CallCenter.Tests.Shared.Fuzz;

/// <summary>
/// Changes messages at random: bytes, runs of bytes, header lines, numbers, and pieces of other messages. The same seed gives the same
/// changes.
/// </summary>
public sealed class Mutator(Random random)
{
    private const int Longest = 70_000;
    private static readonly byte[] Interesting = "\0\r\n \t\":;,<>@?=&%\\[]()/*{}'0A\xff"u8.ToArray();

    private static readonly byte[][] Numbers =
    [
        "0"u8.ToArray(), "-1"u8.ToArray(), "255"u8.ToArray(), "256"u8.ToArray(), "65535"u8.ToArray(), "65536"u8.ToArray(),
        "2147483647"u8.ToArray(), "2147483648"u8.ToArray(), "4294967295"u8.ToArray(), "4294967296"u8.ToArray(),
        "99999999999999999999999"u8.ToArray(), "1e9"u8.ToArray(), "0x10"u8.ToArray(),
    ];

    /// <summary>A copy of the message with one to four changes.</summary>
    /// <param name="others">Where foreign pieces are taken from.</param>
    public byte[] Change(byte[] message, IReadOnlyList<byte[]> others)
    {
        var bytes = new List<byte>(message);
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            ChangeOnce(bytes, others);
        }

        return [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes, IReadOnlyList<byte[]> others)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(12))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = Interesting[random.Next(Interesting.Length)];
                break;
            case 2:
                bytes.Insert(at, Interesting[random.Next(Interesting.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 7:
                ChangeLine(bytes, at);
                break;
            case 8:
                ChangeNumber(bytes, at);
                break;
            case 9:
                Splice(bytes, at, others[random.Next(others.Count)]);
                break;
            case 10:
                Repeat(bytes, at, length);
                break;
            default:
                ChangeCase(bytes, at, length);
                break;
        }
    }

    /// <summary>A line is doubled, dropped, or moved to the end of the headers.</summary>
    private void ChangeLine(List<byte> bytes, int at)
    {
        var start = bytes.LastIndexOf((byte)'\n', at) + 1;
        var end = bytes.IndexOf((byte)'\n', at);
        if (end < start)
        {
            return;
        }

        var line = bytes.GetRange(start, end + 1 - start);
        switch (random.Next(3))
        {
            case 0:
                bytes.InsertRange(start, line);
                break;
            case 1:
                bytes.RemoveRange(start, line.Count);
                break;
            default:
                bytes.RemoveRange(start, line.Count);
                bytes.InsertRange(Math.Min(bytes.Count, random.Next(bytes.Count + 1)), line);
                break;
        }
    }

    private void ChangeNumber(List<byte> bytes, int at)
    {
        var start = bytes.FindIndex(at, one => one is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
        {
            return;
        }

        var end = start;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Numbers[random.Next(Numbers.Length)]);
    }

    private void Splice(List<byte> bytes, int at, byte[] other)
    {
        var start = random.Next(other.Length);
        bytes.InsertRange(at, other.AsSpan(start, random.Next(1, Math.Min(80, other.Length - start) + 1)).ToArray());
    }

    private void Repeat(List<byte> bytes, int at, int length)
    {
        var piece = bytes.GetRange(at, length);
        var times = Math.Min(random.Next(30) > 0 ? random.Next(2, 20) : random.Next(2, 5_000), (Longest - bytes.Count) / length);
        var run = new byte[Math.Max(0, times) * length];
        for (var i = 0; i < run.Length; i++)
        {
            run[i] = piece[i % length];
        }

        bytes.InsertRange(at, run);
    }

    private static void ChangeCase(List<byte> bytes, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            bytes[i] = bytes[i] is >= (byte)'a' and <= (byte)'z' ? (byte)(bytes[i] - 32) : bytes[i];
        }
    }
}
