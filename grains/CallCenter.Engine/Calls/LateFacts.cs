using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What is known of a call when it may be long over. Nothing of the state depends on it: history keeps it.</summary>
internal static class LateFacts
{
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
