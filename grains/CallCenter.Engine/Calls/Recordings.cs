using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What becomes of recordings: they are paused, complete, deleted.</summary>
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

    /// <summary>Nothing of the state depends on it: history keeps it.</summary>
    public static CommandReply Handle(TurnScope turn, NoteRecording command)
    {
        if (command.Call.Value > turn.State.LastCall) return new Refused(Refusal.NoSuchCall, $"There was no call {command.Call}.");
        turn.Emit(new ConversationRecorded(command.Call, command.Conversation, command.Recording));
        return Accepted.Instance;
    }

    public static CommandReply Handle(TurnScope turn, NoteRecordingDeleted command)
    {
        if (command.Call.Value > turn.State.LastCall) return new Refused(Refusal.NoSuchCall, $"There was no call {command.Call}.");
        turn.Emit(new RecordingDeleted(command.Call, command.Conversation));
        return Accepted.Instance;
    }
}
