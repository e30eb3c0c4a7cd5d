using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <content>Who listens to its conversation.</content>
internal sealed partial class Call
{
    private const int MostSupervisions = 50;

    /// <summary>Who listens to the conversation, live and ended ones; null: nobody ever did.</summary>
    public List<Supervision>? Supervisions => _extras?.Supervisions;
    /// <summary>Since when its employee asks for a supervisor; null: he does not.</summary>
    public long? HelpSince => _extras?.HelpSince;

    /// <summary>When the phone of a supervisor has rung long enough.</summary>
    private long? SupervisorDue
    {
        get
        {
            long? due = null;
            foreach (var supervision in Supervisions ?? [])
            {
                if (supervision.Leg.IsRinging) due = Earlier(due, supervision.Leg.RingUntil);
            }
            return due;
        }
    }

    /// <summary>Of whom this leg is that listens; null where it is none.</summary>
    public Supervision? FindSupervision(int number) => Supervisions?.Find(one => one.Leg.Number == number);

    private void BeginSupervision(Leg leg)
    {
        var all = Extras.Supervisions ??= new(1);
        // Of somebody who comes and goes all day the first times are forgotten.
        if (all.Count >= MostSupervisions) all.RemoveAt(Math.Max(0, all.FindIndex(static one => !one.Leg.IsLive)));
        all.Add(new Supervision(leg));
        Line = null;
    }

    public void On(SupervisionChanged e)
    {
        FindSupervision(e.Leg.Number)!.Mode = e.Mode;
        Line = null;
    }

    public void On(HelpAsked e, long at)
    {
        Extras.HelpSince = e.IsWanted ? at : null;
        Line = null;
    }

    /// <summary>He who listened talks: from now on his leg is that of an employee.</summary>
    private void TakeOver(Supervision taker, DepartmentId? department)
    {
        Supervisions!.Remove(taker);
        _legs.Add(taker.Leg.As(LegKind.Employee, department));
    }
}
