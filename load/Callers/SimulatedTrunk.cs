using CallCenter.Load.Arrivals;
using CallCenter.Load.Chance;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>
/// The carrier's side: places the clients' calls to the company's numbers and takes the calls that the company makes. All on the loop's
/// thread. Live calls are bounded by <see cref="MaxCalls"/>; arrivals beyond it are counted as failed without an INVITE.
/// </summary>
public sealed class SimulatedTrunk
{
    public const int MaxCalls = 20_000;

    private readonly UserAgentHost _host;
    private readonly CallerHabits _habits;
    private readonly ClientPopulation _clients;
    private readonly IReadOnlyList<string> _numbers;
    private readonly Random _choice;
    private readonly Random _callers;
    private readonly Random _answers;
    private readonly Action<PlacedCall>? _log;
    private readonly HashSet<SimulatedCaller> _calling = [];
    private readonly HashSet<AnsweringClient> _answering = [];
    private LoopTimer? _nextArrival;
    private bool _stopped;

    /// <param name="numbers">The company's numbers (E.164) that clients call.</param>
    /// <param name="log">Told of every call that is over; null: nobody wants to know.</param>
    public SimulatedTrunk(
        UserAgentHost host, CallerHabits habits, ClientPopulation clients, IReadOnlyList<string> numbers, Seeds seeds,
        SimulationCounts counts, Action<PlacedCall>? log = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(numbers.Count);
        _host = host;
        _habits = habits;
        _clients = clients;
        _numbers = numbers;
        _choice = seeds.For("number choice");
        _callers = seeds.For("callers");
        _answers = seeds.For("answering clients");
        Counts = counts;
        _log = log;
        host.IncomingCall = TakeCall;
    }

    internal SimulationLoop Loop => _host.Loop;

    internal SimulationCounts Counts { get; }

    /// <summary>Lets clients call: some at once, so that there is something to see, then at random.</summary>
    public void Start(PoissonArrivals arrivals, int openingCalls)
    {
        for (var i = 0; i < openingCalls; i++)
        {
            Loop.After(TimeSpan.FromSeconds(1 + i), CallFromSomebody);
        }

        var started = Loop.Now;
        ArriveNext();

        void ArriveNext() => _nextArrival = Loop.At(started + arrivals.Next(), () =>
        {
            CallFromSomebody();
            ArriveNext();
        });
    }

    /// <summary>No more calls; those that live are ended.</summary>
    public void Stop()
    {
        _stopped = true;
        _nextArrival?.Cancel();
        foreach (var caller in _calling.ToArray())
        {
            caller.Stop();
        }

        foreach (var client in _answering.ToArray())
        {
            client.Stop();
        }
    }

    internal CallLeg Place(SimulatedClient client, string number, ICallParty party) =>
        _host.Call(new OutgoingCall(client.Number, client.Name, number, null), party);

    internal void CallAgain(SimulatedClient client, string number, TimeSpan pause) => Loop.After(pause, () => Call(client, number));

    internal void Ended(SimulatedCaller caller, PlacedCall call)
    {
        _calling.Remove(caller);
        Counts.CallEnded(call.Outcome);
        _log?.Invoke(call);
    }

    internal void Ended(AnsweringClient client) => _answering.Remove(client);

    private void CallFromSomebody() => Call(_clients.Next(_habits.AgainChance), _choice.OneOf(_numbers));

    private void Call(SimulatedClient client, string number)
    {
        if (_stopped)
        {
            return;
        }

        Counts.CallPlaced();
        var plan = CallerPlan.Draw(_callers, _habits);
        if (_calling.Count >= MaxCalls)
        {
            Counts.CallEnded(CallerOutcome.Failed);
            return;
        }

        _calling.Add(new SimulatedCaller(this, plan, client, number));
    }

    private AnsweringClient? TakeCall(CallLeg leg, string dialled)
    {
        if (_stopped || _answering.Count >= MaxCalls)
        {
            return null;
        }

        var client = new AnsweringClient(this, AnswerPlan.Draw(_answers, _habits), leg);
        _answering.Add(client);
        return client;
    }
}
