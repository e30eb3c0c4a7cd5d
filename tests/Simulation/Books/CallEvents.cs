using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>What the events of a live call do to its book, and which of them cannot be.</summary>
internal static class CallEvents
{
    public static void See(CallBook call, CallRouted routed)
    {
        var decision = routed.Decision;
        Breach.Unless(decision.Kind != DecisionKind.Employees || call.Visit is not null, $"call {call.Id} waits nowhere: {decision.Rule}");
        Breach.Unless(decision.Chosen.Count <= decision.CandidatesTotal, $"more chosen than candidates: {decision}");
    }

    public static void See(CallBook call, CallQueued queued, Book book, long at)
    {
        Breach.Unless(call is { Visit: null, Talking: null, Step: null }, $"call {call.Id} enters a queue out of something else");
        Breach.Unless(queued.Visit == call.Visits.Count + 1, $"call {call.Id} makes visit {queued.Visit} after {call.Visits.Count}");
        Breach.Unless(queued.LeaveAt is null || queued.LeaveAt > at, $"call {call.Id} may wait until {queued.LeaveAt}, it is {at}");
        var visit = new VisitBook(queued, call.IsClient, at);
        call.Visits.Add(visit);
        book.Facts.Enter(visit);
    }

    public static void See(CallBook call, QueueLeft left, Book book, long at)
    {
        var visit = call.Visit;
        bool known = visit is not null && visit.Number == left.Visit && visit.Department == left.Department
            && visit.EnteredAt == left.EnteredAt;
        Breach.Unless(known, $"call {call.Id} leaves a queue that it is not in: {left}");
        Breach.Unless((left.Exit == QueueExit.Answered) == (call.Talking is not null), $"call {call.Id} leaves as {left.Exit}");
        (visit!.LeftAt, visit.Exit) = (at, left.Exit);
        book.Facts.Leave(visit);
    }

    public static void See(CallBook call, LegStarted started, Book book, long at)
    {
        Breach.Unless(started.Leg.Number == call.LastLeg + 1, $"leg {started.Leg} comes after {call.LastLeg}");
        Breach.Unless(call is { Talking: null, Step: null }, $"call {call.Id} rings somebody during a conversation");
        Breach.Unless(!call.Refusing.Contains(started.Target), $"leg {started.Leg} rings {started.Target}, which refused the offer before");
        Breach.Unless(started.RingUntil > at, $"leg {started.Leg} rings until {started.RingUntil}, it is {at}");
        Breach.Unless(
            started.InsteadOf <= call.LastLeg && (started.InsteadOf == 0 || call.Find(started.InsteadOf) is null),
            $"leg {started.Leg} rings instead of {started.InsteadOf}, which is live");
        if (started.RedirectedBy is not null && started.InsteadOf == 0) call.Redirects++;
        Breach.Unless(call.Redirects <= 5, $"call {call.Id} is sent on {call.Redirects} times");
        call.LastLeg++;
        call.Legs.Add(new LegBook(started));
        if (started.Employee is { } employee) book.Of(employee);
    }

    public static void See(CallBook call, MusicBegan music)
    {
        bool waits = call is { IsAnswered: true, IsAnchored: true, Visit: not null, HearsMusic: false };
        Breach.Unless(waits, $"music for whoever does not wait, or hears it: {music}");
        call.HearsMusic = true;
    }

    public static void See(CallBook call, WaitAnnounced announced, long at)
    {
        bool waits = call is { IsAnswered: true, IsAnchored: true } && call.Visit?.Number == announced.Visit;
        Breach.Unless(waits && announced.Position >= 0 && announced.NextAt > at, $"told to whoever does not wait: {announced}");
        call.Visit!.AnnounceAt = announced.NextAt;
    }

    public static void See(CallBook call, LegDescribed described)
    {
        bool live = described.Leg.IsCaller ? !call.IsCallerGone
            : call.Find(described.Leg.Number) is not null || SupervisionEvents.Of(call, described.Leg) is not null;
        Breach.Unless(call.IsAnchored && live, $"{described.Leg} is described, which is over or whose audio does not go through us");
    }

    public static void See(CallBook call, LegRang rang)
    {
        if (SupervisionEvents.Of(call, rang.Leg) is not null) return;
        var leg = call.Find(rang.Leg.Number);
        Breach.Unless(leg is { Answered: false, Rang: false }, $"leg {rang.Leg} alerts twice, or late");
        leg!.Rang = true;
    }

    public static void See(CallBook call, LegAnswered answered)
    {
        if (SupervisionEvents.Of(call, answered.Leg) is { } supervision)
        {
            SupervisionEvents.Answered(supervision);
            return;
        }
        var leg = call.Find(answered.Leg.Number);
        Breach.Unless(leg is { Answered: false } && call.Talking is null, $"leg {answered.Leg} answers what was answered or is over");
        leg!.Answered = true;
    }

    public static void See(CallBook call, CallerAnswered answered)
    {
        bool with = call.IsAnchored ? answered.With == 0 : call.Find(answered.With) is { Answered: true };
        Breach.Unless(!call.IsAnswered && !call.IsCallerGone && with, $"the caller is answered again, or with nothing: {answered}");
        call.IsAnswered = true;
    }

