using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>Recordings that go on.</summary>
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
        turn.Order(new SetRecordingPause(call.Id, talk.Number, command.IsPaused));
        return Accepted.Instance;
    }
}
