using CallCenter.Abstractions.Routing;
using CallCenter.Grains.Calls;
using CallCenter.Grains.Departments;
using CallCenter.Grains.Employees;
using CallCenter.Grains.Routing.Strategies;

namespace CallCenter.Grains.Routing;

/// <summary>
/// Chooses whom to ring for a waiting call and explains it:
/// 1. whoever may not be rung is excluded with the reason;
/// 2. whoever was rung in this round already is passed over, unless nobody else is left: then a new round begins;
/// 3. the strategy ranks the rest; it rings the first, or all.
/// Its buffers are reused; one per project.
/// </summary>
internal sealed class Choice
{
    private readonly record struct Ranked(EmployeeGrain Employee, long Score);

    private readonly List<Ranked> _best = [];
    private readonly List<Exclusion> _excluded = [];
    private int _excludedTotal;
    private int _candidates;
    private long _stamp;

    /// <summary>Whom the last decision rings, and on which contact points.</summary>
    public List<TierMember> Chosen { get; } = [];

    /// <summary>Null when nobody can be rung.</summary>
    public Decision? Decide(CallGrain call, DepartmentGrain department, TurnScope turn)
    {
        if (department.Free == 0) return null;
        return department.Tiers.Length > 0 ? DecideByTier(call, department, turn) : DecideByRank(call, department, turn);
    }

    /// <summary>Why nobody is rung for a call that has just entered the queue.</summary>
    public Decision ExplainWait(DepartmentGrain department, TurnScope turn)
    {
        Begin();
        foreach (var employee in department.Members) Exclude(employee, employee.WhyNot(turn.Now) ?? ExclusionReason.PhoneNotRegistered);
        return Explain(department, department.Strategy.Rule, 0, turn.State.Version);
    }

    private Decision? DecideByRank(CallGrain call, DepartmentGrain department, TurnScope turn)
    {
        Begin();
        MarkRung(call, turn.State);
        if (!IsAnybodyLeft(department, turn.Now, out bool newRound)) return null;

        var strategy = department.Strategy;
        var input = new StrategyInput(department, turn.State.Statistics, turn.Now, turn.Draw(), 0);
        int keep = strategy.RingsAll ? int.MaxValue : Decision.MostListed + 1;
        for (int position = 0; position < department.Members.Length; position++)
        {
            var employee = department.Members[position];
            if (employee.WhyNot(turn.Now) is { } reason) Exclude(employee, reason);
            else if (!newRound && employee.RungStamp == _stamp) Exclude(employee, ExclusionReason.AlreadyRungForThisCall);
            else Rank(new Ranked(employee, strategy.Score(employee, position, input)), strategy, keep);
        }
        int chosen = strategy.RingsAll ? _best.Count : 1;
        for (int i = 0; i < chosen; i++) Chosen.Add(new TierMember(_best[i].Employee, _best[i].Employee.Contacts));
        return Explain(department, strategy.Rule, chosen, turn.State.Version);
    }

    /// <summary>The next tier after the one rung last in which anybody can be rung; after the last tier it starts over.</summary>
    private Decision? DecideByTier(CallGrain call, DepartmentGrain department, TurnScope turn)
    {
        int first = 0;
        while (first < department.Tiers.Length && department.Tiers[first].Tier <= call.Visit!.Tier) first++;
        for (int i = 0; i < department.Tiers.Length; i++)
        {
            var group = department.Tiers[(first + i) % department.Tiers.Length];
            Begin();
            foreach (var member in group.Members)
            {
                if (member.Employee.WhyNot(turn.Now) is null && CanRingAny(member)) Chosen.Add(member);
            }
            if (Chosen.Count > 0) return ExplainTier(department, group, turn);
        }
        return null;
    }

    private Decision ExplainTier(DepartmentGrain department, TierGroup group, TurnScope turn)
    {
        var strategy = department.Strategy;
        var input = new StrategyInput(department, turn.State.Statistics, turn.Now, 0, group.Tier);
        foreach (var member in Chosen) Rank(new Ranked(member.Employee, strategy.Score(member.Employee, 0, input)), strategy, int.MaxValue);
        foreach (var employee in department.Members)
        {
            if (IsChosen(employee)) continue;
            var reason = employee.WhyNot(turn.Now);
            bool hasPhoneHere = Array.Exists(group.Members, member => member.Employee == employee);
            Exclude(employee, reason ?? (hasPhoneHere ? ExclusionReason.PhoneNotRegistered : ExclusionReason.NotInThisTier));
        }
        return Explain(department, strategy.Rule, Chosen.Count, turn.State.Version);
    }

    private void Begin()
    {
        _best.Clear();
        _excluded.Clear();
        Chosen.Clear();
        _excludedTotal = 0;
        _candidates = 0;
    }

    private void MarkRung(CallGrain call, ProjectState state)
    {
        _stamp++;
        foreach (var leg in call.Legs)
        {
            if (leg.Visit != call.Visit!.Number || leg.Round != call.Visit.Round || leg.Employee is not { } id) continue;
            if (state.Employees.TryGetValue(id, out var employee)) employee.RungStamp = _stamp;
        }
    }

    private bool IsAnybodyLeft(DepartmentGrain department, long now, out bool newRound)
    {
        newRound = false;
        foreach (var employee in department.Members)
        {
            if (employee.WhyNot(now) is not null) continue;
            newRound = employee.RungStamp == _stamp;
            if (!newRound) return true;
        }
        return newRound;
    }

    /// <summary>Keeps the best in order; a candidate worse than all that are kept costs one comparison.</summary>
    private void Rank(Ranked candidate, IStrategy strategy, int keep)
    {
        _candidates++;
        if (_best.Count == keep)
        {
            if (!Precedes(candidate, _best[^1], strategy)) return;
            _best.RemoveAt(_best.Count - 1);
        }
        int place = _best.Count;
        while (place > 0 && Precedes(candidate, _best[place - 1], strategy)) place--;
        _best.Insert(place, candidate);
    }

    private static bool Precedes(Ranked one, Ranked other, IStrategy strategy)
    {
        if (one.Score != other.Score) return strategy.HighestFirst ? one.Score > other.Score : one.Score < other.Score;
        return string.CompareOrdinal(one.Employee.Id.Value, other.Employee.Id.Value) < 0;
    }

    private void Exclude(EmployeeGrain employee, ExclusionReason reason)
    {
        _excludedTotal++;
        if (_excluded.Count < Decision.MostListed) _excluded.Add(employee.Exclude(reason));
    }

    private Decision Explain(DepartmentGrain department, string rule, int chosen, int version) => new(
        DecisionKind.Employees, rule, null, department.Id,
        List(0, Math.Min(chosen, Decision.MostListed)), List(chosen, Math.Min(_best.Count, chosen + Decision.MostListed)), _candidates,
        _excluded.Count == 0 ? [] : [.. _excluded], _excludedTotal, version);

    private Candidate[] List(int from, int to)
    {
        if (from >= to) return [];
        var list = new Candidate[to - from];
        for (int i = 0; i < list.Length; i++) list[i] = new Candidate(_best[from + i].Employee.Id, _best[from + i].Score);
        return list;
    }

    private static bool CanRingAny(TierMember member)
    {
        foreach (var contact in member.Contacts)
        {
            if (member.Employee.CanRing(contact)) return true;
        }
        return false;
    }

    private bool IsChosen(EmployeeGrain employee)
    {
        foreach (var member in Chosen)
        {
            if (member.Employee == employee) return true;
        }
        return false;
    }
}
