using CallCenter.Load.Results;
using CallCenter.Load.Server;

namespace CallCenter.Load.Tests.Results;

/// <summary>A whole result, with everything a report can show; drawn with a seed.</summary>
internal static class SampleResults
{
    public const string Tricky = "INVITE 488 <no \"media\"> & more";

    public static RunResult Full(int seed = 1, double slower = 1, bool clean = false)
    {
        var random = new Random(seed);
        var run = new SampleRun();
        for (var second = 0.0; second < 13; second += 0.01)
        {
            var call = run.Answered(second);
            var stretch = slower * (1 + Math.Pow(random.NextDouble(), 6) * 40);
            call.TryingMicros = call.InviteMicros + (long)(900 * stretch);
            call.EmployeeInviteMicros = call.InviteMicros + (long)(2_400 * stretch);
            run.With(call);
            run.Recorder.Waiting(random.Next(0, 9));
            run.Recorder.Talking(random.Next(15, 25));
            if (!clean && random.Next(40) == 0) run.With(run.Lost(second, ObservedOutcome.Failed, Tricky));
            if (random.Next(30) == 0) run.With(run.Lost(second, ObservedOutcome.Refused, "INVITE 503"));
            if (random.Next(20) == 0) run.With(run.Lost(second, ObservedOutcome.Abandoned));
        }

        var delays = new LatencyHistogram();
        for (var i = 0; i < 500; i++) delays.Add(random.Next(9_000, 70_000));
        var board = new BoardResult(12, 6_000, 5_400_000, 3, 0, 1, LatencyResult.Of("event → board", delays));
        return run.Finish(new BesidesCalls(Usage(random, slower), Own(), board, clean ? Same() : Other()));
    }

    private static ServerUsageResult Usage(Random random, double slower)
    {
        var (server, database) = (new UsageMeter(SampleRun.Start), new UsageMeter(SampleRun.Start));
        long ticks = 100, databaseTicks = 50;
        for (var second = 0; second <= 13; second++)
        {
            var memory = 150_000_000 + (second * 3_000_000) + random.Next(1_000_000);
            server.Add(SampleRun.At(second), [(4242, ticks)], memory);
            database.Add(SampleRun.At(second), [(4243, databaseTicks)], 80_000_000);
            ticks += (long)(slower * random.Next(30, 45));
            databaseTicks += random.Next(5, 12);
        }

        var window = new RunWindow(SampleRun.Start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));
        return new ServerUsageResult(["dotnet (4242)"], server.Result(window), database.Result(window));
    }

    private static UsageResult Own() => new(1.25, 61, 60, [10], [60]);

    private static HistoryResult Same() => new(1_300, 1_290, 0, 0, 0, 0, 0, 7, 10, 0, [], null);

    private static HistoryResult Other() => new(
        1_300, 1_299, 2, 1, 1, 1, 3, 0, 0, 8,
        ["Call-ID call-7 <x> was answered; call 12 is recorded as abandoned.", "Call-ID call-9 is recorded once more, as call 14."], null);
}
