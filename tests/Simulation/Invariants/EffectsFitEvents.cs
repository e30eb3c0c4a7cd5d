using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Simulation.Tests.Books;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>
/// What the outside is told is what happened: every leg that begins is rung, every leg and caller that does not end by itself is ended,
/// a conversation is connected once; and nobody hears of a call that was over before the turn.
/// </summary>
internal sealed class EffectsFitEvents : IInvariant
{
    private readonly HashSet<LegId> _rung = [];
    private readonly HashSet<LegId> _ended = [];
    private readonly HashSet<(CallId Call, int Leg, int OtherLeg)> _bridged = [];
    private readonly HashSet<CallId> _recorded = [];
    private readonly HashSet<CallId> _paused = [];
    private readonly HashSet<CallId> _shown = [];
    private readonly HashSet<(CallId Call, int Step, int Attempt)> _spoken = [];
    private readonly HashSet<CallId> _messages = [];
    private readonly HashSet<LegId> _heard = [];
    private long _oldest;

    public void Check(Moment moment)
    {
        _rung.Clear();
        _ended.Clear();
        _bridged.Clear();
        _recorded.Clear();
        _paused.Clear();
        _spoken.Clear();
        _messages.Clear();
        _heard.Clear();
        foreach (var effect in moment.Turn.Effects) Hear(effect, moment);
        foreach (var happened in moment.Turn.Events)
        {
            switch (happened)
            {
                case LegStarted started: Breach.Unless(_rung.Remove(started.Leg), $"leg {started.Leg} begins and nobody rings it"); break;
                case ConversationBegan began:
                    Breach.Unless(_bridged.Remove((began.Call, began.Leg, began.OtherLeg)), $"a conversation is not connected: {began}");
                    Breach.Unless(_recorded.Remove(began.Call) == began.IsRecorded, $"recorded and not ordered, or the other way: {began}");
                    break;
                case SupervisionChanged changed: Hears(changed.Leg, moment); break;
                case LegAnswered answered: Hears(answered.Leg, moment); break;
                case RecordingPaused paused: Breach.Unless(_paused.Remove(paused.Call), $"nobody is told of the pause: {paused}"); break;
                case StepBegan step: Breach.Unless(_spoken.Remove((step.Call, step.Number, 1)), $"nothing is said: {step}"); break;
                case StepRepeated step:
                    Breach.Unless(_spoken.Remove((step.Call, step.Number, step.Attempt)), $"nothing is said: {step}");
                    break;
                case StepSpoken step:
                    bool isMessage = moment.Book.Calls.TryGetValue(step.Call, out var call)
                        && call.Steps[step.Number - 1].Began.Kind == StepKind.Voicemail;
                    Breach.Unless(_messages.Remove(step.Call) == isMessage, $"a message is not recorded, or something else is: {step}");
                    break;
                case LegEnded ended: End(ended.Leg, moment); break;
            }
        }
        Breach.Unless(_rung.Count == 0, $"legs are rung that did not begin: {string.Join(", ", _rung)}");
        Breach.Unless(_ended.Count == 0, $"legs are ended that are live, or over already: {string.Join(", ", _ended)}");
        Breach.Unless(_recorded.Count == 0, $"recordings of no conversation: {string.Join(", ", _recorded)}");
        Breach.Unless(_paused.Count == 0, $"pauses that nobody asked for: {string.Join(", ", _paused)}");
        Breach.Unless(_heard.Count == 0, $"supervisors hear what nothing happened for: {string.Join(", ", _heard)}");
        Breach.Unless(_spoken.Count == 0, $"something is said out of turn: {string.Join(", ", _spoken)}");
        Breach.Unless(_messages.Count == 0, $"messages that nobody leaves: {string.Join(", ", _messages)}");
        Breach.Unless(_bridged.Count == 0, $"legs are connected that do not talk: {string.Join(", ", _bridged)}");
        // Whoever was told something hears no ringing any more.
        foreach (var began in moment.Turn.Events.OfType<StepBegan>()) _shown.Remove(began.Call);
        Forget(moment);
    }

    private void Hear(ProjectEffect effect, Moment moment)
    {
        switch (effect)
        {
            case RingLeg ring: Once(_rung, ring.Leg, effect); break;
            case EndLeg end: Once(_ended, end.Leg, effect); break;
            case Bridge bridge: Once(_bridged, (bridge.Call, bridge.Leg, bridge.OtherLeg), effect); break;
            case AnswerCaller answer: FitsAn<CallerAnswered>(moment, one => one.Call == answer.Call, effect); break;
            case PlayMusic music: FitsAn<MusicBegan>(moment, one => one.Call == music.Call, effect); break;
            case Announce announce:
                FitsAn<WaitAnnounced>(moment, one => one.Call == announce.Call && one.Position == announce.Position, effect);
                break;
            case RecordConversation record: Once(_recorded, record.Call, effect); break;
            case Speak speak:
                Once(_spoken, (speak.Call, speak.Step, speak.Attempt), effect);
                Breach.Unless(speak.Prompts.Count > 0, $"silence is said: {speak}");
                break;
            case RecordMessage message: Once(_messages, message.Call, effect); break;
            case EndMessage message:
                FitsAn<StepEnded>(
                    moment, one => one.Call == message.Call && one.End is StepEnd.Message or StepEnd.NoMessage, effect);
                break;
            case Supervise supervise: Once(_heard, new LegId(supervise.Call, supervise.Leg), effect); break;
            case SetRecordingPause pause: Once(_paused, pause.Call, effect); break;
            case ShowRinging show:
                Once(_shown, show.Call, effect);
                Breach.Unless(moment.Book.TouchedCalls.Contains(show.Call), $"call {show.Call} shall be heard ringing and is over");
                break;
        }
    }

    /// <summary>A supervisor who is answered hears the conversation, by the mode that holds.</summary>
    private void Hears(LegId leg, Moment moment)
    {
        if (!moment.Book.Calls.TryGetValue(leg.Call, out var call) || SupervisionEvents.Of(call, leg) is not { Answered: true }) return;
        Breach.Unless(_heard.Remove(leg), $"supervisor {leg} hears nothing, or as before");
    }

    private static void FitsAn<T>(Moment moment, Predicate<T> which, ProjectEffect effect) where T : ProjectEvent =>
        Breach.Unless(moment.Turn.Events.Exists(one => one is T happened && which(happened)), $"nothing happened for {effect}");

    /// <summary>Whoever reported that a leg is gone need not be told.</summary>
    private void End(LegId leg, Moment moment)
    {
        bool told = _ended.Remove(leg);
        bool silent = moment.Command is CloseInterruptedCalls or NoteRefusedCall;
        Breach.Unless(told || silent || moment.Reported == leg, $"leg {leg} is over and nobody tells it");
        Breach.Unless(!told || !silent, $"leg {leg} is told, but its SIP side is lost");
    }

    private static void Once<T>(HashSet<T> told, T what, ProjectEffect effect) => Breach.Unless(told.Add(what), $"twice: {effect}");

    /// <summary>Calls are numbered in order: below the oldest live one nothing needs to be remembered.</summary>
    private void Forget(Moment moment)
    {
        if (moment.Book.LastCall - _oldest < 1000) return;
        _oldest = moment.Book.LastCall;
        _shown.RemoveWhere(call => !moment.Book.Calls.ContainsKey(call));
    }
}
