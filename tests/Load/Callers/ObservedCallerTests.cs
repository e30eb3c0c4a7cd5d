using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Tests.Transport;

namespace CallCenter.Load.Tests.Callers;

public sealed class ObservedCallerTests : CrowdFixture
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly CallerPlan Talks = new(Long, TimeSpan.FromMilliseconds(30), null);

    [Fact]
    public void An_answered_call_has_every_time_in_order()
    {
        Staff(Answers);
        var call = Observe(NoArrivals(), Talks);

        Assert.Equal((ObservedOutcome.Answered, null, "e1"), (call.Outcome, call.Cause, call.Employee));
        long[] times =
        [
            call.DueMicros, call.InviteMicros, call.EmployeeInviteMicros, call.RingingMicros, call.EmployeeAnswerMicros, call.AnswerMicros,
            call.ByeMicros, call.ByeDoneMicros, call.EndedMicros,
        ];
        Assert.DoesNotContain(0, times);
        Assert.Equal(times.Order(), times);
        Assert.InRange(call.EmployeeAnswerMicros - call.EmployeeInviteMicros, 20_000, 5_000_000);
        Assert.InRange(call.ByeMicros - call.AnswerMicros, 30_000, 5_000_000);
    }

    [Fact]
    public void A_caller_without_patience_abandons_the_call()
    {
        Staff(Answers with { MissChance = 1 });
        var call = Observe(NoArrivals(), Talks with { Patience = TimeSpan.FromMilliseconds(50) });

        Assert.Equal((ObservedOutcome.Abandoned, null), (call.Outcome, call.Cause));
        Assert.Equal((0, 0, null), (call.AnswerMicros, call.EmployeeAnswerMicros, call.Employee));
        Assert.InRange(call.CancelMicros - call.InviteMicros, 50_000, 5_000_000);
        Assert.InRange(call.EndedMicros, call.CancelMicros, call.CancelMicros + 5_000_000);
    }

    [Theory]
    [InlineData(true, "Refused")]
    [InlineData(false, "Failed")]
    public void A_refusal_is_a_failure_unless_the_scenario_allows_it(bool allowed, string outcome)
    {
        Staff(Answers with { RejectChance = 1, RejectAfter = Soon });
        var call = Observe(Crowd(new BurstArrivals(0, TimeSpan.Zero), Patient, 0, allowed ? [486] : []), Talks);

        Assert.Equal((outcome, "INVITE 486"), ($"{call.Outcome}", call.Cause));
    }

    [Fact]
    public void A_conversation_that_the_other_side_ends_is_answered_without_a_bye_of_the_caller()
    {
        Staff(Answers with { HangUpFirstChance = 1, Talk = Soon });
        var call = Observe(NoArrivals(), Talks with { Talk = Long });

        Assert.Equal((ObservedOutcome.Answered, 0, 0), (call.Outcome, call.ByeMicros, call.ByeDoneMicros));
        Assert.NotEqual(0, call.AnswerMicros);
    }

    [Fact]
    public void An_answer_that_crosses_the_giving_up_is_an_answered_call()
    {
        Staff(Answers with { AnswerAfter = Spread.Always(TimeSpan.Zero) });
        var crowd = NoArrivals();
        var caller = new ObservedCaller(crowd, Talks, new CallRequest(0, "+380670000001", "+380442000000", Loop.NowMicros));
        Live.Add(caller.Call);
        caller.Stop();
        Loop.RunUntil(() => caller.Call.EndedMicros != 0, "the call was over");

        // Whichever came first at the phone, the CANCEL or its answer: the caller's end tells which it was.
        Assert.Equal(caller.Call.AnswerMicros != 0 ? ObservedOutcome.Answered : ObservedOutcome.Abandoned, caller.Call.Outcome);
        Assert.Equal(caller.Call.AnswerMicros != 0, caller.Call.ByeDoneMicros != 0);
    }

    [Fact]
    public void An_employee_s_answer_that_did_not_win_is_taken_back()
    {
        var call = new CallObservation { CallId = "1", From = "+380670000001", To = "+380442000000" };
        Live.Add(call);
        Live.EmployeeAnswered(call.From, "e1");
        Live.EmployeeAnswered(call.From, "e2");
        Assert.Equal("e1", call.Employee);

        Live.EmployeeLeft(call.From, "e1");
        Assert.Equal((0, null), (call.EmployeeAnswerMicros, call.Employee));

        Live.EmployeeAnswered(call.From, "e2");
        call.AnswerMicros = 1;
        Live.EmployeeLeft(call.From, "e2");
        Assert.Equal("e2", call.Employee);
    }

    private CallerCrowd NoArrivals() => Crowd(new BurstArrivals(0, TimeSpan.Zero), Patient);
}
