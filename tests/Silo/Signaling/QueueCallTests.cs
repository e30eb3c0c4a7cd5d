using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A client calls a department: from waiting to the end, with everything that can cross.</summary>
public class QueueCallTests
{
    [Fact]
    public async Task A_client_hears_ringing_and_is_answered_when_an_employee_takes_the_call()
    {
        await using var silo = await SiloUnderTest.Start();
        using var client = new TestPhone(silo.Sip, "+380501112233");
        using var employee = new TestPhone(silo.Sip);
        await silo.Publish(SampleConfiguration.Of(client.SentBy, [employee.Uri]));

        var call = TestCall.Make(client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(employee);
        Assert.Contains("+380501112233", ring.Invite!.Text(SipHeader.From));
        Assert.Equal(TestCall.Sdp(client), ring.Invite!.Body.ToArray());
        await client.Expect(180);
        await ring.Take();
        var answer = await call.Answered();
        Assert.Equal(TestCall.Sdp(employee), answer.Body.ToArray());

        await call.HangUp();
        await ring.HungUp();
        var record = await silo.Record();
        Assert.Equal((CallOutcome.Answered, EndedBy.Client), (record.Outcome, record.EndedBy));
        Assert.Equal(0, silo.Counters.LoopFailures);
    }
}
