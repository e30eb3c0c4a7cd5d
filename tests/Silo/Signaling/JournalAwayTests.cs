using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

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

    [Fact]
    public async Task On_a_full_disk_live_calls_wait_new_ones_are_refused_and_everything_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount(2);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        await using var silo = await SiloUnderTest.Start(folder: disk.Path);
        using var client = new TestPhone(silo.Sip, "+380501112233");
        using var employee = new TestPhone(silo.Sip, "one");
        await silo.Publish(SampleConfiguration.Of(client.SentBy, [employee.Uri]));
        var (call, ring) = await TestCall.Talk(client, employee);
        disk.Fill();
        await FillTheLastPage(silo);

        var refused = TestCall.Make(client, SampleConfiguration.Number);
        refused.AckRefusal(await client.Expect(503));
        Registration.Send(client, null, 60, "one");
        await client.Expect(503);
        call.Request(SipMethod.Bye);
        Assert.Contains("No space left", silo.Health.Parts.Single(part => part.Name == "journal").Reason, StringComparison.Ordinal);
        employee.ExpectSilence();

        disk.Empty();
        await client.Expect(200);
        await ring.HungUp();
        await Eventually.Holds(() => silo.Events<CallEnded>().Count == 2);
        var outcomes = silo.Events<CallEnded>().Select(ended => (ended.Record.Outcome, ended.Record.SipStatus));
        Assert.Equal([(CallOutcome.Refused, 503), (CallOutcome.Answered, null)], outcomes);
        Assert.True(silo.Health.Ready);
    }

    // The page that the journal wrote last still takes a few events.
    private static async Task FillTheLastPage(SiloUnderTest silo)
    {
        for (var i = 0; silo.Main.Loop.JournalFailure is null && i < 10_000; i++)
        {
            try
            {
                await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(
                    new("employee1"), i % 2 == 0 ? Availability.NotReady : Availability.Ready, i % 2 == 0 ? "lunch" : null, "anna"));
            }
            catch (IOException)
            {
                return;
            }
        }
    }
}
