using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Tests.Steps;

namespace CallCenter.Engine.Tests.Calls;

public sealed class SupervisionTests
{
    private static readonly EmployeeId Olena = new("olena");

    private static readonly ProjectConfiguration Company =
        Documents.Sales("anna").Adding(Documents.Employee("olena", "300", new ContactPoint(Account: "olena"))) with { Supervision = true };

    private readonly Scene _scene = new(Company);

    [Fact]
    public void His_own_phone_is_rung_and_he_hears_what_they_say()
    {
        var call = Talk();
        var leg = Listen(call);
        Assert.Equal(new Supervise(call, leg.Number, SupervisionMode.Listen, 1), _scene.Effect<Supervise>());
        var line = Assert.Single(Line(call).Supervisors!);
        Assert.Equal((Olena, SupervisionMode.Listen, true), (line.Employee, line.Mode, line.Listens));
        Assert.DoesNotContain(Olena, Line(call).With);
        Assert.Equal(ExclusionReason.Supervising, Assert.Single(_scene.Project.Desk(Olena, _scene.Now)!.NoCallReasons, Is).Reason);
        _scene.HangUp(leg);
        Assert.Null(Line(call).Supervisors);
        Assert.Equal(CallStage.Talking, Line(call).Stage);
        _scene.CallerHangsUp(call);
        var record = _scene.Record(call);
        Assert.Equal((LegKind.Supervisor, LegEnd.HungUp), (record.Legs[2].Kind, record.Legs[2].End));
        Assert.Equal("anna", record.Employee?.Value);

        static bool Is(Exclusion reason) => reason.Reason == ExclusionReason.Supervising;
    }

    [Fact]
    public void Keys_and_orders_step_up_and_down()
    {
        var call = Talk();
        var leg = Listen(call);
        _scene.Do(new ReportKey(leg, '5'));
        Assert.Equal(SupervisionMode.Whisper, _scene.Effect<Supervise>().Mode);
        _scene.Do(new ReportKey(leg, '5'));
        Assert.Empty(_scene.Events);
        _scene.Do(new SuperviseCall(call, Olena, SupervisionMode.Join));
        Assert.Equal(SupervisionMode.Join, _scene.Effect<Supervise>().Mode);
        Assert.Empty(_scene.Effects.OfType<RingLeg>());
        _scene.Do(new ReportKey(leg, '4'));
        Assert.Equal(SupervisionMode.Listen, _scene.Effect<Supervise>().Mode);
        _scene.Do(new ReportKey(leg, '1'));
        Assert.Empty(_scene.Events);
    }

    [Fact]
    public void He_takes_the_call_over()
    {
        var call = Talk();
        _scene.Wait(10);
        var leg = Listen(call);
        Assert.IsType<Accepted>(_scene.Do(new TakeOverCall(call, Olena)));
        Assert.Equal(new Bridge(call, 0, leg.Number), _scene.Effect<Bridge>());
        Assert.Equal(new LegId(call, 1), _scene.Effect<EndLeg>().Leg);
        Assert.Equal((Activity.WrapUp, Activity.Talking), (_scene.State("anna").Activity, _scene.State("olena").Activity));
        _scene.Wait(20);
        _scene.HangUp(leg);
        var record = _scene.Record(call);
        Assert.Equal(["anna", "olena"], record.Conversations.Select(talk => talk.Employee!.Value.Value));
        Assert.Equal([10_000L, 20_000L], record.Conversations.Select(talk => talk.TalkMs));
        Assert.Equal((30_000L, EndedBy.Employee, "olena"), (record.TalkMs, record.EndedBy, record.Employee?.Value));
        Assert.Equal(LegKind.Employee, record.Legs[2].Kind);
    }

    [Fact]
    public void He_is_gone_with_the_conversation()
    {
        var call = Talk();
        var leg = Listen(call);
        _scene.CallerHangsUp(call);
        Assert.Contains(_scene.Effects.OfType<EndLeg>(), end => end.Leg == leg);
        Assert.Empty(_scene.Project.Desk(Olena, _scene.Now)!.NoCallReasons.Where(one => one.Reason == ExclusionReason.Supervising));
    }

