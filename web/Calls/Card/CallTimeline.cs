using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Card;

/// <summary>What a stretch of a strip shows.</summary>
public enum StretchKind { Waiting, Ringing, Talking, Alone, Listening }

/// <summary>A stretch of one kind on a strip; places are percent of the call's length.</summary>
/// <param name="Words">The stretch in words, for the tooltip and for screen readers.</param>
public sealed record Stretch(StretchKind Kind, double FromPercent, double WidthPercent, string Words);

/// <summary>One row under the time axis.</summary>
public sealed record TimelineLane(string Label, IReadOnlyList<Stretch> Stretches)
{
    public string Words => $"{Label}: {string.Join("; ", Stretches.Select(stretch => stretch.Words))}";
}

/// <summary>The place of a decision's mark on the axis.</summary>
public sealed record TimelineMark(int Number, double Percent, long AfterMs);

/// <summary>A labelled place of the axis.</summary>
public sealed record TimelineTick(double Percent, string Label);

/// <summary>A call from arrival to end on one axis: the client, the queues, everyone who was rung. Pure.</summary>
public sealed record CallTimeline(
    IReadOnlyList<TimelineTick> Ticks, IReadOnlyList<TimelineLane> Lanes, IReadOnlyList<TimelineMark> Marks)
{
    private const int MostTicks = 6;
    private const double LeastMarkDistance = 8;
    private const double LastMark = 92;
    private static readonly int[] TickSeconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800];

    public static CallTimeline Of(CallCard card, ProjectNames names, Language language)
    {
        var call = card.Record;
        var scale = new Scale(call.ArrivedAt, Math.Max(call.EndedAt - call.ArrivedAt, 1), language);
        return new CallTimeline(
            Axis(scale),
            [
                new TimelineLane(call.ClientName ?? PhoneNumber.OfClient(call.ClientNumber, language), scale.Stretches(
                    (StretchKind.Waiting, call.ArrivedAt, call.AnsweredAt ?? call.EndedAt), Talks(call, 0), Steps(call, names, language))),
                .. call.Visits.Select(visit => new TimelineLane(
                    CardTexts.Queue.In(language, names.Department(visit.Department)),
                    scale.Stretches((StretchKind.Waiting, visit.EnteredAt, visit.LeftAt), []))),
                .. call.Legs.Where(leg => leg.Kind != LegKind.Caller).Select(leg => new TimelineLane(
                    names.Employee(leg.Employee) ?? leg.Target,
                    scale.Stretches(
                        (StretchKind.Ringing, leg.StartedAt, leg.AnsweredAt ?? leg.EndedAt),
                        leg.Kind == LegKind.Supervisor ? Listened(leg) : Talks(call, leg.Number)))),
            ],
            Spread(card.Decisions, scale));
    }

    private static IEnumerable<(StretchKind, long, long)> Talks(CallRecord call, int leg) => call.Conversations
        .Where(talk => talk.Leg == leg || talk.OtherLeg == leg).Select(talk => (StretchKind.Talking, talk.BeganAt, talk.EndedAt));

    private static IEnumerable<(StretchKind, long, long)> Listened(LegRecord leg) =>
        leg.AnsweredAt is { } from ? [(StretchKind.Listening, from, leg.EndedAt)] : [];

    /// <summary>What he went through with us alone lies over his waiting.</summary>
    private static IEnumerable<(string, long, long)> Steps(CallRecord call, ProjectNames names, Language language) =>
        call.Steps.Select(step => (StepWords.Of(step, names, language), step.BeganAt, step.EndedAt));

    private static List<TimelineTick> Axis(Scale scale)
    {
        var seconds = TickSeconds.FirstOrDefault(step => scale.Length / 1000 / step < MostTicks, TickSeconds[^1]);
        var ticks = new List<TimelineTick>();
        for (long at = 0; at <= scale.Length && ticks.Count <= MostTicks; at += seconds * 1000L)
            ticks.Add(new TimelineTick(scale.Percent(scale.Begin + at), Formats.Duration(at)));
        return ticks;
    }

    // Decisions often fall into the same second: marks keep a distance in which each can be hit.
    private static List<TimelineMark> Spread(IReadOnlyList<TimedDecision> decisions, Scale scale)
    {
        var distance = Math.Min(LeastMarkDistance, LastMark / Math.Max(decisions.Count, 1));
        var places = new double[decisions.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = Math.Max(scale.Percent(decisions[i].At), i == 0 ? 0 : places[i - 1] + distance);
        for (var i = places.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], LastMark - (places.Length - 1 - i) * distance);
        return [.. places.Select((place, i) => new TimelineMark(i + 1, Math.Max(place, 0), decisions[i].At - scale.Begin))];
    }

    private sealed record Scale(long Begin, long Length, Language Language)
    {
        public double Percent(long at) => Math.Clamp((at - Begin) * 100.0 / Length, 0, 100);

        /// <param name="steps">Named ones: what is done with us alone.</param>
        public List<Stretch> Stretches(
            (StretchKind, long, long) first, IEnumerable<(StretchKind, long, long)> later, IEnumerable<(string, long, long)>? steps = null)
        {
            var stretches = new List<Stretch>();
            foreach (var (kind, from, to) in later.Prepend(first))
                if (to > from) stretches.Add(Stretch(kind, Word(kind).In(Language), from, to));
            foreach (var (name, from, to) in steps ?? [])
                if (to > from) stretches.Add(Stretch(StretchKind.Alone, name, from, to));
            return stretches;
        }

        private static Text Word(StretchKind kind) => kind switch
        {
            StretchKind.Waiting => CardTexts.Waiting,
            StretchKind.Ringing => CardTexts.Ringing,
            StretchKind.Listening => CardTexts.Listening,
            _ => CardTexts.Talking,
        };

        private Stretch Stretch(StretchKind kind, string name, long from, long to) => new(
            kind, Percent(from), Percent(to) - Percent(from),
            CardTexts.Stretch.In(Language, name, Formats.Duration(to - from), Formats.Duration(from - Begin)));
    }
}
