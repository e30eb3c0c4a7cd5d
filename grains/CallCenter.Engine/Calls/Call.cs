using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>One live call: its legs, its queue visits and where it stands in the routing. Changed by its events only.</summary>
internal sealed partial class Call
{
    /// <summary>Ended legs beyond this number are forgotten, oldest first; a call that is rung for hours keeps a bounded record.</summary>
    public const int MostLegs = 1000;

    private readonly List<Leg> _legs = new(2);
    private List<LegDescribed>? _described;
    private CallExtras? _extras;
    private int _dueLegs;
    private long _ringDue;

    public Call(CallArrived arrived, long at)
    {
        Arrived = arrived;
        ArrivedAt = at;
        StageSince = at;
        Deadline = new Deadline(DeadlineKind.Call, arrived.Call.Value, "", this);
    }

    public CallArrived Arrived { get; }
    public CallId Id => Arrived.Call;
    public CallDirection Direction => Arrived.Direction;
    public string SipCallId => Arrived.Facts.SipCallId;
    public long ArrivedAt { get; }
    public int ConfigurationVersion { get; init; }
    public EmployeeId? Responsible { get; init; }

    public CallStage Stage { get; private set; }
    public long StageSince { get; private set; }
    public RoutePoint Route { get; private set; }
    /// <summary>The leg of whoever called; its number is 0, and what else there is to say of it is in <see cref="Arrived"/>.</summary>
    public LegLife Caller { get; } = new();
    /// <summary>The legs that we rang.</summary>
    public IReadOnlyList<Leg> Legs => _legs;
    public List<QueueVisit>? Visits { get; private set; }
    /// <summary>The visit that is open; null when the call is in no queue.</summary>
    public QueueVisit? Visit => Visits is [.., { LeftAt: null } open] ? open : null;
    public Department? Queue { get; private set; }
    /// <summary>Where phones of ours sent it (302), in order; null: nowhere.</summary>
    public List<Redirect>? Redirects => _extras?.Redirects;
    public int LastLeg { get; private set; }
    public int RingingLegs { get; private set; }
    /// <summary>The conversation that began last; null before the first.</summary>
    public Conversation? LastTalk { get; private set; }
    /// <summary>The conversation of the caller; null while he talks with nobody.</summary>
    public Conversation? Talk => LastTalk is { EndedAt: null } ? LastTalk : null;
    /// <summary>The leg whose session description the caller was answered with; 0 before, or where that was ours.</summary>
    public int AnsweredWith { get; private set; }
    /// <summary>Whose conversation the last one is, and for which department.</summary>
    public EmployeeId? Employee => LastTalk?.Employee;
    public DepartmentId? Department => LastTalk?.Department;
    public string? ShownNumber { get; private set; }
    public string? Trunk { get; private set; }
    public bool RingingShown { get; private set; }
    /// <summary>The caller hears music while he talks with nobody.</summary>
    public bool HearsMusic { get; private set; }
    /// <summary>When the first of the ringing legs has rung long enough.</summary>
    public long? RingDue { get => _ringDue == 0 ? null : _ringDue; private set => _ringDue = value ?? 0; }
    public Deadline Deadline { get; }

    /// <summary>Its line on the board as it was written last; null after something in it changed.</summary>
    public CallLineOnBoard? Line { get; set; }
    /// <summary>Its neighbours among the live calls, in the order of their numbers.</summary>
    public Call? Previous { get; set; }
    public Call? Next { get; set; }

    /// <summary>Until when the caller's invitation holds; null where he set no time, and once he was answered.</summary>
    public long? ExpiresAt => Caller.AnsweredAt is null ? Arrived.ExpiresAt : null;
    public long? Due => Earlier(
        Earlier(Earlier(Earlier(RingDue, Visit?.LeaveAt), ExpiresAt), Visit?.AnnounceAt), Earlier(Step?.Until, SupervisorDue));
    /// <summary>The caller is rung for, waits, talks or hears something: nothing has to be found for him.</summary>
    public bool IsServed => RingingLegs > 0 || Talk is not null || Visit is not null || Step is not null;
    /// <summary>Whether any phone refused what the caller offers. The phones are bounded by the document.</summary>
    public bool HasRefusals => _extras?.Refusing is not null;
    /// <summary>The last leg that did; null where it is forgotten.</summary>
    public Leg? LastRefusal => _legs.FindLast(leg => leg.End == LegEnd.OfferRefused && !leg.IsLive);
    /// <summary>Its audio goes through us.</summary>
    public bool IsAnchored => Arrived.Media == MediaMode.Anchored;
    public bool IsInternal => Direction == CallDirection.Internal;

