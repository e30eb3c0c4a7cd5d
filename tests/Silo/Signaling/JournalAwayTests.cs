using CallCenter.Abstractions.Employees;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>The journal cannot be written any more: nothing that could be lost is begun.</summary>
public class JournalAwayTests
{
    [Fact]
    public async Task New_calls_get_503_with_Retry_After_and_health_says_why()
    {
        var silo = await SiloUnderTest.Start();
        using var client = new TestPhone(silo.Sip, "+380501112233");
        using var employee = new TestPhone(silo.Sip, "one");
        await silo.Publish(SampleConfiguration.Of(client.SentBy, [employee.Uri]));
        silo.BreakJournal();
        await Assert.ThrowsAsync<IOException>(async () => await silo.Projects.Send(
            SiloUnderTest.Project, new SetAvailability(new("employee1"), Availability.NotReady, "lunch", "anna")));

        var call = TestCall.Make(client, SampleConfiguration.Number);
        var refusal = await client.Expect(503);
        Assert.True(refusal.Has(SipHeader.RetryAfter));
        call.AckRefusal(refusal);
        employee.ExpectSilence();
        Assert.False(silo.Health.Ready);
        Assert.NotNull(silo.Health.Parts.Single(part => part.Name == "journal").Reason);
        silo.Crash();
    }
}
