using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Journal;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>What stands besides calls: registrations, nonces, wrap-up; and what a stop and old journals do.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task Wrap_up_goes_on_and_ends_on_time()
    {
        await using var mortal = await MortalSilo.Start(department => department with { WrapUpSeconds = 30 });
        var (call, ring) = await TestCall.Talk(mortal.Client, mortal.One);
        await call.HangUp();
        await ring.HungUp();
        await mortal.Records();
        await mortal.Restart(awaySeconds: 10);
        Assert.Equal(Activity.WrapUp, await ActivityOf(mortal));
        mortal.Silo.Leap(TimeSpan.FromSeconds(25));
        Assert.Equal(Activity.Idle, await ActivityOf(mortal));
    }

    [Fact]
    public async Task A_phone_stays_registered_and_goes_on_with_its_old_nonce()
    {
        await using var mortal = await MortalSilo.Start();
        var phone = mortal.Anna;
        Registration.Send(phone, null, 3600);
        var challenge = await phone.Expect(401);
        string With(SipMessage given) =>
            Registration.Credentials(given, phone.User, SiloUnderTest.Password, SipMethod.Register, "sip:127.0.0.1");
        Registration.Send(phone, With(challenge), 3600);
        await phone.Expect(200);
        await mortal.Restart();
        Assert.True((await mortal.Silo.Board()).Employees[1].Reachable);
        Registration.Send(phone, With(challenge), 3600);
        var again = await phone.Expect(401);
        Assert.Contains("stale=true", again.Text(SipHeader.WwwAuthenticate));
        Registration.Send(phone, With(again), 3600);
        await phone.Expect(200);
        Assert.Equal(0, mortal.Silo.Counters.Strangers);
    }

    [Fact]
    public async Task A_silo_that_drains_turns_new_calls_away_and_keeps_the_others()
    {
        await using var mortal = await MortalSilo.Start();
        var (call, ring) = await TestCall.Talk(mortal.Client, mortal.One);
        mortal.Silo.Runtime.Drain();
        var late = TestCall.Make(mortal.Client, SampleConfiguration.Number);
        var refusal = await mortal.Client.Expect(503);
        Assert.True(refusal.Has(SipHeader.RetryAfter));
        late.AckRefusal(refusal);
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal([CallOutcome.Refused, CallOutcome.Answered], (await mortal.Records(2)).Select(record => record.Outcome));
    }

    [Fact]
    public async Task Calls_of_a_journal_that_does_not_say_enough_are_closed_as_interrupted()
    {
        using var folder = new TemporaryFolder();
        var silo = await SiloUnderTest.Start(SampleConfiguration.Of("127.0.0.1:9", ["sip:one@127.0.0.1:9"]), folder.Path);
        var last = silo.Events().Count;
        silo.Crash();
        using (var journal = JournalFolder.Open(new JournalOptions(Path.Combine(folder.Path, "journal"))))
        {
            var facts = new SipLegFacts(
                "old", $"{1:x16}", "tag", "<sip:1@127.0.0.1>", "<sip:2@127.0.0.1>", 0, 1, [], "sip:2@127.0.0.1:9", "udp:127.0.0.1:9",
                "SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKold;rport", null);
            var writer = journal.NewWriter();
            writer.Append(SiloUnderTest.Project, last + 1, silo.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            [
                new CallArrived(
                    new CallId(1), CallDirection.Incoming, new CallLine("carrier", null), "2", null, "1", null, null, 0, facts),
            ]);
            writer.Flush();
        }

        await using var again = await SiloUnderTest.Start(folder: folder.Path);
        Assert.Equal(CallOutcome.Interrupted, (await again.Record()).Outcome);
        Assert.Equal(0, again.Health.CallsLive);
    }

    private static async Task<Activity> ActivityOf(MortalSilo mortal) => (await mortal.Silo.Board()).Employees[0].State.Activity;
}
