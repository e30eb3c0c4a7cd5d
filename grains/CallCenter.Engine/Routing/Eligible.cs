using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;

namespace CallCenter.Engine.Routing;

/// <summary>Who of a department's members may be rung for a call right now, as bits by position.</summary>
internal sealed class Eligible
{
    private ulong[] _bits = [];
    private long _stamp;

    public ulong Word(int word) => _bits[word];

    public bool Contains(int position) => (_bits[position >> 6] >> (position & 63) & 1) != 0;

    /// <summary>
    /// Marks those who may be rung for the call, in this round or else in a new one; false when there is nobody. Whoever may be rung
    /// whatever the time and the trunks is not even looked at.
    /// </summary>
    public bool Find(Call call, Department department, TurnScope turn)
    {
        department.Standings.CopyFree(ref _bits);
        if (call.HasRefusals) LeaveOutRefusing(call, department);
        bool any = false, fresh = false;
        bool anyRung = MarkRung(call, turn.State);
        for (int word = 0; word < department.Standings.Words; word++)
        {
            for (ulong doubtful = _bits[word] & ~department.Standings.Ringable(word); doubtful != 0;)
            {
                int bit = Standings.TakeLowest(ref doubtful);
                if (department.Members[(word << 6) + bit].WhyNot(turn.Now) is not null) _bits[word] &= ~(1UL << bit);
            }
            any |= _bits[word] != 0;
            if (anyRung) fresh |= Fresh(department, word) != 0;
        }
        for (int word = 0; fresh && word < department.Standings.Words; word++) _bits[word] = Fresh(department, word);
        return any;
    }

    /// <summary>Not those whose phones refused what this caller offers.</summary>
    private void LeaveOutRefusing(Call call, Department department)
    {
        for (int word = 0; word < department.Standings.Words; word++)
        {
            for (ulong left = _bits[word]; left != 0;)
            {
                int bit = Standings.TakeLowest(ref left);
                if (!department.Members[(word << 6) + bit].CanTake(call)) _bits[word] &= ~(1UL << bit);
            }
        }
    }

    /// <summary>The eligible of a word who were not rung for the call in this round.</summary>
    private ulong Fresh(Department department, int word)
    {
        ulong fresh = _bits[word];
        for (ulong left = fresh; left != 0;)
        {
            int bit = Standings.TakeLowest(ref left);
            if (department.Members[(word << 6) + bit].RungStamp == _stamp) fresh &= ~(1UL << bit);
        }
        return fresh;
    }

    /// <summary>Whether anybody was rung for the call in this round.</summary>
    private bool MarkRung(Call call, ProjectState state)
    {
        bool any = false;
        _stamp++;
        for (int i = 0; i < call.Legs.Count; i++)
        {
            var leg = call.Legs[i];
            if (leg.Visit != call.Visit!.Number || leg.Round != call.Visit.Round || leg.Employee is not { } id) continue;
            if (!state.Employees.TryGetValue(id, out var employee)) continue;
            employee.RungStamp = _stamp;
            any = true;
        }
        return any;
    }
}
