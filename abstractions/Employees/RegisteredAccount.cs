namespace CallCenter.Abstractions.Employees;

/// <summary>A SIP account and the phones that are registered with it now.</summary>
public sealed record RegisteredAccount(string Account, IReadOnlyList<PhoneBinding> Bindings);
