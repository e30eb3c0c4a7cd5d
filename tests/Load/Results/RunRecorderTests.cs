using CallCenter.Load.Results;

namespace CallCenter.Load.Tests.Results;

public sealed class RunRecorderTests
{
    [Fact]
    public void Each_second_has_what_happened_in_it()
    {
        var run = new SampleRun();
        run.With(run.Answered(0.1)).With(run.Answered(0.99)).With(run.Lost(2.6, ObservedOutcome.Abandoned))
            .With(run.Lost(3, ObservedOutcome.Refused, "INVITE 503")).With(run.Lost(3.9, ObservedOutcome.Failed, "INVITE timeout"));
        var series = run.Finish().Series;
        Assert.Equal([2, 0, 1, 2, 0], series.Offered);
        Assert.Equal([1, 1, 0, 0, 0], series.Answered);
        Assert.Equal([0, 0, 0, 1, 0], series.Abandoned);
        Assert.Equal([0, 0, 0, 1, 0], series.Refused);
        Assert.Equal([0, 0, 0, 0, 1], series.Failed);
    }

    [Fact]
    public void A_gauge_shows_the_most_of_a_second_and_stays_where_nothing_changes()
    {
        var run = new SampleRun { Now = SampleRun.At(1.2) };
        run.Recorder.Waiting(7);
        run.Recorder.Waiting(3);
        run.Now = SampleRun.At(3.5);
        run.Recorder.Waiting(1);
        run.Recorder.Talking(2);
        run.Now = SampleRun.At(5.1);
        var series = run.Finish().Series;
        Assert.Equal([0, 7, 3, 3, 1, 1], series.Waiting);
        Assert.Equal([0, 0, 0, 2, 2, 2], series.Talking);
    }

    [Fact]
    public void Calls_of_the_warm_up_and_after_the_end_count_but_are_not_measured()
    {
        var run = new SampleRun();
        run.With(run.Answered(1.9)).With(run.Answered(2)).With(run.Answered(11.9)).With(run.Answered(12));
        var result = run.Finish();
        Assert.Equal(4, result.Counts.Offered);
        Assert.Equal(2, result.Window.Offered);
        Assert.All(result.Latencies, latency => Assert.Equal(2, latency.Count));
        // The first call ended in the measured part, the third after it.
        Assert.Equal(2, result.Window.Completed);
        Assert.Equal(0.2, result.Window.CompletedPerSecond);
    }

    [Fact]
    public void A_run_that_ended_early_is_measured_up_to_there()
    {
        var run = new SampleRun();
        run.With(run.Answered(3)).With(run.Answered(4)).Recorder.Window.EndEarly(SampleRun.At(6));
        var window = run.Finish(cut: true).Window;
        Assert.Equal((4, 0.5), (window.Seconds, window.OfferedPerSecond));
        run.Recorder.Window.EndEarly(SampleRun.At(1));
        Assert.Equal((0, 0), (run.Finish(cut: true).Window.Seconds, run.Finish(cut: true).Window.OfferedPerSecond));
    }

    [Fact]
    public void Each_second_tells_its_slowest_call()
    {
        var run = new SampleRun();
        var slow = run.Answered(2.5);
        slow.EmployeeInviteMicros = slow.InviteMicros + 3_200_000;
        Assert.Equal([5, 0, 3_200], run.With(run.Answered(0.5)).With(slow).With(run.Answered(2.6)).Finish().Series.SlowestToEmployeeMs);
    }

    [Fact]
    public void Durations_are_what_lies_between_the_moments()
    {
        var run = new SampleRun();
        var result = run.With(run.Answered(3)).Finish();
        Assert.Equal(
            [
                "due → INVITE 0.1", "INVITE → 100 or 180 2", "INVITE → 180 6", "INVITE → employee 5", "due → employee 5.1",
                "answer → answer 3", "BYE → 200 1",
            ],
            result.Latencies.Select(latency => $"{latency.Name} {latency.Max}"));
    }

    [Fact]
    public void A_180_without_a_100_before_it_is_the_first_reply()
    {
        var run = new SampleRun();
        var call = run.Answered(3);
        call.TryingMicros = 0;
        Assert.Equal([6, 6], run.With(call).Finish().Latencies.Skip(1).Take(2).Select(latency => latency.Max));
    }

    [Fact]
    public void What_did_not_happen_is_no_duration()
    {
        var run = new SampleRun();
        var result = run.With(run.Lost(3, ObservedOutcome.Abandoned)).Finish();
        Assert.Equal([1, 1, 0, 0, 0, 0, 0], result.Latencies.Select(latency => latency.Count));
    }

    [Fact]
    public void Causes_are_counted_with_their_first_five_calls()
    {
        var run = new SampleRun();
        for (var i = 0; i < 7; i++) run.With(run.Lost(3, ObservedOutcome.Failed, "INVITE timeout"));
        run.With(run.Lost(4, ObservedOutcome.Refused, "INVITE 503"));
        var causes = run.Finish().Causes;
        Assert.Equal(["INVITE timeout", "INVITE 503"], causes.Select(cause => cause.Cause));
        Assert.Equal([7, 1], causes.Select(cause => cause.Count));
        Assert.Equal(["call-0", "call-1", "call-2", "call-3", "call-4"], causes[0].Examples);
        Assert.Equal(ObservedOutcome.Refused, causes[1].Outcome);
    }

    [Fact]
    public void Causes_without_end_are_put_together()
    {
        var causes = new FailureCauses();
        for (var i = 0; i < 1_000; i++) causes.Add(ObservedOutcome.Failed, $"cause {i}", $"call-{i}");
        var counted = causes.Counted();
        Assert.Equal(FailureCauses.MostCauses + 1, counted.Count);
        Assert.Equal((FailureCauses.Other, 1_000 - FailureCauses.MostCauses), (counted[0].Cause, counted[0].Count));
    }

    [Fact]
    public void Progress_counts_a_talking_call_as_answered_and_tells_percentiles_since_the_last_look()
    {
        var run = new SampleRun();
        run.Recorder.Offered(run.Now);
        run.Recorder.Waiting(1);
        run.Recorder.Talking(1);
        run.With(run.Answered(0.5));
        var first = run.Recorder.Progress();
        Assert.Equal((2, 2, 1), (first.Offered, first.Answered, first.Completed));
        Assert.Equal((1, 1), (first.Waiting, first.Talking));
        Assert.Equal(5.0, first.Recent!.EmployeeP99Ms!.Value, 0.05);
        Assert.Null(run.Recorder.Progress().Recent);
    }

    [Fact]
    public void A_call_allocates_its_place_in_the_ledger_and_nothing_else()
    {
        var run = new SampleRun();
        var call = run.Answered(3);
        run.With(call);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++) run.With(call);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100_000.0;
        Assert.InRange(each, 0, 76);
    }
}
