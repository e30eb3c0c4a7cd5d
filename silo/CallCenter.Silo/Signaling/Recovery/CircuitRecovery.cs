using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Calls;

namespace CallCenter.Silo.Signaling.Recovery;

/// <summary>
/// Rebuilds the SIP side from what the project knows, before anything is received:
/// 1. the circuit of each live call: the caller's INVITE and dialog, the legs' dialogs and INVITEs;
/// 2. what its caller has to hear: that he waits, or the 200 of a moment ago;
/// 3. calls that ended a moment ago: their dialogs and transactions absorb what peers repeat, and BYE, CANCEL or final response, which
/// may not have left, are sent again.
/// The phones' repetitions bridge the time without us.
/// </summary>
internal sealed class CircuitRecovery(SipCore core, B2bua b2bua)
{
    /// <summary>Whatever the last events of the journal ordered may not have left; a process dies within a fraction of that.</summary>
    private const long UnsentMs = 5_000;

    private readonly CircuitBuilder _builder = new(core, b2bua);
    private long _unsentSince;
    private long _lastWritten;

    /// <returns>The live calls that cannot be rebuilt.</returns>
    public List<CallId> Run(RecoveredProject project, long now)
    {
        _lastWritten = project.At;
        _unsentSince = project.At - UnsentMs;
        var lost = new List<CallId>();
        var live = project.Engine.Circuits;
        foreach (var facts in live)
        {
            if (!Try(facts, () => GoOn(facts, now)))
            {
                lost.Add(facts.Arrived.Call);
            }
        }

        foreach (var ended in project.Ended.Where(ended => now - ended.At < B2bua.RepeatedMs))
        {
            Try(ended.Facts, () => Remember(ended, now));
        }

        if (live.Count > lost.Count)
        {
            SignalingLog.GoOn(core.Log, live.Count - lost.Count);
        }

        return lost;
    }

    /// <summary>One call that cannot be rebuilt must not keep the others from it, nor the silo from its start.</summary>
    private bool Try(CircuitFacts facts, Func<bool> rebuild)
    {
        try
        {
            return rebuild();
        }
        catch (Exception failure)
        {
            SignalingLog.NotRebuilt(core.Log, facts.Arrived.Call.Value, failure);
            return false;
        }
    }

    private bool GoOn(CircuitFacts facts, long now)
    {
        var talking = facts.Bridges is [var (_, other)] ? facts.Legs.FirstOrDefault(leg => leg.Order.Leg.Number == other) : null;

        // Events of older versions: a conversation needs less of them than a caller who still has to be answered.
        var isComplete = facts.AnsweredAt is null ? facts.Arrived.Facts.Traits is not null
            : facts.Bridges is [] ? facts.CallerMedia is not null : talking?.Facts is not null;
        if (!isComplete || _builder.Caller(facts, now) is not { } caller)
        {
            return false;
        }

        var isAnchored = facts.Arrived.Media == MediaMode.Anchored;
        if (isAnchored && !_builder.Anchor(caller, facts.CallerMedia, now))
        {
            return false;
        }

        core.Legs.Add(caller.Circuit);
        core.Legs.AddDialog(caller);
        if (facts.AnsweredAt is not null && talking is null)
        {
            Hear(facts, caller, with: null, now);
            HearAlone(facts, caller, now);
        }
        else if (facts.AnsweredAt is not null)
        {
            var leg = _builder.Answered(caller.Circuit, talking!, now)!;
            if (isAnchored && !_builder.Anchor(leg, talking!.Media, now))
            {
                return false;
            }

            Talk(facts, caller, leg, now);
            Supervise(facts, caller.Circuit, now);
            if (facts.Recording is { } recording)
            {
                b2bua.Record(recording, facts.IsPaused, now);
            }
        }
        else
        {
            if (facts.CallerMedia is not null)
            {
                b2bua.WasDescribed(caller);
            }
            else if (facts.Legs.Any(leg => leg is { Alerted: true, Order.Target.Number: not null }))
            {
                B2bua.SpendDialog(caller);
            }

            b2bua.WaitOn(caller, facts.RingingShown && facts.Arrived.Direction != CallDirection.Outgoing, now);
        }

        foreach (var leg in facts.Legs)
        {
            RingOn(leg, caller.Circuit, now, isAnchored);
        }

        return true;
    }

