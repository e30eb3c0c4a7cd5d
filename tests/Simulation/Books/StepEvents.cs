using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>What the events of a caller alone do to the book of his call, and which of them cannot be.</summary>
internal static class StepEvents
{
    public static void See(CallBook call, StepBegan began, long at)
    {
        bool hears = call is { IsAnswered: true, IsAnchored: true, IsCallerGone: false };
        bool isAlone = call is { Visit: null, Talking: null, Step: null, Legs.Count: 0 };
        Breach.Unless(hears && isAlone && began.Until > at, $"a step of whoever is not alone, or hears nothing: {began}");
        Breach.Unless(began.Number == call.Steps.Count + 1, $"step {began.Number} of {call.Id} comes after {call.Steps.Count}");
        bool hasTalked = call.Talks.Count > 0;
        Breach.Unless(began.Kind != StepKind.Rating || hasTalked, $"nothing to rate: {began}");
        Breach.Unless(!hasTalked || began.Kind is StepKind.Rating or StepKind.Farewell, $"after a conversation: {began}");
        call.HearsMusic = false;
        call.Steps.Add(new StepBook(began, at));
    }

    public static void See(CallBook call, StepSpoken spoken, long at)
    {
        var step = Open(call, spoken.Number, spoken);
        Breach.Unless(step.SpokenAt is null && spoken.Until > at, $"it is over already: {spoken}");
        (step.SpokenAt, step.Until) = (at, spoken.Until);
    }

    public static void See(CallBook call, KeyTaken taken, long at)
    {
        var step = Open(call, taken.Number, taken);
        Breach.Unless(step.Began.Kind is StepKind.Menu or StepKind.Rating && taken.Until > at, $"nobody asked for a key: {taken}");
        step.SpokenAt ??= at;
        (step.Keys, step.Until) = (step.Keys + taken.Key, taken.Until);
    }

    public static void See(CallBook call, StepRepeated repeated, long at)
    {
        var step = Open(call, repeated.Number, repeated);
        bool follows = step.SpokenAt is not null && repeated.Attempt == step.Attempt + 1 && repeated.IsWrong == step.Keys.Length > 0;
        Breach.Unless(follows && repeated.Until > at, $"asked again for nothing: {repeated}");
        (step.Attempt, step.SpokenAt, step.Keys, step.Until) = (repeated.Attempt, null, "", repeated.Until);
    }

    public static void See(CallBook call, StepEnded ended, long at)
    {
        var step = Open(call, ended.Number, ended);
        Breach.Unless(ended.Keys == step.Keys, $"other keys than were pressed ({step.Keys}): {ended}");
        bool left = step.Began.Kind == StepKind.Voicemail && step.SpokenAt is { } since && at - since >= 2_000;
        Breach.Unless((ended.End == StepEnd.Message) == left, $"a message out of nothing, or lost: {ended}");
        (step.EndedAt, step.End) = (at, ended.End);
    }

    private static StepBook Open(CallBook call, int number, object happened) =>
        call.Step is { } step && step.Began.Number == number ? step : throw new Breach($"no such step is open: {happened}");
}
