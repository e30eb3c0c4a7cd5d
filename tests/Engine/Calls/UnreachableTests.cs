using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Whoever cannot be reached did not leave a call unanswered, and the record says so.</summary>
public class UnreachableTests
{
    [Fact]
    public void A_colleague_who_is_not_registered_is_unreachable_and_did_not_leave_the_call_unanswered()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        scene.Do(new ReportBindings("boris", []));

        var call = scene.Dial("anna", "102");

        Assert.Equal(HangUpReason.Unreachable, scene.Effect<EndLeg>().Reason);
        Assert.Equal(CallOutcome.Unreachable, scene.Record(call).Outcome);
    }

    [Theory]
    [InlineData(408, CallOutcome.Unreachable)]
    [InlineData(503, CallOutcome.Unreachable)]
    [InlineData(486, CallOutcome.Busy)]
    public void A_colleagues_phone_says_how_an_internal_call_ended(int status, CallOutcome outcome)
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var call = scene.Dial("anna", "102");

        scene.Fail(scene.LegOf(call, "boris"), status);

        Assert.Equal(outcome, scene.Record(call).Outcome);
    }

    [Theory]
    [InlineData(486, 503, CallOutcome.Busy)]
    [InlineData(503, 486, CallOutcome.Busy)]
    [InlineData(503, null, CallOutcome.NoAnswer)]
    public void Of_two_phones_of_one_person_the_better_outcome_is_the_calls(int first, int? second, CallOutcome outcome)
    {
        var scene = new Scene(Documents.Sales("anna").Adding(
            Documents.Employee("boris", "102", new ContactPoint(Account: "boris"), new ContactPoint(Number: "+380670000001"))));
        var call = scene.Dial("anna", "102");

        scene.Fail(scene.Ringing(call)[0].Leg, first);
        if (second is { } status) scene.Fail(scene.Ringing(call)[0].Leg, status);
        else scene.Wait(60);

        Assert.Equal(outcome, scene.Record(call).Outcome);
    }
}
