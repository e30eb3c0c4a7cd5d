using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Transport;
using CallCenter.Sip.Authentication;

namespace CallCenter.Load.Phones;

/// <summary>
/// A phone with an employee behind it: registers, takes calls or not, talks, holds, hangs up, and now and then calls somebody himself.
/// One call at a time; a second one is refused as busy. All on the loop's thread.
/// </summary>
public sealed class SimulatedPhone : ICallParty
{
    private readonly UserAgentHost _host;
    private readonly PhoneAccount _account;
    private readonly PhoneHabits _habits;
    private readonly PhoneDirectory _directory;
    private readonly Random _random;
    private readonly SimulationCounts _counts;
    private readonly DigestClient? _credentials;
    private readonly PhoneRegistration? _registration;
    private readonly List<LoopTimer> _plans = [];
    private CallLeg? _leg;
    private PhonePlan? _plan;
    private LoopTimer? _ownCall;
    private LoopTimer? _away;
    private bool _stopped;

    public SimulatedPhone(
        UserAgentHost host, PhoneAccount account, PhoneHabits habits, PhoneDirectory directory, Random random, SimulationCounts counts)
    {
        _host = host;
        _account = account;
        _habits = habits;
        _directory = directory;
        _random = random;
        _counts = counts;
        if (account.Password is { } password)
        {
            _credentials = host.NewCredentials(account.Username, password);
            _registration = new PhoneRegistration(host, account.Username, account.Transport, _credentials, counts)
            {
                Seconds = habits.RegisterSeconds,
            };
        }
    }

    public string Username => _account.Username;

    public bool IsRegistered => _registration?.IsRegistered == true;

    /// <summary>Successful registrations so far.</summary>
    public int Registrations => _registration?.Registrations ?? 0;

    /// <summary>How the server refused the last registration; null when it did not.</summary>
    public int? LastRefusal => _registration?.LastRefusal;

    /// <summary>Whose phone it is, as the observations of calls name him; the account's name unless said otherwise.</summary>
    public string Employee
    {
        get => field ?? Username;
        init;
    }

    /// <summary>Whether it rings or talks.</summary>
    public bool IsBusy => _leg is not null;

    public bool IsTalking => _leg?.State == LegState.Talking;

    /// <summary>The callers' calls, where somebody observes them.</summary>
    internal CallsByCaller? Calls { get; init; }

    /// <summary>Registers, and begins to make calls of his own where that is a habit.</summary>
    public void Start()
    {
        _registration?.Start();
        PlanOwnCall();
    }

    /// <summary>Registers at once, whatever the state.</summary>
    public void RegisterAgain()
    {
        if (!_stopped)
        {
            _registration?.Again();
        }
    }

    /// <summary>
    /// Loses the network: the call is forgotten without a word, nothing reaches the phone, nothing is refreshed. When it is back, it
    /// registers anew.
    /// </summary>
    public void LoseNetwork(TimeSpan awayFor)
    {
        _host.Silence(Username, true);
        _registration?.Silence();
        _counts.NetworkLost();
        var lost = _leg;
        lost?.Drop();
        _leg = null;
        CancelPlans();
        _away = _host.Loop.After(awayFor, () => ComeBack(lost));
    }

    /// <summary>Ends the call there is and removes the registration.</summary>
    public void Stop()
    {
        _stopped = true;
        _ownCall?.Cancel();
        _leg?.HangUp();
        EndCall();
        _registration?.Stop();
    }

    /// <summary>An INVITE for this phone; the leg is answered or refused by the employee.</summary>
    /// <returns>Null when the call is not his: refuse it as busy.</returns>
    public ICallParty? TakeCall(CallLeg leg)
    {
        if (_leg is not null || _stopped)
        {
            return null;
        }

        Begin(leg);
        leg.Ring();
        switch (_plan!.Reaction)
        {
            case Reaction.Answer:
                Plan(_plan.ReactAfter, Answer);
                break;
            case Reaction.Reject:
                Plan(_plan.ReactAfter, Reject);
                break;
            default:
                _counts.RingMissed();
                Plan(_habits.RingsAtMost, StopRinging);
                break;
        }

        if (_plan.Away is { } away)
        {
            _away = _host.Loop.After(away.After, () => LoseNetwork(away.For));
        }

        return this;
    }

    public void Rang(CallLeg leg)
    {
        // The employee just listens to it.
    }

    public void Connected(CallLeg leg)
    {
        CancelPlans();
        Plan(_plan!.HangUpAfter ?? _habits.Talk.Most + _habits.Silence, HangUp);
        if (_plan.Hold is { } hold)
        {
            Plan(hold.After, () => leg.Hold(true));
            Plan(hold.After + hold.For, () => leg.Hold(false));
        }

        if (_plan.TransferAfter is { } transferAfter)
        {
            Plan(transferAfter, Transfer);
        }
    }

    public void Failed(CallLeg leg, int status)
    {
        // An own call that he gave up ends after he has put the receiver down, perhaps within the next call.
        if (leg == _leg)
        {
            EndCall();
        }
    }

    public void HungUp(CallLeg leg)
    {
        Calls?.EmployeeLeft(leg.CallerUser, Employee);
        EndCall();
    }

    private void Begin(CallLeg leg)
    {
        _leg = leg;
        _plan = PhonePlan.Draw(_random, _habits);
    }

    private void Answer()
    {
        Calls?.EmployeeAnswered(_leg!.CallerUser, Employee);
        _leg!.Answer();
    }

    private void Transfer()
    {
        if (_directory.Choose(_random, internalShare: 1) is { } number)
        {
            _leg!.Transfer(number, _counts.TransferAnswered);
        }
    }

    private void ComeBack(CallLeg? lost)
    {
        _away = null;
        _host.Silence(Username, false);
        // A call that was ringing when the network went is refused: by now it rings for nobody.
        lost?.Refuse(480);
        if (!_stopped)
        {
            _registration?.Start();
        }
    }

    private void Reject()
    {
        _counts.RingRejected();
        _leg!.Refuse(486);
        EndCall();
    }

    private void StopRinging()
    {
        _leg!.Refuse(480);
        EndCall();
    }

    private void HangUp()
    {
        _leg!.HangUp();
        EndCall();
    }

    private void EndCall()
    {
        CancelPlans();
        _away?.Cancel();
        _leg = null;
    }

    private void PlanOwnCall()
    {
        if (_habits.MeanBetweenOwnCalls is { } mean)
        {
            _ownCall = _host.Loop.After(_random.Exponential(mean), CallSomebody);
        }
    }

    private void CallSomebody()
    {
        PlanOwnCall();
        if (_leg is not null || !IsRegistered || _directory.Choose(_random, _habits.InternalShare) is not { } number)
        {
            return;
        }

        _counts.EmployeeCalled();
        Begin(_host.Call(new OutgoingCall(_account.Username, null, number, _credentials), this));
        Plan(_habits.OwnCallPatience, HangUp);
    }

    private void Plan(TimeSpan after, Action action) => _plans.Add(_host.Loop.After(after, action));

    private void CancelPlans()
    {
        foreach (var plan in _plans)
        {
            plan.Cancel();
        }

        _plans.Clear();
    }
}
