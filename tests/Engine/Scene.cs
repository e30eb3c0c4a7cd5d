using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests;

/// <summary>
/// A project in virtual time. Given: a document, and who is ready. When: a call comes, somebody answers, time passes. Then: look at the
/// events and effects of the last turn, or of all.
/// </summary>
public sealed class Scene
{
    public const string Client = "+380501112233";
    public static readonly SipLegFacts Facts =
        new("call-id", "a", "b", "sip:a", "sip:b", 1, 1, [], "sip:t", "udp:10.0.0.1:5060", null, null);

    private readonly Turn _turn = new();

    public Scene(ProjectConfiguration document, bool allReady = true)
    {
        Do(new PublishConfiguration(document, null, "admin"));
        foreach (var account in document.SipAccounts) Register(account.Username);
        foreach (var employee in document.Employees.Where(_ => allReady)) Ready(employee.Id);
    }

    public Project Project { get; } = new(new ProjectId("test"));
    public long Now { get; private set; } = 1_750_000_000_000;
    public ulong Chance { get; set; } = 1;
    public List<(ProjectEvent Event, long At)> History { get; } = [];
    public List<ProjectEvent> Events { get; } = [];
    public List<ProjectEffect> Effects { get; } = [];

    public CommandReply Do(ProjectCommand command)
    {
        _turn.Clear();
        var reply = Project.Handle(command, new TurnInput(Now, Chance++), _turn);
        Events.Clear();
        Events.AddRange(_turn.Events);
        Effects.Clear();
        Effects.AddRange(_turn.Effects);
        History.AddRange(_turn.Events.Select(e => (e, Now)));
        return reply;
    }

    /// <summary>Lets time pass, serving every deadline when it comes; the events of all of them are those "of the last turn".</summary>
    public Scene Wait(double seconds)
    {
        long until = Now + (long)(seconds * 1000);
        List<ProjectEvent> events = [];
        List<ProjectEffect> effects = [];
        while (Project.NextDue is { } due && due <= until)
        {
            Now = Math.Max(Now, due);
            Do(PassTime.Instance);
            events.AddRange(Events);
            effects.AddRange(Effects);
        }
        Now = until;
        Events.Clear();
        Events.AddRange(events);
        Effects.Clear();
        Effects.AddRange(effects);
        return this;
    }

    /// <summary>Time passes and no deadline is served, as when a timer is late.</summary>
    public Scene Oversleep(double seconds)
    {
        Now += (long)(seconds * 1000);
        return this;
    }

    public void Register(string account, int seconds = 36_000) => Do(new ReportBindings(account,
        [new PhoneBinding($"sip:{account}@10.0.0.9", "udp:10.0.0.9:5060", [], account, 1, Now + (seconds * 1000L), null)]));

    public void Ready(string employee) => Set(employee, Availability.Ready);
    public void SignOut(string employee) => Set(employee, Availability.SignedOut);
    public void NotReady(string employee) => Set(employee, Availability.NotReady, "break");
    public void Set(string employee, Availability availability, string? reason = null) =>
        Assert.IsType<Accepted>(Do(new SetAvailability(new EmployeeId(employee), availability, reason, "test")));

    public CallId Call(string from = Client, string to = Documents.MainNumber) => Assert.IsType<CallReceived>(
        Do(new ReceiveCall(new CallLine("kyivstar", null), from, null, to, Facts))).Call;

    public CallId Dial(string account, string digits) => Assert.IsType<CallReceived>(
        Do(new ReceiveCall(new CallLine(null, account), account, null, digits, Facts))).Call;

    public CommandReply Answer(LegId leg) => Do(new ReportAnswered(leg, Facts));
    public CommandReply Fail(LegId leg, int status) => Do(new ReportFailed(leg, status, null));
    public CommandReply HangUp(LegId leg) => Do(new ReportHangUp(leg));
    public CommandReply CallerHangsUp(CallId call) => HangUp(new LegId(call, 0));

    /// <summary>The legs that ring right now, of one call or of all.</summary>
    public IReadOnlyList<LegStarted> Ringing(CallId? call = null)
    {
        List<LegStarted> ringing = [];
        foreach (var (e, _) in History)
        {
            if (e is LegStarted started && (call is null || started.Leg.Call == call)) ringing.Add(started);
            var over = e switch { LegEnded ended => ended.Leg, LegAnswered answered => answered.Leg, _ => (LegId?)null };
            if (over is not null) ringing.RemoveAll(leg => leg.Leg == over);
        }
        return ringing;
    }

    /// <summary>Whom a call rings, in the order of their legs, each once.</summary>
    public string[] Rung(CallId call) => [.. Ringing(call).Select(leg => leg.Employee?.Value ?? leg.Target).Distinct()];

    public LegId LegOf(CallId call, string employee) => Ringing(call).First(leg => leg.Employee?.Value == employee).Leg;

    /// <summary>The one leg that rings for a call answers.</summary>
    public LegId Take(CallId call)
    {
        var leg = Ringing(call)[0].Leg;
        Assert.IsType<Accepted>(Answer(leg));
        return leg;
    }

    public EmployeeState State(string employee) => Project.Desk(new EmployeeId(employee), Now)!.Line.State;
    public T One<T>() => Assert.Single(Events.OfType<T>());
    public T Effect<T>() => Assert.Single(Effects.OfType<T>());
    public CallRecord Record(CallId call) => All<CallEnded>().Single(e => e.Record.Call == call).Record;
    public IEnumerable<T> All<T>() => History.Select(pair => pair.Event).OfType<T>();
}
