using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Calls;

/// <summary>Which calls go through us, from the beginning: what plays, records or listens needs it.</summary>
internal static class MediaRules
{
    /// <param name="number">The number that was called; null on calls from phones of ours.</param>
    /// <param name="caller">The employee who calls; null for clients.</param>
    public static MediaMode Of(
        ProjectState state, ReceiveCall command, CallDirection direction, NumberConfiguration? number, Employee? caller)
    {
        if (!command.CanAnchor) return MediaMode.Direct;
        bool anchored = state.Document.Supervision || number?.Media == MediaMode.Anchored
            || RecordingRules.May(state, direction, number, caller)
            || (direction == CallDirection.Incoming && state.Directory.PlaysSomething)
            || (direction == CallDirection.Internal && state.Directory.TakesMessages);
        return anchored ? MediaMode.Anchored : MediaMode.Direct;
    }
}
