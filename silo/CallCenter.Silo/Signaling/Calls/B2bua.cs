using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// The back-to-back user agent: carries out what the project orders on the legs of a call, and tells it what the legs do. Where
/// the media goes is its circuit's <see cref="ISessionPath"/>.
/// This part holds the effects; the others what follows on each side.
/// </summary>
internal sealed partial class B2bua
{
    private readonly SipCore _core;
    private readonly LegTimers _timers;

    public B2bua(SipCore core)
    {
        _core = core;
        _timers = new LegTimers(OnDue);
        Direct = new DirectPath(core, this);
        Anchored = new AnchoredPath(core, this);
    }

    /// <summary>An order about a call. Never throws: a leg that cannot be rung is reported as failed.</summary>
    public void CarryOut(ProjectEffect effect, long now)
    {
        try
        {
            switch (effect)
            {
                case RingLeg ring:
                    Ring(ring, now);
                    break;
                case ShowRinging show:
                    ShowRinging(show, now);
                    break;
                case Bridge bridge:
                    Connect(bridge, now);
                    break;
                case AnswerCaller answer:
                    Answer(answer, now);
                    break;
                case PlayMusic music:
                    PlayMusic(music.Call, now);
                    break;
                case Announce announce:
                    Announce(announce);
                    break;
                case Supervise supervise:
                    Supervise(supervise, now);
                    break;
                case Speak speak:
                    Speak(speak);
                    break;
                case StopSpeaking stop:
                    _core.Legs.Find(stop.Call)?.Caller.Audio?.Silence();
                    break;
                case RecordMessage message:
                    Record(message, now);
                    break;
                case EndMessage end:
                    EndMessage(end);
                    break;
                case RecordConversation record:
                    Record(record, isPaused: false, now);
                    break;
                case SetRecordingPause pause:
                    Pause(pause);
                    break;
                case EndLeg end:
                    End(end, now);
                    break;
            }
        }
        catch (Exception failure)
        {
            _core.Counters.LoopFailures++;
            Loop.LoopLog.InputFailed(_core.Log, failure);
            if (effect is RingLeg ring)
            {
                _core.Project.Handle(new ReportFailed(ring.Leg, 500, failure.Message), now);
            }
        }
    }

    /// <summary>The path of calls whose media we do not touch.</summary>
    public ISessionPath Direct { get; }

    /// <summary>The path of calls whose media goes through us.</summary>
    public AnchoredPath Anchored { get; }

    public SessionTimerPolicy SessionTimers => _core.SessionTimers;

    public string Contact(SipTransport transport) => _core.Local.Contact(transport);

    private void Connect(Bridge order, long now)
    {
        if (_core.Legs.Find(order.Call) is not { } circuit
            || circuit.Find(order.OtherLeg) is not CalledLeg { IsAnswered: true, IsEnded: false } leg
            || circuit.Find(order.Leg) is not CallerLeg { IsEnded: false } caller)
        {
            return;
        }

        // Whoever listened until now talks.
        (leg.Supervises, circuit.Conference) = (false, null);
        caller.Bridge(leg);
        if (!caller.IsAnswered)
        {
            Answer(caller, leg, now);
        }

        circuit.Path.Connect(caller, leg);
        if (caller.IsHeld)
        {
            TellHold(caller, now);
        }

        if (!leg.OwesAck)
        {
            leg.ForgetAnswer();
        }
    }

    private void Answer(CallerLeg caller, CalledLeg? with, long now)
    {
        caller.Invite.Respond(BeginAnswer(caller).Sdp(caller.Circuit.Path.AnswerTo(caller, with, now)), now);
        caller.Answered();
        OnHeard(caller, now);
        StartTimer(caller, caller.Timer!.Value, now);
    }

    private SipMessageWriter BeginAnswer(CallerLeg caller)
    {
        var writer = caller.Invite.Begin(_core.Sender.Writer, 200)
            .Header(SipHeader.Contact, Contact(caller.Flow.Transport))
            .Capabilities();
        return caller.Timer!.Value.WriteAnswer(writer);
    }
}
