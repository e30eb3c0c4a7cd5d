using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Grains;

namespace CallCenter.Benchmarks;

/// <summary>A project of 200 employees with 100 conversations, in virtual time: what a board of a busy call center shows.</summary>
internal sealed class BusyProject
{
    private const int Employees = 200;
    private const int LiveCalls = 100;
    private const int MsBetweenCalls = 5;
    private const string Number = "+380445550100";

    private static readonly byte[] Sdp = new byte[190];

    private readonly Turn _turn = new();
    private readonly Queue<CallId> _talking = new();
    private readonly CallLine _line = new("carrier", null);
    private ulong _chance;

    public BusyProject()
    {
        Do(new PublishConfiguration(Document(), null, "benchmark"));
        while (_talking.Count < LiveCalls)
        {
            Begin();
        }
    }

    public ProjectGrain Project { get; } = new(new ProjectId("benchmark"));

    /// <summary>Unix milliseconds UTC.</summary>
    public long Now { get; private set; } = 1_750_000_000_000;

    /// <summary>The oldest conversations end and as many calls come and are taken.</summary>
    public void Advance(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Do(new ReportHangUp(new LegId(_talking.Dequeue(), 0)));
            Begin();
        }
    }

    private void Begin()
    {
        Now += MsBetweenCalls;
        var client = $"+38067{_chance % 10_000_000:0000000}";
        var received = (CallReceived)Do(new ReceiveCall(_line, client, null, Number, Facts("caller")));
        var leg = _turn.Effects.OfType<RingLeg>().Single().Leg;
        Do(new ReportRinging(leg));
        Do(new ReportAnswered(leg, Facts("employee")));
        _talking.Enqueue(received.Call);
    }

    private CommandReply Do(ProjectCommand command)
    {
        _turn.Clear();
        return Project.Handle(command, new TurnInput(Now, ++_chance), _turn);
    }

    private static SipLegFacts Facts(string side) => new(
        "0123456789abcdef0123456789abcdef", "0123456789abcdef", "fedcba9876543210", "<sip:" + Number + "@127.0.0.1:5060>",
        "<sip:+380501112233@127.0.0.1:5060>", 1, 1, [], $"sip:{side}@127.0.0.1:5080", "udp:127.0.0.1:5080", null, Sdp);

    private static ProjectConfiguration Document()
    {
        var keys = Enumerable.Range(1, Employees).Select(number => $"employee{number}").ToArray();
        return new ProjectConfiguration
        {
            Name = "Benchmark",
            TimeZone = "Europe/Kyiv",
            Numbers = [new NumberConfiguration("main", Number, null, null, new Destination(Department: "sales"))],
            Departments =
            [
                new DepartmentConfiguration
                {
                    Id = "sales",
                    Name = "Sales",
                    Strategy = Strategy.LongestIdle,
                    WrapUpSeconds = 0,
                    Members = [.. keys.Select(key => new MemberConfiguration(key))],
                },
            ],
            Employees = [.. keys.Select(key => new EmployeeConfiguration
            {
                Id = key,
                Surname = key,
                GivenName = "A",
                MainContacts = [new ContactPoint(Uri: $"sip:{key}@127.0.0.1:6000")],
                StartsReady = true,
            })],
            Trunks = [new TrunkConfiguration("carrier", "127.0.0.1:5080", ["127.0.0.1:5080"])],
        };
    }
}
