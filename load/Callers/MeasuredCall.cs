using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary>One call of the <c>call</c> command: notes when it rang and was answered, and hangs up after its talk time.</summary>
internal sealed class MeasuredCall : ICallParty
{
    private readonly UserAgentHost _host;
    private readonly CallOptions _options;
    private readonly CallReport _report;
    private readonly TimeSpan _placedAt;
    private readonly CallLeg _leg;
    private LoopTimer _next;
    private bool _rang;
    private bool _gaveUp;

    public MeasuredCall(UserAgentHost host, CallOptions options, CallReport report)
    {
        _host = host;
        _options = options;
        _report = report;
        _placedAt = host.Loop.Now;
        _leg = host.Call(new OutgoingCall(options.From, null, options.To, null), this);
        _next = host.Loop.After(options.Patience, GiveUp);
    }

    public void Rang(CallLeg leg)
    {
        if (!_rang)
        {
            _rang = true;
            _report.Rang(_host.Loop.Now - _placedAt);
        }
    }

    public void Connected(CallLeg leg)
    {
        _report.Answered(_host.Loop.Now - _placedAt);
        _next.Cancel();
        _next = _host.Loop.After(_options.Talk, leg.HangUp);
    }

    public void Failed(CallLeg leg, int status)
    {
        _next.Cancel();
        _report.Failed(_gaveUp ? "no answer" : $"{status}", leg.CallId);
    }

    public void HungUp(CallLeg leg) => _next.Cancel();

    /// <summary>Ends the call in whatever state it is.</summary>
    public void Stop()
    {
        _next.Cancel();
        GiveUp();
    }

    private void GiveUp()
    {
        _gaveUp = true;
        _leg.HangUp();
    }
}
