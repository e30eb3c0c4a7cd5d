using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What becomes of recordings: they are paused, complete, deleted; and what was measured of the audio of legs.</summary>
internal static class Recordings
{
    public static CommandReply Handle(TurnScope turn, PauseRecording command)
    {
        if (!turn.State.Calls.TryGetValue(command.Call, out var call))
            return new Refused(Refusal.NoSuchCall, $"Call {command.Call} is not live.");
        if (call.Talk is not { IsRecorded: true } talk)
            return new Refused(Refusal.Invalid, $"No conversation of call {command.Call} is being recorded.");
        if (talk.IsPaused == command.IsPaused) return Accepted.Instance;
        turn.Emit(new RecordingPaused(call.Id, talk.Number, command.IsPaused, command.By));
        turn.Order(new HoldRecording(call.Id, talk.Number, command.IsPaused));
        return Accepted.Instance;
    }

    /// <summary>Nothing of the state depends on these: history keeps them.</summary>
    public static CommandReply Handle(TurnScope turn, NoteRecording command) =>
        Keep(turn, command.Call, new ConversationRecorded(command.Call, command.Conversation, command.Recording));

    public static CommandReply Handle(TurnScope turn, NoteRecordingDeleted command) =>
        Keep(turn, command.Call, new RecordingDeleted(command.Call, command.Conversation));

    public static CommandReply Handle(TurnScope turn, NoteLegQuality command) =>
        Keep(turn, command.Leg.Call, new LegMeasured(command.Leg, command.Quality));

    private static CommandReply Keep(TurnScope turn, CallId call, ProjectEvent told)
    {
        if (call.Value > turn.State.LastCall) return new Refused(Refusal.NoSuchCall, $"There was no call {call}.");
        turn.Emit(told);
        return Accepted.Instance;
    }
}
