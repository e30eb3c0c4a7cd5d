namespace CallCenter.Load.Phones;

/// <summary>A SIP account with its password in clear: a phone needs it.</summary>
public sealed record PhoneAccount(string Username, string Password);
