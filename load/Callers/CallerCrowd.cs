using System.Globalization;
using CallCenter.Load.Arrivals;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Transport;
using CallCenter.Sip;

namespace CallCenter.Load.Callers;

/// <summary>
/// The callers of a load run behind the trunk: each arrival becomes a call whose observation is handed to the recorder when it is over.
/// Arrivals wait for nobody. Live calls are bounded by <see cref="MostLive"/>; arrivals beyond it fail without an INVITE. All on the loop's
/// thread.
/// </summary>
internal sealed class CallerCrowd
{
    public const int MostLive = 20_000;

    // A caller calls again with his number, so there are more numbers than live calls: no two may show the same.
    private const int NumberPool = 100_000;

    private readonly UserAgentHost _host;
    private readonly CrowdOptions _options;
    private readonly IArrivals _arrivals;
    private readonly RunRecorder _recorder;
    private readonly CallsByCaller _live;
    private readonly Random _plans;
    private readonly Random _choice;
    private readonly HashSet<ObservedCaller> _calling = [];
    private TimeSpan _startedAt;
    private TimeSpan? _next;
    private int _lastNumber;
    private int _redialing;
    private bool _stopped;

    public CallerCrowd(
        UserAgentHost host, CrowdOptions options, IArrivals arrivals, RunRecorder recorder, CallsByCaller live, Seeds seeds)
    {
        _host = host;
        _options = options;
        _arrivals = arrivals;
        _recorder = recorder;
        _live = live;
        _plans = seeds.For("callers");
        _choice = seeds.For("call choice");
    }

    public SimulationLoop Loop => _host.Loop;

    /// <summary>Calls that are not over.</summary>
    public int Live => _calling.Count;

    /// <summary>Calls that were answered and are not over.</summary>
    public int Talking { get; private set; }

    /// <summary>Whether nobody calls and nobody will.</summary>
    public bool IsOver => (_stopped || (_next is null && _redialing == 0)) && _calling.Count == 0;

    /// <summary>Calls placed so far, and those that could not be.</summary>
    public int Offered { get; private set; }

    /// <summary>Calls that ended refused or failed.</summary>
    public int Bad { get; private set; }

    /// <summary>Calls that got no reply at all for so long: the first sign of a server at its limit.</summary>
    public int Unanswered(TimeSpan since)
    {
        var before = Loop.MicrosAt(Loop.Now - since);
        return _calling.Count(caller =>
            caller.Call is { TryingMicros: 0, RingingMicros: 0, AnswerMicros: 0 } && caller.Call.InviteMicros < before);
    }

    /// <summary>Lets the calls come; their due times count from <paramref name="at"/> of the loop's time.</summary>
    public void Start(TimeSpan at)
    {
        _startedAt = at;
        _next = _arrivals.Next();
        AwaitNext();
    }

    /// <summary>No more calls, redials included.</summary>
    public void StopArrivals() => _stopped = true;

    /// <summary>Everybody who talks hangs up; those who wait stay.</summary>
    public void HangUpTalking() => StopThose(caller => caller.IsTalking);

    /// <summary>Every live call is ended by its caller: BYE or CANCEL.</summary>
    public void EndAll() => StopThose(_ => true);

    /// <summary>Notes calls that did not end although they were told to: there is no more waiting for them.</summary>
    public void GiveUpRest()
    {
        _stopped = true;
        foreach (var caller in _calling.ToArray())
        {
            caller.Unfinished();
        }
    }

    internal CallLeg Place(in CallRequest request, ICallParty party) => _host.Call(
        new OutgoingCall(request.From, null, request.To, null)
        {
            Transport = _choice.Chance(_options.TcpShare) ? SipTransport.Tcp : SipTransport.Udp,
        },
        party);

    internal bool Allows(int status) => _options.AllowedRefusals.Contains(status);

    internal void Answered()
    {
        Talking++;
        TellGauges();
    }

    internal void Ended(ObservedCaller caller, TimeSpan? redialAfter)
    {
        _calling.Remove(caller);
        _live.Remove(caller.Call);
        Talking -= caller.IsTalking ? 1 : 0;
        Bad += caller.Call.Outcome is ObservedOutcome.Refused or ObservedOutcome.Failed ? 1 : 0;
        _recorder.Ended(caller.Call);
        TellGauges();
        if (redialAfter is { } pause && !_stopped)
        {
            _redialing++;
            Loop.After(pause, () => Redial(caller.Call.From));
        }
    }

    private void AwaitNext()
    {
        if (!_stopped && _next is { } due)
        {
            Loop.At(_startedAt + due, Arrive);
        }
    }

    /// <summary>All that are due by now: when the loop was behind there are several.</summary>
    private void Arrive()
    {
        var now = Loop.Now - _startedAt;
        while (!_stopped && _next is { } due && due <= now)
        {
            Call(FreeNumber(), _startedAt + due);
            _next = _arrivals.Next();
        }

        AwaitNext();
    }

    private void Redial(string from)
    {
        _redialing--;
        if (!_stopped && !_live.IsCalling(from))
        {
            Call(from, Loop.Now);
        }
    }

    private void Call(string from, TimeSpan due)
    {
        var dueMicros = Loop.MicrosAt(due);
        _recorder.Offered(dueMicros);
        var plan = CallerPlan.Draw(_plans, _options.Habits);
        var request = new CallRequest(Offered++, from, _choice.OneOf(_options.Numbers), dueMicros);
        if (_calling.Count >= MostLive)
        {
            RefuseOurselves(request);
            return;
        }

        var caller = new ObservedCaller(this, plan, request);
        _calling.Add(caller);
        _live.Add(caller.Call);
        TellGauges();
    }

    private void RefuseOurselves(in CallRequest request)
    {
        Bad++;
        _recorder.Ended(new CallObservation
        {
            Number = request.Number,
            CallId = string.Create(CultureInfo.InvariantCulture, $"not-sent-{request.Number}"),
            From = request.From,
            To = request.To,
            DueMicros = request.DueMicros,
            EndedMicros = Loop.NowMicros,
            Outcome = ObservedOutcome.Failed,
            Cause = "not sent: too many live calls for the generator",
        });
    }

    private string FreeNumber()
    {
        while (true)
        {
            _lastNumber = (_lastNumber + 1) % NumberPool;
            var number = string.Create(CultureInfo.InvariantCulture, $"+38067{_lastNumber:D7}");
            if (!_live.IsCalling(number))
            {
                return number;
            }
        }
    }

    private void StopThose(Func<ObservedCaller, bool> which)
    {
        foreach (var caller in _calling.Where(which).ToArray())
        {
            caller.Stop();
        }
    }

    private void TellGauges()
    {
        _recorder.Waiting(_calling.Count - Talking);
        _recorder.Talking(Talking);
    }
}
