using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine;

namespace CallCenter.Benchmarks;

/// <summary>A project of 200 employees with 100 conversations, in virtual time: what a board of a busy call center shows.</summary>
internal sealed class BusyProject
{
    private const int LiveCalls = 100;
    private const int MsBetweenCalls = 5;

    private readonly Turn _turn = new();
    private readonly Queue<CallId> _talking = new();
    private readonly CallLine _line = new("carrier", null);
    private ulong _chance;

    public BusyProject()
    {
        Do(new PublishConfiguration(SampleSales.Document(wrapUpSeconds: 0), null, "benchmark"));
        while (_talking.Count < LiveCalls)
        {
            Begin();
        }
    }

    public Project Project { get; } = new(new ProjectId("benchmark"));

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
        var received = (CallReceived)Do(new ReceiveCall(_line, client, null, SampleSales.Number, SampleSales.Facts("caller")));
        var leg = _turn.Effects.OfType<RingLeg>().Single().Leg;
        Do(new ReportRinging(leg));
        Do(new ReportAnswered(leg, SampleSales.Facts("employee")));
        _talking.Enqueue(received.Call);
    }

    private CommandReply Do(ProjectCommand command)
    {
        _turn.Clear();
        return Project.Handle(command, new TurnInput(Now, ++_chance), _turn);
    }
}
