using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Projects;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Projects;

/// <summary>Two companies in one silo: each has its calls and sees nothing of the other.</summary>
public sealed class SeveralProjectsTests : IAsyncLifetime
{
    private const string OtherNumber = "+380445550000";
    private readonly TemporaryFolder _folder = new();
    private readonly LeapingTime _time = new();
    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _one = null!;
    private TestPhone _two = null!;
    private ProjectId _other;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start(folder: _folder.Path, time: _time);
        _carrier = new TestPhone(_silo.Sip, "+380501112233");
        _one = new TestPhone(_silo.Sip, "one");
        _two = new TestPhone(_silo.Sip, "two");
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [_one.Uri]));
        _other = await _silo.Add("other", Other(_carrier.SentBy, [_two.Uri]));
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _one.Dispose();
        _two.Dispose();
        await _silo.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_trunk_that_both_share_brings_each_number_to_its_project()
    {
        var first = TestCall.Make(_carrier, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_one);
        await _carrier.Expect(180);
        var second = TestCall.Make(_carrier, OtherNumber);
        var otherRing = await TestCall.Ring(_two);
        await _carrier.Expect(180);
        Assert.NotEqual(ring.Invite!.CallIdText, otherRing.Invite!.CallIdText);
        Assert.EndsWith(".1", otherRing.Invite.FromTagText, StringComparison.Ordinal);

        await otherRing.Take();
        await second.Answered();
        await ring.Take();
        await first.Answered();
        Assert.Equal((1, 1), (await Live(SiloUnderTest.Project), await Live(_other)));
        await second.HangUp();
        await otherRing.HungUp();
        await first.HangUp();
        await ring.HungUp();

        var (mine, theirs) = (await _silo.Record(), await _silo.Record(_other));
        Assert.Equal((CallOutcome.Answered, CallOutcome.Answered), (mine.Outcome, theirs.Outcome));
        Assert.Equal((first.Start.CallId, second.Start.CallId), (mine.SipCallId, theirs.SipCallId));
    }

    [Fact]
    public async Task A_call_of_the_second_project_can_be_given_up()
    {
        var call = TestCall.Make(_carrier, OtherNumber);
        await TestCall.Ring(_two);
        await _carrier.Expect(180);

        await call.GiveUp();

        await _two.Expect(SipMethod.Cancel);
        Assert.Equal(CallOutcome.Abandoned, (await _silo.Record(_other)).Outcome);
        Assert.Empty(_silo.Events<CallArrived>());
    }

    [Fact]
    public async Task The_same_account_in_both_is_told_apart_by_the_realm()
    {
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]) with { Realm = "first.example" });
        await _silo.Publish(Other(_carrier.SentBy, [], ["anna"]) with { Realm = "second.example" }, _other);
        using var phone = new TestPhone(_silo.Sip, "anna");

        // Registered without its domain: the first of the two challenges. The realm that it proves itself with decides from then on.
        await Registration.Register(phone, SiloUnderTest.Password);
        Assert.Equal((1, 0), (Registered(SiloUnderTest.Project), Registered(_other)));

        using var otherPhone = new TestPhone(_silo.Sip, "anna");
        await Registration.Register(otherPhone, SiloUnderTest.Password, domain: "second.example");
        Assert.Equal((1, 1), (Registered(SiloUnderTest.Project), Registered(_other)));
        TestCall.Make(_carrier, OtherNumber);
        await TestCall.Ring(otherPhone);
    }

    [Fact]
    public async Task A_phone_of_the_second_project_calls_within_its_project_only()
    {
        await _silo.Publish(Other(_carrier.SentBy, [_two.Uri], ["bob"]), _other);
        using var phone = new TestPhone(_silo.Sip, "bob");
        await Registration.Register(phone, SiloUnderTest.Password);

        // 101 is an extension of both.
        await Registration.Call(phone, "101");
        await TestCall.Ring(_two);
        await phone.Expect(180);

        Assert.Single(_silo.Events<CallArrived>(_other));
        Assert.Empty(_silo.Events<CallArrived>());
    }

    [Fact]
    public async Task Strangers_are_refused_and_leave_nothing_in_any_project()
    {
        using var stranger = new TestPhone(_silo.Sip, "nobody");

        TestCall.Make(stranger, OtherNumber);
        await stranger.Expect(407);

        Assert.Empty(_silo.Events<CallArrived>());
        Assert.Empty(_silo.Events<CallArrived>(_other));
    }

    [Fact]
    public async Task Calls_of_both_go_on_after_the_process_died()
    {
        var first = TestCall.Make(_carrier, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_one);
        await _carrier.Expect(180);
        var second = TestCall.Make(_carrier, OtherNumber);
        var otherRing = await TestCall.Ring(_two);
        await _carrier.Expect(180);
        await otherRing.Take();
        await second.Answered();

        await Restart();

        // One rang and one talked: each goes on in its project, under the identifiers that it had.
        await ring.Take();
        await first.Answered();
        await second.HangUp();
        await otherRing.HungUp();
        await first.HangUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, (await _silo.Record()).Outcome);
        Assert.Equal(CallOutcome.Answered, (await _silo.Record(_other)).Outcome);
    }

    [Fact]
    public async Task A_suspended_project_takes_no_new_call_and_ends_none()
    {
        var call = TestCall.Make(_carrier, OtherNumber);
        var ring = await TestCall.Ring(_two);
        await _carrier.Expect(180);
        await ring.Take();
        await call.Answered();

        _silo.Set(_other, ProjectStanding.Suspended);
        var refused = TestCall.Make(_carrier, OtherNumber);
        refused.AckRefusal(await _carrier.Expect(503));
        Assert.Equal(1, await Live(_other));

        await call.HangUp();
        await ring.HungUp();
        _silo.Set(_other, ProjectStanding.Active);
        TestCall.Make(_carrier, OtherNumber);
        await TestCall.Ring(_two);
    }

    [Fact]
    public async Task A_removed_project_ends_with_its_last_call_and_does_not_come_back()
    {
        var call = TestCall.Make(_carrier, OtherNumber);
        var ring = await TestCall.Ring(_two);
        await _carrier.Expect(180);
        await ring.Take();
        await call.Answered();
        Assert.Equal(ProjectRefusal.NotSuspended, _silo.Registry.Set(_other, ProjectStanding.Removed));
        _silo.Set(_other, ProjectStanding.Suspended);
        _silo.Set(_other, ProjectStanding.Removed);
        Assert.Equal(2, _silo.ProjectRegistry.Running.Count);

        await call.HangUp();
        await ring.HungUp();
        await _silo.Record(_other);
        _silo.Runtime.Follow(_silo.Registry.All);

        Assert.Equal([SiloUnderTest.Project], _silo.ProjectRegistry.Running.Select(static running => running.Id));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _silo.Projects.Board(_other).AsTask());
        Assert.Equal(ProjectRefusal.Exists, _silo.Registry.Add("other"));
        await Restart();
        Assert.Equal([SiloUnderTest.Project], _silo.ProjectRegistry.Running.Select(static running => running.Id));
    }

    private static ProjectConfiguration Other(string trunk, string[] phones, string[]? accounts = null)
    {
        var document = SampleConfiguration.Of(trunk, phones, accounts);
        return document with { Name = "Other", Numbers = [document.Numbers[0] with { Number = OtherNumber }] };
    }

    private async Task<int> Live(ProjectId project) => (await _silo.Projects.Board(project)).Calls.Count;

    private int Registered(ProjectId project) => _silo.Runtime.Projects.Find(project)!.Signaling.Core.Phones.Registered;

    private async Task Restart()
    {
        var port = _silo.Sip.Port;
        _silo.Crash();
        await _silo.DisposeAsync();
        _time.Leap(TimeSpan.FromSeconds(2));
        _silo = await SiloUnderTest.Start(folder: _folder.Path, time: _time, port: port);
    }
}
