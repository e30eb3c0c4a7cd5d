using CallCenter.Load.Results;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>
/// The callers' calls that live now, by the number they show: what an employee's phone sees of a call belongs to the observation of its
/// caller. All on the loop's thread.
/// </summary>
internal sealed class CallsByCaller(SimulationLoop loop)
{
    private readonly Dictionary<string, CallObservation> _byNumber = new(StringComparer.Ordinal);

    public bool IsCalling(string number) => _byNumber.ContainsKey(number);

    public void Add(CallObservation call) => _byNumber.Add(call.From, call);

    public void Remove(CallObservation call) => _byNumber.Remove(call.From);

    /// <summary>An INVITE for this caller reached an employee's phone.</summary>
    public void EmployeeRang(string caller)
    {
        if (_byNumber.TryGetValue(caller, out var call) && call.EmployeeInviteMicros == 0)
        {
            call.EmployeeInviteMicros = loop.NowMicros;
        }
    }

    /// <summary>An employee takes the call; of several the first wins.</summary>
    public void EmployeeAnswered(string caller, string employee)
    {
        if (_byNumber.TryGetValue(caller, out var call) && call.EmployeeAnswerMicros == 0)
        {
            call.EmployeeAnswerMicros = loop.NowMicros;
            call.Employee = employee;
        }
    }

    /// <summary>The server ended an employee's leg; where the caller is not connected yet, his answer did not win after all.</summary>
    public void EmployeeLeft(string caller, string employee)
    {
        if (_byNumber.TryGetValue(caller, out var call) && call.AnswerMicros == 0 && call.Employee == employee)
        {
            call.EmployeeAnswerMicros = 0;
            call.Employee = null;
        }
    }
}
