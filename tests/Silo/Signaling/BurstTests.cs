using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>More calls at once than anybody can answer.</summary>
public sealed class BurstTests
{
    private const int Burst = 2_000;

    [Fact]
    public async Task Two_thousand_calls_at_once_are_all_taken_in_and_offered_in_the_order_they_came()
    {
        await using var silo = await SiloUnderTest.Start();
        using var client = new TestPhone(silo.Sip, "carrier");
        using var employees = new TestPhone(silo.Sip, "employees");
        await silo.Publish(Project(client, employees, new LimitConfiguration()));
        var answering = AnswerAndHangUp(employees, Burst);

        await MakeCalls(client, Burst);
        await answering;
        await Eventually.Holds(() => silo.Counters.CallsEnded == Burst, TimeSpan.FromSeconds(30));

        var offered = silo.Events<LegStarted>().Select(ring => ring.Leg.Call.Value).Distinct().ToList();
        Assert.Equal(Burst, silo.Events<CallArrived>().Count);
        Assert.Equal(Burst, offered.Count);
        Assert.Equal(offered.Order(), offered);
        Assert.All(silo.Events<CallEnded>(), ended => Assert.Equal(CallOutcome.Answered, ended.Record.Outcome));
    }

    [Fact]
    public async Task Beyond_the_limit_calls_get_503_with_Retry_After_and_those_taken_in_are_served()
    {
        const int limit = 500;
        await using var silo = await SiloUnderTest.Start();
        using var client = new TestPhone(silo.Sip, "carrier");
        using var employees = new TestPhone(silo.Sip, "employees");
        await silo.Publish(Project(client, employees, new LimitConfiguration(MaxLiveCalls: limit)));

        // Nobody answers until all have called, so that exactly the first ones fit.
        var refused = await MakeCalls(client, Burst, turnedDown: Burst - limit);
        await AnswerAndHangUp(employees, limit);
        await Eventually.Holds(() => silo.Counters is { CallsLive: 0, CallsEnded: > limit }, TimeSpan.FromSeconds(30));

        // Those turned away are recorded too, up to a bound.
        Assert.Equal(Burst, silo.Counters.CallsEnded + silo.Counters.CallsUnrecorded);
        Assert.InRange(silo.Counters.CallsEnded, limit + 500, Burst);
        Assert.All(refused, response => Assert.False(response.Value(SipHeader.RetryAfter).IsEmpty));
        Assert.Equal(limit, silo.Events<CallEnded>().Count(ended => ended.Record.Outcome == CallOutcome.Answered));
    }

    private static ProjectConfiguration Project(TestPhone client, TestPhone employees, LimitConfiguration limits)
    {
        var project = SampleConfiguration.Of(client.SentBy, [.. Enumerable.Range(1, 20).Select(i => $"sip:e{i}@{employees.EndPoint}")]);
        return project with { Limits = limits, Departments = [project.Departments[0] with { MaxLength = Burst, RingSeconds = 60 }] };
    }

    /// <summary>Calls and then behaves: acknowledges, answers BYE. Returns the refusals, when so many have come.</summary>
    private static async Task<List<SipMessage>> MakeCalls(TestPhone client, int count, int turnedDown = 0)
    {
        var calls = new Dictionary<string, TestCall>();
        for (var i = 0; i < count; i++)
        {
            var identity = $"P-Asserted-Identity: <sip:+38067{i:0000000}@127.0.0.1>";
            var call = TestCall.Make(client, SampleConfiguration.Number, headers: identity);
            calls.Add(call.Start.CallId, call);
        }

        var refused = new List<SipMessage>();
        for (var ended = 0; turnedDown > 0 ? refused.Count < turnedDown : ended < count;)
        {
            var message = await client.ExpectAny();
            if (message.IsRequest)
            {
                client.Respond(message, 200);
                ended++;
            }
            else if (message.StatusCode == 503)
            {
                refused.Add(message);
                calls[message.CallIdText].AckRefusal(message);
            }
            else if (message.StatusCode == 200)
            {
                Acknowledge(client, message);
            }
        }

        return refused;
    }

    private static async Task AnswerAndHangUp(TestPhone phone, int calls)
    {
        var dialogs = new Dictionary<string, Dialog>();
        for (var ended = 0; ended < calls;)
        {
            var message = await phone.ExpectAny();
            if (message.IsRequest && message.Method == SipMethod.Invite)
            {
                var tag = phone.NewTag();
                phone.Respond(message, 180, tag);
                phone.Respond(message, 200, tag, TestCall.Sdp(phone));
                dialogs[message.CallIdText] = Dialog.CreateUas(message, tag)!;
            }
            else if (message.IsRequest && message.Method == SipMethod.Ack && dialogs.Remove(message.CallIdText, out var dialog))
            {
                dialog.Confirm();
                phone.Send(dialog.Begin(phone.Writer, SipMethod.Bye, phone.NewVia()).End());
                ended++;
            }
        }
    }

    private static void Acknowledge(TestPhone client, SipMessage response)
    {
        if (Encoding.ASCII.GetString(response.MethodToken) == "INVITE" && response.Contact?.Uri is { } contact
            && Dialog.CreateUac(response, contact) is { } dialog)
        {
            client.Send(dialog.BeginAck(client.Writer, response.CSeq, client.NewVia()).End());
        }
    }
}