    public static void See(CallBook call, ConversationBegan began, Book book, long at)
    {
        if (call.Supervisions.Find(one => one.Started.Leg.Number == began.OtherLeg) is { } taker) SupervisionEvents.TakeOver(call, taker);
        var leg = call.Find(began.OtherLeg);
        bool mayTalk = leg is { Answered: true } && call is { Talking: null, IsAnswered: true, IsCallerGone: false } && began.Leg == 0;
        Breach.Unless(mayTalk, $"legs talk that were not answered, or do already: {began}");
        Breach.Unless(began.Number == call.Talks.Count + 1, $"conversation {began.Number} of {call.Id} comes after {call.Talks.Count}");
        call.HearsMusic = false;
        Breach.Unless(began.WaitMs >= 0, $"call {call.Id} waited {began.WaitMs}");
        bool allowed = !began.IsRecorded || (call.IsAnchored && IsAllowed(call, began, book.Document));
        Breach.Unless(allowed, $"recorded against the rules: {began}");
        call.Talks.Add(new TalkBook(began, at));
        (call.Talking, call.Taker, call.HoldMs) = (leg, began.Employee, 0);
        call.TakenAt ??= at;
        call.HeldSince = call.CallerHolds ? at : null;
        book.Facts.Take(call);
    }

    public static void See(CallBook call, RecordingPaused paused)
    {
        var talk = call.Talks[^1];
        bool known = call.Talking is not null && talk.Began.IsRecorded && talk.Began.Number == paused.Conversation;
        Breach.Unless(known && talk.IsPaused != paused.IsPaused, $"a pause that changes nothing, or of no recording: {paused}");
        talk.IsPaused = paused.IsPaused;
    }

    public static void See(Book book, ConversationRecorded recorded)
    {
        Breach.Unless(recorded.Call.Value <= book.LastCall, $"the recording of a call that never was: {recorded}");
        bool isMessage = recorded.Conversation == WaitingMessage.Recording;
        if (isMessage && book.Unfinished.Remove(recorded.Call) && recorded.Recording.Client.TalkMs > 0) book.Messages.Add(recorded.Call);
    }

    public static void See(CallBook call, ConversationEnded ended, long at)
    {
        bool open = call.Talking is not null && call.Talks.Count == ended.Number;
        Breach.Unless(open && (ended.EndedAt ?? at) <= at, $"a conversation ends that is not open: {ended}");
        var talk = call.Talks[^1];
        (talk.EndedAt, talk.By, talk.HoldMs) = (ended.EndedAt ?? at, ended.By, call.HoldMs + HeldUntil(call, ended.EndedAt ?? at));
        (call.Talking, call.HoldMs, call.HeldSince) = (null, talk.HoldMs, null);
        (call.OtherHolds, call.WantsHelp) = (false, false);
    }

    /// <summary>Nothing that forbids it, and something that wants it.</summary>
    private static bool IsAllowed(CallBook call, ConversationBegan began, ProjectConfiguration document)
    {
        RecordingRule?[] rules =
        [
            document.Numbers.FirstOrDefault(one => one.Id == call.DialledNumber)?.Record,
            document.Departments.FirstOrDefault(one => one.Id == began.Department?.Value)?.Record,
            document.Employees.FirstOrDefault(one => one.Id == began.Employee?.Value)?.Record,
            document.Employees.FirstOrDefault(one => one.Id == call.CallerEmployee?.Value)?.Record,
        ];
        return !rules.Contains(RecordingRule.Never) && (call.IsClient || document.Recording.Internal)
            && (document.Recording.SharePercent > 0 || rules.Contains(RecordingRule.Always));
    }

    private static long HeldUntil(CallBook call, long at) => call.HeldSince is { } since ? at - since : 0;

    public static void See(CallBook call, LegHeld held, Book book, long at)
    {
        bool before = held.Leg.IsCaller ? call.CallerHolds : call.OtherHolds;
        bool knows = call.Talking is not null && (held.Leg.IsCaller || call.Talking.Started.Leg == held.Leg);
        Breach.Unless(knows && before != held.Held, $"a hold that changes nothing, or of nobody: {held}");
        if (held.Leg.IsCaller) call.CallerHolds = held.Held;
        else call.OtherHolds = held.Held;
        if (call.IsHeld == call.HeldSince is not null) return;
        if (call.HeldSince is { } since) call.HoldMs += at - since;
        call.HeldSince = call.IsHeld ? at : null;
        if (call.Taker is { } taker) book.Of(taker).Hold(call, at);
        if (call.CallerEmployee is { } caller && caller != call.Taker) book.Of(caller).Hold(call, at);
    }

    public static void See(CallBook call, LegEnded ended, Book book)
    {
        if (ended.Leg.IsCaller)
        {
            Breach.Unless(!call.IsCallerGone && call.Talking is null, $"leg {ended.Leg} ends a second time, or while it talks");
            call.IsCallerGone = true;
            return;
        }
        if (SupervisionEvents.Of(call, ended.Leg) is { } supervision)
        {
            SupervisionEvents.Ended(call, supervision, book);
            return;
        }
        var leg = call.Find(ended.Leg.Number);
        Breach.Unless(leg is not null, $"leg {ended.Leg} ends a second time, or never was");
        call.Legs.Remove(leg!);
        if (ended.End == LegEnd.OfferRefused) call.Refusing.Add(leg!.Started.Target);
        if (leg!.Started.Employee is { } employee) book.Of(employee);
    }
}
