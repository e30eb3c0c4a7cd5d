using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A client calls a department: from waiting to the end, with everything that can cross.</summary>
public sealed class QueueCallTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;
    private TestPhone _employee = null!;
    private TestPhone _second = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _client = new TestPhone(_silo.Sip, "+380501112233");
        _employee = new TestPhone(_silo.Sip, "one");
        _second = new TestPhone(_silo.Sip, "two");
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, [_employee.Uri, _second.Uri]));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _employee.Dispose();
        _second.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_client_hears_ringing_and_is_answered_when_an_employee_takes_the_call()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_employee);
        Assert.Contains("+380501112233", ring.Invite!.Text(SipHeader.From));
        Assert.Equal(TestCall.Sdp(_client), ring.Invite!.Body.ToArray());
        Assert.Equal(69, ring.Invite.MaxForwards);
        await _client.Expect(180);
        await ring.Take();
        var answer = await call.Answered();
        Assert.Equal(TestCall.Sdp(_employee), answer.Body.ToArray());

        await call.HangUp();
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal((CallOutcome.Answered, EndedBy.Client), (record.Outcome, record.EndedBy));
    }

    [Fact]
    public async Task Control_characters_of_a_stranger_end_where_the_call_comes_in()
    {
        // Quoted pairs carry any character (RFC 3261 §25.1); so do %-escapes in a user part.
        var call = TestCall.Make(
            _client, SampleConfiguration.Number,
            headers: "P-Asserted-Identity: \"An\\\u0007na\\\u001B[31m \u202Eevil\u202C\\\u007F\" <sip:+38050%1B1112233%0A@127.0.0.1>");
        var ring = await TestCall.Ring(_employee);
        await _client.Expect(180);
        Assert.Contains("\"An na [31m evil\"", ring.Invite!.Text(SipHeader.From), StringComparison.Ordinal);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal(("An na [31m evil", "+380501112233"), (record.ClientName, record.ClientNumber));
    }

    [Fact]
    public async Task A_call_waits_while_everyone_talks_and_is_rung_when_one_is_free()
    {
        using var other = new TestPhone(_silo.Sip, "+380507770001");
        await _silo.Publish(SampleConfiguration.Of("127.0.0.1", [_employee.Uri]));
        var (first, ring) = await TestCall.Talk(_client, _employee);

        var second = TestCall.Make(other, SampleConfiguration.Number);
        await other.Expect(180);
        await Eventually.Holds(async () => (await _silo.Board()).Departments[0].Waiting == 1);
        ring.Request(SipMethod.Bye);
        await _employee.Expect(200);
        await first.HungUp();

        var next = await TestCall.Ring(_employee);
        await next.Take();
        await second.Answered();
        await second.HangUp();
        await next.HungUp();
        await Eventually.Holds(() => _silo.Counters.CallsEnded == 2);
    }

    [Fact]
    public async Task An_employee_hangs_up_and_the_record_says_so()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        ring.Request(SipMethod.Bye);
        await _employee.Expect(200);
        await call.HungUp();
        Assert.Equal(EndedBy.Employee, (await _silo.Record()).EndedBy);
    }

    [Fact]
    public async Task A_busy_employee_is_passed_over_to_the_next()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        await _client.Expect(180);
        await (await TestCall.Ring(_employee, alert: false)).Refuse(486);
        var ring = await TestCall.Ring(_second);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal([486, null], record.Legs.Where(leg => leg.Number > 0).Select(leg => leg.SipStatus));
    }

    [Fact]
    public async Task An_employee_who_does_not_answer_is_cancelled_and_the_next_is_rung()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        await _client.Expect(180);
        var missed = await TestCall.Ring(_employee);
        await Eventually.Holds(() => _silo.Events<LegRang>().Count == 1);
        _silo.Leap(TimeSpan.FromSeconds(11));
        var cancel = await missed.Cancelled();
        Assert.Contains("Ring time over", cancel.Text(SipHeader.Reason));
        var ring = await TestCall.Ring(_second);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task A_client_gives_up_while_a_phone_rings()
    {
        var (call, ring) = await TestCall.Rung(_client, _employee);
        await call.GiveUp();
        await ring.Cancelled();
        Assert.Equal(CallOutcome.Abandoned, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task A_phone_that_has_not_alerted_is_cancelled_when_it_does()
    {
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_employee, alert: false);
        await _client.Expect(180);
        await call.GiveUp();
        await _silo.Record();
        _employee.ExpectSilence();
        _employee.Respond(ring.Invite!, 180, ring.Tag);
        await ring.Cancelled();
    }

    [Fact]
    public async Task An_answer_that_crosses_our_CANCEL_is_acknowledged_and_hung_up()
    {
        var (call, ring) = await TestCall.Rung(_client, _employee);
        await call.GiveUp();
        var cancel = await _employee.Expect(SipMethod.Cancel);
        await ring.Take();
        _employee.Respond(cancel, 481);
        await ring.HungUp();
        Assert.Equal(CallOutcome.Abandoned, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task A_CANCEL_that_crosses_our_answer_changes_nothing()
    {
        var (call, ring) = await TestCall.Rung(_client, _employee);
        await ring.Take();
        var answer = await call.Answered(acknowledge: false);
        call.Cancel();
        var toCancel = await _client.Expect(200);
        Assert.Equal(SipMethod.Cancel, toCancel.Method);
        Assert.Equal(SipMethod.Invite, answer.Method);
        call.Acknowledge();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(CallOutcome.Answered, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task Without_an_ACK_the_answer_is_repeated_and_then_both_sides_are_hung_up()
    {
        _client.HearsRepetitions = true;
        var (call, ring) = await TestCall.Rung(_client, _employee);
        await ring.Take();
        await call.Answered(acknowledge: false);
        _silo.Leap(TimeSpan.FromMilliseconds(600));
        Assert.Equal(SipMethod.Invite, (await _client.Expect(200)).Method);
        _client.HearsRepetitions = false;
        _silo.Leap(TimeSpan.FromSeconds(33));
        await call.HungUp();
        await ring.HungUp();
        Assert.Equal(LegEnd.Broken, (await _silo.Record()).Legs[0].End);
    }

    [Fact]
    public async Task An_employees_repeated_answer_is_acknowledged_again()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        _employee.HearsRepetitions = true;
        _employee.Respond(ring.Invite!, 200, ring.Tag, TestCall.Sdp(_employee));
        await _employee.Expect(SipMethod.Ack);
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task A_call_ended_before_its_ACK_is_hung_up_when_the_ACK_comes()
    {
        var (call, ring) = await TestCall.Rung(_client, _employee);
        await ring.Take();
        await call.Answered(acknowledge: false);
        ring.Request(SipMethod.Bye);
        await _employee.Expect(200);
        await _silo.Record();
        _client.ExpectSilence();
        call.Acknowledge();
        await call.HungUp();
    }

    [Fact]
    public async Task All_phones_ring_and_the_first_answer_ends_the_others_with_the_reason()
    {
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, [_employee.Uri, _second.Uri], strategy: Strategy.RingAll));
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var one = await TestCall.Ring(_employee);
        var two = await TestCall.Ring(_second);
        await two.Take();
        var cancel = await one.Cancelled();
        Assert.Equal(SipReason.CompletedElsewhere, cancel.Reason);
        await _client.Expect(180);
        await call.Answered();
        await call.HangUp();
        await two.HungUp();
    }

    [Fact]
    public async Task A_call_to_a_number_nobody_has_is_refused_and_recorded()
    {
        var call = TestCall.Make(_client, "+380440000000");
        call.AckRefusal(await _client.Expect(404));
        Assert.Equal(CallOutcome.Refused, (await _silo.Record()).Outcome);
    }

    [Fact]
    public async Task A_supervisor_ends_a_call()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        await _silo.Projects.Send(SiloUnderTest.Project, new EndCall(new(1), "admin"));
        await call.HungUp();
        await ring.HungUp();
        Assert.Equal(EndedBy.System, (await _silo.Record()).EndedBy);
    }

    [Fact]
    public async Task A_waiting_client_hears_ringing_again_each_minute()
    {
        _client.HearsRepetitions = true;
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        await _client.Expect(180);
        _silo.Leap(TimeSpan.FromSeconds(63));
        await _client.Expect(180);
        call.Cancel();
        await _client.Expect(200);
    }
}
