using System.Globalization;
using CallCenter.Engine.Numbering;

namespace CallCenter.Engine.Clients;

/// <summary>A client's number as a key that needs no object: an E.164 number is a "1" and its digits, anything else stays a text.</summary>
internal readonly struct ClientKey : IEquatable<ClientKey>
{
    private const int MostDigits = 18;

    private readonly ulong _digits;
    private readonly string? _text;

    private ClientKey(ulong digits, string? text) => (_digits, _text) = (digits, text);

    public static ClientKey Of(string number)
    {
        if (number.Length is < 2 or > MostDigits + 1 || number[0] != '+') return new ClientKey(0, number);
        ulong digits = 1;
        for (int i = 1; i < number.Length; i++)
        {
            uint digit = (uint)(number[i] - '0');
            if (digit > 9) return new ClientKey(0, number);
            digits = (digits * 10) + digit;
        }
        return new ClientKey(digits, null);
    }

    /// <summary>Whether it is a number at all: a client is known by nothing else.</summary>
    public bool IsNumber => _text is null || CallerNumbers.IsNumber(_text);

    public string ToNumber() => _text ?? string.Concat("+", _digits.ToString(CultureInfo.InvariantCulture).AsSpan(1));

    public bool Equals(ClientKey other) => _digits == other._digits && _text == other._text;

    public override bool Equals(object? obj) => obj is ClientKey other && Equals(other);

    public override int GetHashCode() => _text?.GetHashCode() ?? _digits.GetHashCode();
}
