namespace CallCenter.Load.Callers;

/// <summary>One call to be placed.</summary>
/// <param name="Number">Of the call in its run, from 0.</param>
/// <param name="From">The caller's number.</param>
/// <param name="To">The company's number.</param>
/// <param name="DueMicros">When it should begin, in microseconds since the Unix epoch.</param>
internal readonly record struct CallRequest(int Number, string From, string To, long DueMicros);
