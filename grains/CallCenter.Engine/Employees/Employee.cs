using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Employees;

/// <summary>One employee: availability, activity, phones, and what keeps him from being rung.</summary>
internal sealed class Employee
{
    private readonly TrunkLines _trunks;
    private Exclusion? _exclusion;

    public Employee(EmployeeId id, TrunkLines trunks, long at)
    {
        Id = id;
        _trunks = trunks;
        State = new EmployeeState(Availability.SignedOut, null, Activity.Idle, null, null, at, null);
        Deadline = new Deadline(DeadlineKind.Employee, 0, id.Value, this);
    }

    public EmployeeId Id { get; }
    public EmployeeConfiguration Configuration { get; private set; } = null!;
    public ContactTarget[] Contacts { get; private set; } = [];
    public List<Department> Departments { get; } = [];
    public List<Membership> Memberships { get; } = [];
    public IReadOnlyList<DepartmentId> DepartmentIds { get; set; } = [];
    public EmployeeState State { get; set; }
    /// <summary>
    /// Since when he waits for a call: from the moment he became ready and free. A ring that a colleague took or the caller gave up
    /// leaves it as it was; a ring that he missed puts him last.
    /// </summary>
    public long IdleSince { get; set; }
    /// <summary>Until when no department rings him, after a rejected or unreachable ring.</summary>
    public long RestUntil { get; set; }
    public int RonaInRow { get; set; }
    public PausedWrapUp? PausedWrapUp { get; set; }
    /// <summary>Live calls that he made himself, oldest first.</summary>
    public List<CallId> Dialled { get; } = new(1);
    /// <summary>The call that he listens to, or his phone rings for; null: none.</summary>
    public CallId? Supervises { get; set; }
    public Deadline Deadline { get; }
    /// <summary>How his departments count him right now.</summary>
    public (bool SignedIn, bool Ready, bool Free, bool HasFixed) Counted { get; set; }
    /// <summary>His line on the board as it was written last; null after something in it but his reachability may have changed.</summary>
    public EmployeeLine? Line { get; set; }
    /// <summary>Scratch of a choice: the choice that found him already rung.</summary>
    public long RungStamp { get; set; }

    public bool IsFree => State is { Availability: Availability.Ready, Activity: Activity.Idle } && HasPhone && Supervises is null;
    /// <summary>He rings, talks or listens: his phone is wanted for nothing else.</summary>
    public bool IsBusy => State.Activity is Activity.Ringing or Activity.Talking || Supervises is not null;
    public bool HasPhone { get; private set; }
    public bool HasNumber { get; private set; }
    /// <summary>At least one main contact point can be rung right now.</summary>
    public bool Reachable => HasPhone && (HasFixed || CanRingNumber());
    /// <summary>One of them needs no trunk.</summary>
    public bool HasFixed { get; private set; }

    public long? Due(long after)
    {
        long? wrapUp = State.Activity == Activity.WrapUp ? State.Until : null;
        long? rest = RestUntil > after ? RestUntil : null;
        return wrapUp is null || rest < wrapUp ? rest : wrapUp;
    }

    public void Configure(EmployeeConfiguration configuration)
    {
        Configuration = configuration;
        Contacts = new ContactTarget[configuration.MainContacts.Count];
        for (int i = 0; i < Contacts.Length; i++) Contacts[i] = new ContactTarget(configuration.MainContacts[i]);
        Departments.Clear();
        Memberships.Clear();
        Line = null;
        _exclusion = null;
    }

    /// <summary>To be called after a contact's registration or the trunks changed.</summary>
    public void CountPhones()
    {
        HasFixed = HasNumber = false;
        foreach (var contact in Contacts)
        {
            if (contact.Number is not null) HasNumber |= _trunks.Any;
            else HasFixed |= contact.Registered;
        }
        HasPhone = HasFixed || HasNumber;
        _exclusion = null;
    }

    public bool CanRing(ContactTarget contact) => contact.Number is null ? contact.Registered : _trunks.HasRoomOnAny(contact.Trunks);

    private bool CanRingNumber()
    {
        foreach (var contact in Contacts)
        {
            if (contact.Number is not null && CanRing(contact)) return true;
        }
        return false;
    }

    /// <summary>Whether a phone that can be rung right now did not refuse what the caller offers.</summary>
    public bool CanTake(Call call) => Array.Exists(Contacts, contact => CanRing(contact) && !call.IsRefusedAt(contact.Value));

    /// <summary>Whether he has phones in reach and each refused what the caller offers; a trunk that is full is in reach.</summary>
    public bool RefusesAll(Call call) => HasPhone && !Array.Exists(
        Contacts, contact => (contact.Number is null ? contact.Registered : _trunks.Any) && !call.IsRefusedAt(contact.Value));

    public void On(EmployeeStateChanged e, long at)
    {
        // A removed employee's last tile is over; until the new document is applied he counts as signed out.
        var next = e.To ?? new EmployeeState(Availability.SignedOut, null, Activity.Idle, null, null, at, null);
        bool waited = State.Availability == Availability.Ready && State.Activity is Activity.Idle or Activity.Ringing;
        bool waits = next is { Availability: Availability.Ready, Activity: Activity.Idle };
        if (waits && !(waited && e.From is not null)) IdleSince = at;
        if (State.Activity == Activity.WrapUp && next.Activity == Activity.Ringing)
            PausedWrapUp = new PausedWrapUp(State.Call, State.Department, State.Until ?? at);
        else if (next.Activity != Activity.Ringing) PausedWrapUp = null;
        bool becameReady = next.Availability == Availability.Ready && State.Availability != Availability.Ready;
        if (e.Cause == StateCause.Person && becameReady) RonaInRow = 0;
        State = next;
        Line = null;
        _exclusion = null;
    }

    public void On(RingMissed e, long at)
    {
        IdleSince = at;
        if (e.Miss == RingMiss.NoAnswer) RonaInRow++;
        if (e.RestUntil is { } until) RestUntil = until;
        Line = null;
        _exclusion = null;
    }

    /// <summary>Why no department may ring him now; null when it may.</summary>
    public ExclusionReason? WhyNot(long now) => State.Availability switch
    {
        Availability.SignedOut => ExclusionReason.SignedOut,
        Availability.NotReady => ExclusionReason.NotReady,
        _ => State.Activity switch
        {
            Activity.Ringing => ExclusionReason.Ringing,
            Activity.Talking => ExclusionReason.Talking,
            Activity.WrapUp => ExclusionReason.WrapUp,
            _ => Supervises is not null ? ExclusionReason.Supervising : RestUntil > now ? ExclusionReason.RestingAfterMiss
                : Reachable ? null : ExclusionReason.PhoneNotRegistered,
        },
    };

    /// <summary>The reason with its detail. The same object as long as his state is the same: hundreds of decisions may name it.</summary>
    public Exclusion Exclude(ExclusionReason reason)
    {
        if (_exclusion is { } known && known.Reason == reason) return known;
        return _exclusion = reason switch
        {
            ExclusionReason.NotReady => new Exclusion(Id, reason, State.Reason, null),
            ExclusionReason.Ringing or ExclusionReason.WrapUp => new Exclusion(Id, reason, null, State.Until),
            ExclusionReason.RestingAfterMiss => new Exclusion(Id, reason, null, RestUntil),
            _ => new Exclusion(Id, reason, null, null),
        };
    }
}