    /// <summary>Whoever listened hears the conversation again; one who cannot is gone.</summary>
    private void Supervise(CircuitFacts facts, CallCircuit circuit, long now)
    {
        foreach (var (known, order) in facts.Supervisors ?? [])
        {
            if (known.AnsweredAt is null)
            {
                RingOn(known, circuit, now, isAnchored: true);
            }
            else if (_builder.Answered(circuit, known, now) is { } leg && _builder.Anchor(leg, known.Media, now))
            {
                core.Legs.AddDialog(leg);
                if (known.AnsweredAt >= _unsentSince)
                {
                    b2bua.AcknowledgeAgain(leg, now);
                }

                b2bua.HeardBefore(leg, _lastWritten, now);
                b2bua.StartTimer(leg, leg.Timer!.Value, now);
                b2bua.Supervise(order, now);
            }
            else
            {
                core.Project.Handle(new ReportBroken(known.Order.Leg, "No ports for its audio"), now);
            }
        }
    }

    /// <summary>He is answered, and talks with nobody.</summary>
    private void HearAlone(CircuitFacts facts, CallerLeg caller, long now)
    {
        if (facts.Speaks is { } speaks)
        {
            b2bua.Speak(speaks);
        }
        else if (facts.Message is { } message)
        {
            b2bua.Record(message, now);
        }
        else if (facts.HearsMusic)
        {
            b2bua.PlayMusic(facts.Arrived.Call, now);
        }
        else if (facts.RingingShown)
        {
            b2bua.PlayRinging(caller, now);
        }
    }

    private void Talk(CircuitFacts facts, CallerLeg caller, CalledLeg leg, long now)
    {
        caller.Bridge(leg);
        caller.Circuit.Path.Connect(caller, leg);
        core.Legs.AddDialog(leg);
        Hear(facts, caller, leg, now);
        foreach (var holder in new SipLeg[] { caller, leg }.Where(one => one.IsHeld))
        {
            caller.Circuit.Path.NoteHold(holder, now);
        }

        b2bua.HeardBefore(leg, _lastWritten, now);
        b2bua.StartTimer(leg, leg.Timer!.Value, now);
    }

    /// <summary>
    /// The caller was answered. Our 200 or its ACK, and ours to the other leg, may be lost; a caller who acknowledged does so again, for
    /// half a minute from the 200 on.
    /// </summary>
    /// <param name="with">The leg that he talks with; null: he waits.</param>
    private void Hear(CircuitFacts facts, CallerLeg caller, CalledLeg? with, long now)
    {
        var isRecent = facts.AnsweredAt >= _unsentSince;
        if (isRecent)
        {
            b2bua.AnswerAgain(caller, with, now);
        }
        else
        {
            _builder.Absorb(caller, 200, now);
        }

        if (with is not null && facts.Legs.Any(leg => leg.Order.Leg == with.Id && leg.AnsweredAt >= _unsentSince))
        {
            b2bua.AcknowledgeAgain(with, now);
        }

        caller.Answered();
        caller.IsAcknowledged = !isRecent || now - facts.AnsweredAt > B2bua.RepeatedMs - UnsentMs;
        b2bua.HeardBefore(caller, _lastWritten, now);
        b2bua.StartTimer(caller, caller.Timer!.Value, now);
    }

