using CallCenter.Load.Results;
using CallCenter.Load.Transport;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Callers;

/// <summary>
/// One call of a load run: the caller listens to the ringing as long as his patience lasts, talks, hangs up, and notes the time of each.
/// </summary>
internal sealed class ObservedCaller : ICallParty
{
    private readonly CallerCrowd _crowd;
    private readonly CallerPlan _plan;
    private readonly CallLeg _leg;
    private LoopTimer _next;
    private bool _gaveUp;

    public ObservedCaller(CallerCrowd crowd, CallerPlan plan, CallRequest request)
    {
        _crowd = crowd;
        _plan = plan;
        var sentAt = crowd.Loop.NowMicros;
        _leg = crowd.Place(request, this);
        Call = new CallObservation
        {
            Number = request.Number,
            CallId = _leg.CallId,
            From = request.From,
            To = request.To,
            DueMicros = request.DueMicros,
            InviteMicros = sentAt,
        };
        _next = crowd.Loop.After(plan.Patience, GiveUp);
    }

    public CallObservation Call { get; }

    public bool IsTalking => Call.AnswerMicros != 0;

    public void Trying(CallLeg leg)
    {
        if (Call.TryingMicros == 0)
        {
            Call.TryingMicros = _crowd.Loop.NowMicros;
        }
    }

    public void Rang(CallLeg leg)
    {
        if (Call.RingingMicros == 0)
        {
            Call.RingingMicros = _crowd.Loop.NowMicros;
        }
    }

    public void Connected(CallLeg leg)
    {
        Call.AnswerMicros = _crowd.Loop.NowMicros;
        _crowd.Answered();
        _next.Cancel();
        _next = _crowd.Loop.After(_plan.Talk, HangUp);
    }

    public void Failed(CallLeg leg, int status)
    {
        if (status < 300)
        {
            // Somebody took the call in the moment he gave up: for the protocol, and for the server, it was answered.
            Call.AnswerMicros = Call.ByeMicros = _crowd.Loop.NowMicros;
            _crowd.Answered();
        }
        else if (leg.Failure is { } failure)
        {
            End(ObservedOutcome.Failed, $"{(_gaveUp ? "CANCEL" : "INVITE")} {InWords(failure)}");
        }
        else if (_gaveUp && status == 487)
        {
            End(ObservedOutcome.Abandoned, null);
        }
        else
        {
            End(_crowd.Allows(status) ? ObservedOutcome.Refused : ObservedOutcome.Failed, $"INVITE {status}");
        }
    }

    public void HungUp(CallLeg leg) => End(ObservedOutcome.Answered, null);

    public void Left(CallLeg leg, int status)
    {
        if (status < 300)
        {
            Call.ByeDoneMicros = _crowd.Loop.NowMicros;
        }

        // Where both hang up at once, the server may have forgotten the call when our BYE arrives.
        var isFine = status < 300 || (status == 481 && leg.PeerLeft);
        var cause = leg.Failure is { } failure ? $"BYE {InWords(failure)}" : $"BYE {status}";
        End(isFine ? ObservedOutcome.Answered : ObservedOutcome.Failed, isFine ? null : cause);
    }

    /// <summary>Ends the call in whatever state it is, properly.</summary>
    public void Stop()
    {
        if (IsTalking)
        {
            HangUp();
        }
        else
        {
            GiveUp();
        }
    }

    /// <summary>The run does not wait for its end any longer.</summary>
    public void Unfinished() =>
        End(ObservedOutcome.Failed, Call.ByeMicros != 0 ? "BYE unfinished" : _gaveUp ? "CANCEL unfinished" : "unfinished");

    private void GiveUp()
    {
        _next.Cancel();
        if (!_gaveUp)
        {
            _gaveUp = true;
            Call.CancelMicros = _crowd.Loop.NowMicros;
            _leg.HangUp();
        }
    }

    private void HangUp()
    {
        _next.Cancel();
        if (Call.ByeMicros == 0)
        {
            Call.ByeMicros = _crowd.Loop.NowMicros;
            _leg.HangUp();
        }
    }

    private void End(ObservedOutcome outcome, string? cause)
    {
        _next.Cancel();
        Call.EndedMicros = _crowd.Loop.NowMicros;
        Call.Outcome = outcome;
        Call.Cause = cause;
        _crowd.Ended(this, outcome == ObservedOutcome.Answered ? null : _plan.RedialAfter);
    }

    private static string InWords(TransactionFailure failure) => failure == TransactionFailure.Timeout ? "timeout" : "transport";
}