    /// <summary>Whether this phone refused what the caller offers: it would do so again.</summary>
    public bool IsRefusedAt(string target) => _extras?.Refusing?.Contains(target) == true;

    /// <summary>A leg that we rang, a supervisor's too.</summary>
    public Leg? FindLeg(int number) => FindRung(number) ?? FindSupervision(number)?.Leg;

    /// <summary>Ended legs may have been forgotten, so numbers are searched: legs lie in the order of their numbers.</summary>
    private Leg? FindRung(int number)
    {
        int low = 0, high = _legs.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_legs[middle].Number == number) return _legs[middle];
            if (_legs[middle].Number < number) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>The same, and the caller's for 0.</summary>
    public LegLife? LifeOf(int leg) => leg == 0 ? Caller : FindLeg(leg);

    /// <summary>What was said of the media of a live leg; null where nothing was, or it does not go through us.</summary>
    public LegMedia? MediaOf(int leg) => _described?.Find(known => known.Leg.Number == leg)?.Media;

    public bool Rings(EmployeeId employee)
    {
        foreach (var leg in _legs)
        {
            if (leg.IsRinging && leg.Kind == LegKind.Employee && leg.Employee == employee) return true;
        }
        return false;
    }

    public void On(CallRouted e)
    {
        if (e.Decision.Kind == DecisionKind.Destination) Route = Rules.Follow(Route, e.Decision.Rule);
        else if (e.Decision is { Kind: DecisionKind.Employees, Rule: Rules.InOrder, Chosen: [var first, ..] })
            Visit!.Tier = (int)first.Score;
    }

    public void On(CallQueued e, Department queue, long at)
    {
        (Visits ??= new(1)).Add(new QueueVisit
        {
            Number = e.Visit,
            Department = e.Department,
            Priority = e.Priority,
            EnteredAt = at,
            LeaveAt = e.LeaveAt,
        });
        Queue = queue;
        RingingShown = true;
        Line = null;
        SetStage(CallStage.Waiting, at);
    }

    public void On(QueueLeft e, long at)
    {
        var visit = Visit!;
        visit.LeftAt = at;
        visit.Exit = e.Exit;
        if (e.Exit == QueueExit.Answered) visit.Employee = Employee;
        // A real wait lies between this destination and the next: whatever leads back here is no tight loop.
        else if (at - visit.EnteredAt >= 1000) Route = Route with { Steps = 0 };
        Queue = null;
        Line = null;
        if (Talk is null) SetStage(CallStage.Arriving, at);
    }

    public void On(LegStarted e, long at)
    {
        if (e.Kind == LegKind.Supervisor)
        {
            LastLeg = e.Leg.Number;
            BeginSupervision(LegOf(e, at));
            return;
        }
        if (Visit is not null && e.Employee is { } employee && e.InsteadOf == 0) BeginRound(employee);
        if (e.RedirectedBy is { } by && e.InsteadOf == 0)
            (Extras.Redirects ??= new(1)).Add(new Redirect(by, e.Target, e.Kind == LegKind.External));
        Forget();
        _legs.Add(LegOf(e, at));
        LastLeg = e.Leg.Number;
        RingingLegs++;
        if (Direction == CallDirection.Outgoing) (ShownNumber, Trunk) = (e.ShownNumber.Length > 0 ? e.ShownNumber : null, e.Trunk);
        if (Direction == CallDirection.Incoming) RingingShown = true;
        if (RingDue is null || e.RingUntil < RingDue) (RingDue, _dueLegs) = (e.RingUntil, 1);
        else if (e.RingUntil == RingDue) _dueLegs++;
        Line = null;
        SetStage(CallStage.Ringing, at);
    }

    public void On(LegDescribed e)
    {
        _described ??= new(2);
        _described.RemoveAll(known => known.Leg.Number == e.Leg.Number);
        _described.Add(e);
    }

    public void On(LegRang e, long at)
    {
        var leg = FindLeg(e.Leg.Number)!;
        leg.RangAt ??= at;
        RingingShown |= leg.Kind != LegKind.Supervisor;
    }

    public void On(LegAnswered e, long at)
    {
        var leg = FindLeg(e.Leg.Number)!;
        leg.AnsweredAt = at;
        leg.Facts = e.Facts;
        if (leg.Kind == LegKind.Supervisor) Line = null;
        else StopRinging(leg);
    }

    public void On(CallerAnswered e, long at)
    {
        Caller.AnsweredAt = at;
        AnsweredWith = e.With;
    }

    public void On(MusicBegan _) => HearsMusic = true;

