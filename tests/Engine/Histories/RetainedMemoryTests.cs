using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Histories;

/// <summary>What a project keeps in memory: of live calls little, of ended calls nothing but the clients up to their limit.</summary>
[Collection(nameof(RetainedMemoryTests))]
public sealed class RetainedMemoryTests(ITestOutputHelper output)
{
    private const int LiveCalls = 10_000;
    private const int EndedCalls = 200_000;
    private static readonly byte[] Sdp = new byte[200];

    private readonly Turn _turn = new();
    private long _now = 1_750_000_000_000;

    [Fact]
    public void A_waiting_call_takes_little_memory()
    {
        var project = Project(employees: 1, clients: 1000);
        Receive(project, 0, 1);
        var before = Memory();

        for (var i = 1; i <= LiveCalls; i++) Receive(project, i, 1);

        Assert.True(Report("waiting", project, before) < 3000);
    }

    [Fact]
    public void A_talking_call_takes_little_memory()
    {
        var project = Project(employees: LiveCalls, clients: 1000);
        var before = Memory();

        for (var i = 1; i <= LiveCalls; i++)
        {
            Receive(project, i, i);
            Do(project, new ReportAnswered(new LegId(new CallId(i), 1), Facts(i)));
        }

        Assert.True(Report("talking", project, before) < 4000);
    }

    [Fact]
    public void Nothing_is_kept_of_ended_calls()
    {
        const int quarter = EndedCalls / 4;
        var project = Project(employees: 20, clients: 1000);
        var before = 0L;
        List<long> grown = [];
        for (var i = 1; i <= EndedCalls; i++)
        {
            Flow(project, i);
            if (i % quarter != 0) continue;
            var after = Memory();
            if (i > quarter) grown.Add(after - before);
            before = after;
        }

        output.WriteLine($"Bytes more after each further {quarter:N0} calls of as many clients: {string.Join("; ", grown)}.");
        Assert.Equal((EndedCalls, 0), (project.EndedCalls, project.LiveCalls));

        // What is kept grows in every quarter; a pool of another test that is given back makes one of them smaller.
        Assert.InRange(grown.Max(), -3_000_000, 300_000);
    }

    [Fact]
    public void A_known_client_takes_little_memory()
    {
        const int clients = 200_000;
        var project = Project(employees: 20, clients);
        for (var i = 1; i <= 100; i++) Flow(project, i);
        var before = Memory();

        for (var i = 101; i <= clients; i++) Flow(project, i);

        var bytes = (Memory() - before) / (clients - 100);
        output.WriteLine($"{bytes} bytes per client");
        Assert.Equal(clients, project.EndedCalls);
        Assert.InRange(bytes, 60, 140);
    }

    // Twice: what other tests left behind may hang on finalizers, and would else be given back in the middle of a measurement.
    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private long Report(string what, Project project, long before)
    {
        var bytes = (Memory() - before) / LiveCalls;
        output.WriteLine($"{bytes} bytes per {what} call in the engine");
        Assert.True(project.LiveCalls >= LiveCalls);
        return bytes;
    }

    /// <summary>Arrives, is queued, rings, is taken, ends, the wrap-up passes.</summary>
    private void Flow(Project project, int number)
    {
        Receive(project, number, number);
        Do(project, new ReportAnswered(new LegId(new CallId(number), 1), Facts(number)));
        _now += 5000;
        Do(project, new ReportHangUp(new LegId(new CallId(number), 0)));
        _now = project.NextDue!.Value;
        Do(project, PassTime.Instance);
    }

    private void Receive(Project project, int number, int client) => Assert.IsType<CallReceived>(Do(project, new ReceiveCall(
        new CallLine("kyivstar", null), $"+38050{1_000_000 + client}", null, new string(Documents.MainNumber), Facts(number))));

    private CommandReply Do(Project project, ProjectCommand command)
    {
        _turn.Clear();
        _now++;
        return project.Handle(command, new TurnInput(_now, 1), _turn);
    }

    /// <summary>Every text is one of its own, as the parser makes them.</summary>
    private static SipLegFacts Facts(int call) => new(
        $"{call:D32}", $"{call:D16}", $"{call + 1:D16}", $"<sip:+380441000000@127.0.0.1:{5000 + (call % 1000)}>",
        $"<sip:+38050{call:D7}@127.0.0.1:5060>", 1, 1, [], $"sip:{call:D10}@127.0.0.1:5080", $"udp:127.0.0.1:{5000 + (call % 1000)}",
        $"SIP/2.0/UDP 127.0.0.1:5080;branch=z9hG4bK{call:D16};rport", (byte[])Sdp.Clone());

    private Project Project(int employees, int clients)
    {
        var project = new Project(new ProjectId("memory"));
        var document = Documents.Sales(
            department => department with { MaxLength = 2 * LiveCalls, WrapUpSeconds = 1 },
            [.. Enumerable.Range(1, employees).Select(i => $"employee{i}")]);
        Do(project, new PublishConfiguration(
            document with
            {
                SipAccounts = [],
                Limits = new LimitConfiguration(MaxLiveCalls: 2 * LiveCalls, MaxClients: clients),
                Employees = [.. document.Employees.Select(employee => employee with
                {
                    StartsReady = true,
                    MainContacts = [new ContactPoint(Uri: $"sip:{employee.Id}@127.0.0.1:6000")],
                })],
            },
            null, "test"));
        return project;
    }
}

/// <summary>The heap is one for all: nothing else may run while it is measured.</summary>
[CollectionDefinition(nameof(RetainedMemoryTests), DisableParallelization = true)]
public sealed class RetainedMemoryCollection;
