namespace CallCenter.Abstractions.Secrets;

/// <summary>What a password to sign in with has to be, wherever it is set.</summary>
public static class SignInPassword
{
    public const int Shortest = 10;
    public const int Longest = 200;

    /// <summary>Null when it may be set.</summary>
    public static PasswordFault? FaultOf(string? password) =>
        password is not { Length: >= Shortest and <= Longest } ? PasswordFault.Length
        : PasswordText.Prepare(password) is null ? PasswordFault.Characters
        : null;
}

/// <summary>Why a password may not be set.</summary>
public enum PasswordFault
{
    /// <summary>Shorter than <see cref="SignInPassword.Shortest"/> or longer than <see cref="SignInPassword.Longest"/>.</summary>
    Length,

    /// <summary>A line break or another control character.</summary>
    Characters,
}
