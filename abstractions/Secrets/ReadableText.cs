namespace CallCenter.Abstractions.Secrets;

/// <summary>
/// Text that people can read aloud and type, made of chance that comes in: no 0, 1, l, o; five bits a character. All passwords and keys
/// that the house makes are made here.
/// </summary>
public static class ReadableText
{
    // 32 of them: a random byte gives one without preferring any.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int GroupLength = 5;

    /// <summary>Random bytes that <see cref="Password"/> is made of: 100 bits, beyond any guessing.</summary>
    public const int PasswordBytes = 20;

    /// <summary>Groups of five, e.g. <c>k7m4q-x9rtd-…</c>.</summary>
    public static string Password(ReadOnlySpan<byte> random) =>
        string.Join('-', Plain(random).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>A character a byte.</summary>
    public static string Plain(ReadOnlySpan<byte> random)
    {
        Span<char> text = stackalloc char[random.Length];
        for (var i = 0; i < text.Length; i++) text[i] = Alphabet[random[i] % Alphabet.Length];
        return new string(text);
    }
}
