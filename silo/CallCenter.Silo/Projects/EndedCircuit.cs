using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Silo.Projects;

/// <summary>A call that ended shortly before the silo did, as it was right before its end.</summary>
/// <param name="Facts">Without legs where a snapshot covers the call.</param>
/// <param name="At">When it ended, Unix milliseconds UTC.</param>
internal sealed record EndedCircuit(CircuitFacts Facts, CallRecord Record, long At);
