using System.Net;
using CallCenter.Load.Callers;
using CallCenter.Load.Demo;
using CallCenter.Load.Tests.Transport;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Demo;

public class DemoSimulationTests
{
    [Fact]
    public void Phones_register_clients_call_and_a_stop_leaves_nothing_behind_within_about_a_second()
    {
        var document = DemoDocument.Create(5080);
        using var background = new BackgroundLoop();
        using var registrar = new TestRegistrar(background.Loop, document.SipAccounts.ToDictionary(a => a.Username, a => a.Password!));
        background.Start();
        var counts = new SimulationCounts();
        var ended = new List<PlacedCall>();
        var options = new DemoOptions(registrar.Address, new IPEndPoint(IPAddress.Loopback, 0), CallsPerMinute: 600, Seed: 1);
        using var simulation = new DemoSimulation(document, options, counts, TimeProvider.System, ended.Add);
        var told = 0L;
        using var end = new CancellationTokenSource();
        using var look = new Timer(_ => EndWhenLively(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        simulation.Run(end.Token);

        Assert.InRange(TimeProvider.System.GetElapsedTime(told), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(document.SipAccounts.Count, simulation.Phones);
        Assert.Equal(0, counts.PhonesRegistered);
        Assert.Equal(0, counts.CallsLive);
        Assert.Equal(counts.CallsPlaced, ended.Count);
        Assert.All(ended, call => Assert.Contains(call.To, document.Numbers.Select(number => number.Number)));

        void EndWhenLively()
        {
            if (counts.PhonesRegistered == document.SipAccounts.Count && counts.CallsPlaced >= 3 && told == 0)
            {
                told = TimeProvider.System.GetTimestamp();
                end.Cancel();
            }
        }
    }

    [Fact]
    public void The_call_log_holds_one_line_per_call()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "calls.jsonl");
        using (var log = new CallLog(path))
        {
            var at = new DateTimeOffset(2026, 11, 22, 8, 0, 0, 250, TimeSpan.Zero);
            log.Write(new PlacedCall("id-1", "+380501", "+38044", CallerOutcome.Answered, 200, at, at.AddSeconds(1), at.AddSeconds(2)));
            log.Write(new PlacedCall("id-2", "+380502", "+38044", CallerOutcome.Abandoned, 487, at, null, at.AddSeconds(1)));
        }

        var lines = File.ReadAllLines(path);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"sipCallId\":\"id-1\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"connectedAt\":\"2026-11-22T08:00:01.250Z\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"connectedAt\":null", lines[1], StringComparison.Ordinal);
    }
}
