using System.Net;

namespace CallCenter.Load.Callers;

/// <summary>What <c>call</c> does.</summary>
/// <param name="Local">Where the calls come from; the server has to know it as a trunk.</param>
/// <param name="CallsPerSecond">Arrivals are evenly spaced and wait for nobody.</param>
/// <param name="Patience">How long each call rings at most.</param>
/// <param name="Talk">How long each conversation lasts.</param>
public sealed record CallOptions(
    IPEndPoint Server, IPEndPoint Local, string From, string To, int Calls, double CallsPerSecond, TimeSpan Patience, TimeSpan Talk);
