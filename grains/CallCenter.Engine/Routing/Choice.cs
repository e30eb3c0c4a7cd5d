using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing.Strategies;

namespace CallCenter.Engine.Routing;

/// <summary>
/// Chooses whom to ring for a waiting call and explains it:
/// 1. whoever may not be rung is excluded with the reason;
/// 2. whoever was rung in this round already is passed over, unless nobody else is left: then a new round begins;
/// 3. the strategy ranks the rest; it rings the first, or all.
/// Its buffers are reused; one per project.
/// </summary>
internal sealed class Choice
{
    /// <param name="Position">The employee's place among the members.</param>
    private readonly record struct Ranked(int Position, long Score);

    private readonly List<Ranked> _best = [];
    private readonly List<Exclusion> _excluded = [];
    private readonly Eligible _eligible = new();
    private int _excludedTotal;
    private int _candidates;

    /// <summary>Whom the last decision rings, and on which contact points.</summary>
    public List<TierMember> Chosen { get; } = [];

    /// <summary>Null when nobody can be rung.</summary>
    public Decision? Decide(Call call, Department department, TurnScope turn)
    {
        if (department.Free == 0) return null;
        return department.Tiers.Length > 0 ? DecideByTier(call, department, turn) : DecideByRank(call, department, turn);
    }

    /// <summary>Why nobody is rung for a call that has just entered the queue.</summary>
    public Decision ExplainWait(Call call, Department department, TurnScope turn)
    {
        Begin();
        _excludedTotal = department.Members.Length;
        for (int position = 0; position < Math.Min(_excludedTotal, Decision.MostListed); position++)
        {
            var employee = department.Members[position];
            _excluded.Add(employee.Exclude(WhyNot(employee, call, turn.Now) ?? ExclusionReason.PhoneNotRegistered));
        }
        return Explain(department, department.Strategy.Rule, 0, turn.State.Version);
    }

    private Decision? DecideByRank(Call call, Department department, TurnScope turn)
    {
        Begin();
        if (!_eligible.Find(call, department, turn)) return null;

        var strategy = department.Strategy;
        var input = new StrategyInput(department, turn.State.Statistics, turn.Now, turn.Draw(), 0);
        int keep = strategy.RingsAll ? int.MaxValue : Decision.MostListed + 1;
        for (int word = 0; word < department.Standings.Words; word++)
        {
            for (ulong left = _eligible.Word(word); left != 0;)
            {
                int position = (word << 6) + Standings.TakeLowest(ref left);
                Rank(new Ranked(position, strategy.Score(position, input)), department, keep);
            }
        }
        ListExcluded(call, department, turn.Now);
        int chosen = strategy.RingsAll ? _best.Count : 1;
        for (int i = 0; i < chosen; i++)
        {
            var employee = department.Members[_best[i].Position];
            Chosen.Add(new TierMember(employee, employee.Contacts));
        }
        return Explain(department, strategy.Rule, chosen, turn.State.Version);
    }

    /// <summary>The next tier after the one rung last in which anybody can be rung; after the last tier it starts over.</summary>
    private Decision? DecideByTier(Call call, Department department, TurnScope turn)
    {
        int first = 0;
        while (first < department.Tiers.Length && department.Tiers[first].Tier <= call.Visit!.Tier) first++;
        for (int i = 0; i < department.Tiers.Length; i++)
        {
            var group = department.Tiers[(first + i) % department.Tiers.Length];
            Begin();
            foreach (var member in group.Members)
            {
                if (member.Employee.WhyNot(turn.Now) is null && CanRingAny(member, call)) Chosen.Add(member);
            }
            if (Chosen.Count > 0) return ExplainTier(call, department, group, turn);
        }
        return null;
    }

    private Decision ExplainTier(Call call, Department department, TierGroup group, TurnScope turn)
    {
        var strategy = department.Strategy;
        var input = new StrategyInput(department, turn.State.Statistics, turn.Now, 0, group.Tier);
        foreach (var member in Chosen)
        {
            int position = Array.IndexOf(department.Members, member.Employee);
            Rank(new Ranked(position, strategy.Score(position, input)), department, int.MaxValue);
        }
        foreach (var employee in department.Members)
        {
            if (IsChosen(employee)) continue;
            var reason = WhyNot(employee, call, turn.Now);
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

    /// <summary>All who are not eligible, the first of them by name and reason.</summary>
    private void ListExcluded(Call call, Department department, long now)
    {
        _excludedTotal = department.Members.Length - _candidates;
        int toList = Math.Min(_excludedTotal, Decision.MostListed);
        for (int position = 0; _excluded.Count < toList; position++)
        {
            if (_eligible.Contains(position)) continue;
            var employee = department.Members[position];
            _excluded.Add(employee.Exclude(WhyNot(employee, call, now) ?? ExclusionReason.AlreadyRungForThisCall));
        }
    }

    /// <summary>Keeps the best in order; a candidate worse than all that are kept costs one comparison.</summary>
    private void Rank(Ranked candidate, Department department, int keep)
    {
        _candidates++;
        if (_best.Count == keep)
        {
            if (!Precedes(candidate, _best[^1], department)) return;
            _best.RemoveAt(_best.Count - 1);
        }
        int place = _best.Count;
        while (place > 0 && Precedes(candidate, _best[place - 1], department)) place--;
        _best.Insert(place, candidate);
    }

    private static bool Precedes(Ranked one, Ranked other, Department department)
    {
        if (one.Score != other.Score) return department.HighestFirst ? one.Score > other.Score : one.Score < other.Score;
        var members = department.Members;
        return string.CompareOrdinal(members[one.Position].Id.Value, members[other.Position].Id.Value) < 0;
    }

    private void Exclude(Employee employee, ExclusionReason reason)
    {
        _excludedTotal++;
        if (_excluded.Count < Decision.MostListed) _excluded.Add(employee.Exclude(reason));
    }

    private Decision Explain(Department department, string rule, int chosen, int version) => new(
        DecisionKind.Employees, rule, null, department.Id,
        List(department, 0, Math.Min(chosen, Decision.MostListed)),
        List(department, chosen, Math.Min(_best.Count, chosen + Decision.MostListed)), _candidates,
        _excluded.Count == 0 ? [] : [.. _excluded], _excludedTotal, version);

    private Candidate[] List(Department department, int from, int to)
    {
        if (from >= to) return [];
        var list = new Candidate[to - from];
        for (int i = 0; i < list.Length; i++)
        {
            var ranked = _best[from + i];
            list[i] = new Candidate(department.Members[ranked.Position].Id, ranked.Score);
        }
        return list;
    }

    /// <summary>Why he cannot be rung for this call; the call itself may be the reason.</summary>
    private static ExclusionReason? WhyNot(Employee employee, Call call, long now) => employee.WhyNot(now)
        ?? (call.HasRefusals && !employee.CanTake(call) ? ExclusionReason.OfferRefused : null);

    private static bool CanRingAny(TierMember member, Call call)
    {
        foreach (var contact in member.Contacts)
        {
            if (member.Employee.CanRing(contact) && !call.IsRefusedAt(contact.Value)) return true;
        }
        return false;
    }

    private bool IsChosen(Employee employee)
    {
        foreach (var member in Chosen)
        {
            if (member.Employee == employee) return true;
        }
        return false;
    }
}
