using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Departments;

/// <summary>What callers hear who have to wait: nobody is being rung for them.</summary>
internal static class Waits
{
    /// <summary>After so long announcements that were switched off may be back.</summary>
    private const int LookAgainSeconds = 600;

    /// <summary>Nobody could be rung, or whoever was did not take the call: from now on he hears what the department has for him.</summary>
    public static void Begin(TurnScope turn, Call call)
    {
        if (call is not { Visit: { } visit, Queue.Configuration.Waiting: var waiting, IsAnchored: true } || !waiting.IsHeard()) return;
        if (call.Caller.AnsweredAt is null)
        {
            turn.Emit(new CallerAnswered(call.Id, 0));
            turn.Order(new AnswerCaller(call.Id));
        }
        if (waiting.Music && !call.HearsMusic)
        {
            turn.Emit(new MusicBegan(call.Id));
            turn.Order(new PlayMusic(call.Id));
        }
        if (waiting.AnnounceSeconds > 0 && visit.AnnounceAt is null) Announce(turn, call);
    }

    /// <summary>He is told his place; and again later, as the configuration in force then says.</summary>
    public static void Announce(TurnScope turn, Call call)
    {
        int seconds = call.Queue!.Configuration.Waiting.AnnounceSeconds;
        bool isOff = seconds == 0;
        int position = isOff ? 0 : PositionOf(turn.State, call);
        turn.Emit(new WaitAnnounced(call.Id, call.Visit!.Number, position, turn.After(isOff ? LookAgainSeconds : seconds)));
        if (!isOff) turn.Order(new Announce(call.Id, position));
    }

    /// <summary>Those before him in the order in which calls are served, those that ring included.</summary>
    private static int PositionOf(ProjectState state, Call call)
    {
        int position = 1;
        foreach (var other in state.Calls.Values)
        {
            if (other != call && other.Queue == call.Queue && WaitingOrder.Instance.Compare(other, call) < 0) position++;
        }
        return position;
    }
}
