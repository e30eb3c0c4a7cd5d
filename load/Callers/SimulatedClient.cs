namespace CallCenter.Load.Callers;

/// <summary>Somebody who calls the company.</summary>
/// <param name="Number">E.164.</param>
public sealed record SimulatedClient(string Number, string Name);