    private void RingOn(CircuitLegFacts facts, CallCircuit circuit, long now, bool isAnchored = false)
    {
        if (facts.Facts is not null)
        {
            return;
        }

        if (facts.EndedAt is null)
        {
            var leg = new CalledLeg(circuit, facts.Order) { IsAlerting = facts.Alerted };
            circuit.Add(leg);
            if (isAnchored && !_builder.Anchor(leg, facts.Media, now))
            {
                leg.IsEnded = true;
                core.Project.Handle(new ReportFailed(facts.Order.Leg, 500, "No ports for its audio"), now);
                return;
            }

            b2bua.RingOn(leg, facts.Alerted, now);
        }
        else if (facts.EndedAt >= _unsentSince)
        {
            // Also where a phone refused: another of that leg's may still ring. Who is done answers 481.
            b2bua.CancelAgain(new CalledLeg(circuit, facts.Order), SipStatusTable.Reason(ReasonOf(facts.End), facts.Said), now);
        }
    }

    private bool Remember(EndedCircuit ended, long now)
    {
        if (_builder.Caller(ended.Facts, now) is not { } caller)
        {
            return false;
        }

        caller.IsEnded = true;
        caller.Invite.Context = null;
        var isUnsent = ended.At >= _unsentSince;
        RefuseAgain(caller, ended, isUnsent, now);
        if (ended.Facts.AnsweredAt is not null)
        {
            var said = ended.Facts.Legs.FirstOrDefault(leg => leg.End == LegEnd.HungUp)?.Said;
            Close(caller, ended.Record.Legs[0].End, said, isUnsent, now);
        }

        foreach (var leg in ended.Facts.Legs)
        {
            if (_builder.Answered(caller.Circuit, leg, now) is { } called)
            {
                if (leg.AnsweredAt >= _unsentSince)
                {
                    b2bua.AcknowledgeAgain(called, now);
                }

                var end = ended.Record.Legs.FirstOrDefault(one => one.Number == leg.Order.Leg.Number)?.End;
                Close(called, end, leg.Said, isUnsent, now);
            }
            else
            {
                RingOn(leg, caller.Circuit, now);
            }
        }

        return true;
    }

    /// <summary>The final response that the caller got, or may not have got yet, in the same words.</summary>
    private void RefuseAgain(CallerLeg caller, EndedCircuit ended, bool isUnsent, long now)
    {
        var (record, status) = (ended.Record, SipStatusTable.ForCaller(ended.Record));
        status = caller.Account is null ? status : SipStatusTable.ForPhone(status);
        string? said = null;
        if (record.Reason is { } reason && SipStatusTable.IsPassedOn(reason, record.SipStatus))
        {
            said = ended.Facts.Legs.LastOrDefault(leg => leg.SipStatus == record.SipStatus)?.Said;
        }

        if (ended.Facts.AnsweredAt is not null || !isUnsent)
        {
            // Also where it was answered: an INVITE that comes again never heard of it, and is not worth a new call.
            _builder.Absorb(caller, status, now, said);
        }
        else if (record.Reason is { } ours)
        {
            b2bua.Refuse(caller, ours, record.SipStatus, said, now);
        }
        else
        {
            caller.Invite.Respond(status, now);
        }
    }

    private void Close(SipLeg leg, LegEnd? end, string? said, bool isUnsent, long now)
    {
        leg.IsEnded = true;
        core.Legs.AddDialog(leg);
        if (isUnsent && end is { } how && IsEndedByUs(how))
        {
            b2bua.ByeAgain(leg, ReasonOf(how), said, now);
        }
        else
        {
            b2bua.ForgetLater(leg, now);
        }
    }

    private static bool IsEndedByUs(LegEnd end) =>
        end is not (LegEnd.HungUp or LegEnd.Rejected or LegEnd.Unreachable or LegEnd.OfferRefused);

    private static HangUpReason ReasonOf(LegEnd end) => end switch
    {
        LegEnd.NoAnswer => HangUpReason.RingTimeOver,
        LegEnd.TakenElsewhere => HangUpReason.TakenElsewhere,
        LegEnd.Cancelled => HangUpReason.CallerCancelled,
        LegEnd.Broken => HangUpReason.NetworkFailure,
        _ => HangUpReason.Normal,
    };
}
