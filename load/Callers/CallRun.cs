using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>Places calls evenly spaced, without waiting for the server, and measures them.</summary>
public static class CallRun
{
    /// <summary>Returns when all calls are over, or the process is told to end; throws <see cref="System.Net.Sockets.SocketException"/>
    /// when the local port is taken.</summary>
    public static CallReport Run(CallOptions options, out int placed, CancellationToken end = default)
    {
        var report = new CallReport();
        using var loop = new SimulationLoop(TimeProvider.System);
        using var host = new UserAgentHost(loop, options.Local, options.Server);
        var calls = new List<MeasuredCall>(options.Calls);
        var wanted = options.Calls;
        host.Start();
        OrderlyRun.Run(loop, Start, Stop, () => calls.Count >= wanted && host.LiveLegs == 0, end);
        placed = calls.Count;
        return report;

        void Start()
        {
            var started = loop.Now;
            PlaceNext();

            void PlaceNext()
            {
                if (calls.Count < wanted)
                {
                    calls.Add(new MeasuredCall(host, options, report));
                    loop.At(started + TimeSpan.FromSeconds(calls.Count / options.CallsPerSecond), PlaceNext);
                }
            }
        }

        void Stop()
        {
            wanted = 0;
            calls.ForEach(call => call.Stop());
        }
    }
}
