using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>The phone of a leg: the account that it registered, and its binding at that time.</summary>
internal readonly record struct LegPhone(string Account, Binding Binding);
