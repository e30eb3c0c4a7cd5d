namespace CallCenter.Load.Results;

/// <summary>A histogram of each <see cref="Latency"/>.</summary>
internal sealed class CallLatencies
{
    private readonly LatencyHistogram[] _histograms = [.. LatencyNames.All.Select(_ => new LatencyHistogram())];

    public LatencyHistogram this[Latency latency] => _histograms[(int)latency];

    /// <summary>Adds what of this call happened.</summary>
    public void Add(CallObservation call)
    {
        Add(Latency.DueToInvite, call.DueMicros, call.InviteMicros);
        Add(Latency.InviteToReply, call.InviteMicros, call.ReplyMicros);
        Add(Latency.InviteToRinging, call.InviteMicros, call.RingingMicros);
        Add(Latency.InviteToEmployee, call.InviteMicros, call.EmployeeInviteMicros);
        Add(Latency.DueToEmployee, call.DueMicros, call.EmployeeInviteMicros);
        Add(Latency.AnswerToAnswer, call.EmployeeAnswerMicros, call.AnswerMicros);
        Add(Latency.ByeToOk, call.ByeMicros, call.ByeDoneMicros);
    }

    private void Add(Latency latency, long from, long to)
    {
        if (from != 0 && to != 0) _histograms[(int)latency].Add(to - from);
    }
}