    public void On(WaitAnnounced e) => Visit!.AnnounceAt = e.NextAt;

    public void On(ConversationBegan e, long at)
    {
        HearsMusic = false;
        if (FindSupervision(e.OtherLeg) is { } taker) TakeOver(taker, e.Department);
        LastTalk = new Conversation
        {
            Before = LastTalk,
            Number = e.Number,
            Leg = e.Leg,
            OtherLeg = e.OtherLeg,
            Employee = e.Employee,
            Department = e.Department,
            BeganAt = at,
            WaitMs = e.WaitMs,
            IsRecorded = e.IsRecorded,
        };
        Line = null;
        // Who held whomever he talked with before holds the next one, too.
        bool held = IsHolding(e.Leg) || IsHolding(e.OtherLeg);
        if (held) LastTalk.Hold(true, at);
        SetStage(held ? CallStage.OnHold : CallStage.Talking, at);
    }

    public void On(ConversationEnded e, long at)
    {
        Talk!.End(e.By, e.EndedAt ?? at);
        if (HelpSince is not null) Extras.HelpSince = null;
        Line = null;
        SetStage(Visit is null ? CallStage.Arriving : CallStage.Waiting, at);
    }

    public void On(RecordingPaused e)
    {
        Talk!.IsPaused = e.IsPaused;
        Line = null;
    }

    public void On(LegHeld e, long at)
    {
        LifeOf(e.Leg.Number)!.Hold(e.Held, at);
        var talk = Talk!;
        bool held = IsHolding(talk.Leg) || IsHolding(talk.OtherLeg);
        if (held == talk.HeldSince is not null) return;
        talk.Hold(held, at);
        SetStage(held ? CallStage.OnHold : CallStage.Talking, at);
    }

    public void On(LegEnded e, long at)
    {
        var leg = FindLeg(e.Leg.Number);
        bool rang = leg is { IsRinging: true } && leg.Kind != LegKind.Supervisor;
        (leg ?? Caller).Over(e, at);
        _described?.RemoveAll(known => known.Leg.Number == e.Leg.Number);
        if (e.End == LegEnd.OfferRefused && leg is not null) (Extras.Refusing ??= new(StringComparer.Ordinal)).Add(leg.Target);
        if (rang) StopRinging(leg!);
        Line = null;
        if (RingingLegs == 0 && Talk is null) SetStage(Step?.Stage ?? (Visit is null ? CallStage.Arriving : CallStage.Waiting), at);
    }

    private bool IsHolding(int leg) => LifeOf(leg)?.HeldSince is not null;

    private CallExtras Extras => _extras ??= new CallExtras();

    private Leg LegOf(LegStarted e, long at) => new()
    {
        Number = e.Leg.Number,
        Kind = e.Kind,
        Employee = e.Employee,
        Department = e.Department,
        Target = e.Target,
        Trunk = e.Trunk,
        ShownNumber = e.ShownNumber,
        AssertedNumber = e.AssertedNumber,
        NextTrunks = e.NextTrunks,
        RedirectedBy = e.RedirectedBy,
        Visit = Visit?.Number ?? 0,
        Round = Visit?.Round ?? 0,
        StartedAt = at,
        RingUntil = e.RingUntil,
    };

    private void StopRinging(Leg leg)
    {
        RingingLegs--;
        if (leg.RingUntil == RingDue && --_dueLegs == 0) FindRingDue();
    }

    private void FindRingDue()
    {
        RingDue = null;
        foreach (var other in _legs)
        {
            if (!other.IsRinging) continue;
            if (RingDue is null || other.RingUntil < RingDue) (RingDue, _dueLegs) = (other.RingUntil, 1);
            else if (other.RingUntil == RingDue) _dueLegs++;
        }
    }

    /// <summary>Someone who was rung in this round before (and is not being rung on another phone just now) opens the next round.</summary>
    private void BeginRound(EmployeeId employee)
    {
        bool rung = false;
        foreach (var leg in _legs)
        {
            if (leg.Visit != Visit!.Number || leg.Round != Visit.Round || leg.Employee != employee) continue;
            if (leg.IsRinging) return;
            rung = true;
        }
        if (rung) Visit!.Round++;
    }

    private void Forget()
    {
        if (_legs.Count < MostLegs) return;
        int oldest = _legs.FindIndex(leg => !leg.IsLive);
        if (oldest >= 0) _legs.RemoveAt(oldest);
    }

    private static long? Earlier(long? one, long? other) => other is null || one <= other ? one : other;

    private void SetStage(CallStage stage, long at)
    {
        if (Stage == stage) return;
        Stage = stage;
        StageSince = at;
        Line = null;
    }
}