    [Fact]
    public void A_phone_of_his_that_is_not_taken_is_left_alone()
    {
        var call = Talk();
        _scene.Do(new SuperviseCall(call, Olena, SupervisionMode.Listen));
        var leg = _scene.One<LegStarted>().Leg;
        _scene.Wait(30);
        Assert.Equal(leg, _scene.Effect<EndLeg>().Leg);
        Assert.Empty(_scene.All<RingMissed>());
        _scene.Do(new SuperviseCall(call, Olena, SupervisionMode.Listen));
        _scene.Fail(_scene.One<LegStarted>().Leg, 486);
        Assert.Equal(LegEnd.Rejected, _scene.One<LegEnded>().End);
        Assert.Equal(CallStage.Talking, Line(call).Stage);
    }

    [Fact]
    public void Nobody_listens_where_he_cannot()
    {
        Assert.IsType<Refused>(_scene.Do(new SuperviseCall(new CallId(1), Olena, SupervisionMode.Listen)));
        var waiting = _scene.CallAnchored();
        Assert.Equal(Refusal.Invalid, Refused(new SuperviseCall(waiting, Olena, SupervisionMode.Listen)));
        _scene.Take(waiting);
        Assert.Equal(Refusal.Invalid, Refused(new SuperviseCall(waiting, new EmployeeId("anna"), SupervisionMode.Listen)));
        Assert.Equal(Refusal.NoSuchEmployee, Refused(new SuperviseCall(waiting, new EmployeeId("nobody"), SupervisionMode.Listen)));
        Assert.Equal(Refusal.TooLate, Refused(new TakeOverCall(waiting, Olena)));
        Assert.Equal(Refusal.TooLate, Refused(new EndSupervision(waiting, Olena)));
        _scene.CallerHangsUp(waiting);
        _scene.Wait(30);
        var direct = _scene.Call();
        _scene.Take(direct);
        Assert.Equal(Refusal.Invalid, Refused(new SuperviseCall(direct, Olena, SupervisionMode.Listen)));
    }

    [Fact]
    public void Help_is_asked_for_and_is_there_when_somebody_listens()
    {
        Assert.Equal(Refusal.TooLate, Refused(new AskForHelp(new EmployeeId("anna"), true)));
        var call = Talk();
        _scene.Do(new AskForHelp(new EmployeeId("anna"), true));
        Assert.Equal(_scene.Now, Line(call).HelpSince);
        _scene.Do(new AskForHelp(new EmployeeId("anna"), true));
        Assert.Empty(_scene.Events);
        Listen(call);
        Assert.Null(Line(call).HelpSince);
        _scene.Do(new AskForHelp(new EmployeeId("anna"), true));
        _scene.Do(new AskForHelp(new EmployeeId("anna"), false));
        Assert.Null(Line(call).HelpSince);
    }

    [Fact]
    public void A_snapshot_keeps_who_listens()
    {
        var call = Talk();
        Listen(call);
        var json = _scene.Project.Image().ToJson();
        var restored = Project.Restore(_scene.Project.Id, json);
        Assert.Equal(json.ToArray(), restored.Image().ToJson().ToArray());
        var (leg, order) = Assert.Single(restored.Circuit(call)!.Supervisors!);
        Assert.Equal((leg.Order.Leg.Number, SupervisionMode.Listen), (order.Leg, order.Mode));
    }

    private CallId Talk()
    {
        var call = _scene.CallAnchored();
        _scene.Take(call);
        return call;
    }

    private LegId Listen(CallId call)
    {
        Assert.IsType<Accepted>(_scene.Do(new SuperviseCall(call, Olena, SupervisionMode.Listen)));
        var leg = _scene.One<LegStarted>().Leg;
        Assert.Equal("olena", _scene.Effect<RingLeg>().Target.Account);
        Assert.IsType<Accepted>(_scene.Answer(leg));
        return leg;
    }

    private Abstractions.Board.CallLineOnBoard Line(CallId call) =>
        _scene.Project.Board(_scene.Now, 0).Calls.Single(line => line.Id == call);

    private Refusal Refused(ProjectCommand command) => Assert.IsType<Refused>(_scene.Do(command)).Refusal;
}
