namespace CallCenter.Load.Callers;

/// <summary>Somebody who calls the company.</summary>
/// <param name="Number">E.164.</param>
public sealed record Client(string Number, string Name);
