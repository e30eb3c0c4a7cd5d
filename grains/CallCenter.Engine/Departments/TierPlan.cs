using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Departments;

/// <summary>
/// Lays out the tiers of the in-order strategy: a member's contact points ring in his tier, but those named as later ones in theirs (E-10:
/// the head's SIP phone first, his mobile last).
/// </summary>
internal static class TierPlan
{
    public static TierGroup[] Of(DepartmentConfiguration department, Dictionary<EmployeeId, Employee> employees)
    {
        var tiers = new SortedDictionary<int, List<TierMember>>();
        var seen = new HashSet<EmployeeId>();
        foreach (var member in department.Members)
        {
            if (!employees.TryGetValue(new EmployeeId(member.Employee), out var employee) || !seen.Add(employee.Id)) continue;
            foreach (var group in employee.Contacts.GroupBy(contact => TierOf(member, contact)))
            {
                if (!tiers.TryGetValue(group.Key, out var list)) tiers[group.Key] = list = [];
                list.Add(new TierMember(employee, [.. group]));
            }
        }
        return [.. tiers.Select(tier => new TierGroup(tier.Key, [.. tier.Value]))];
    }

    private static int TierOf(MemberConfiguration member, ContactTarget contact)
    {
        foreach (var later in member.LaterContactPoints ?? [])
        {
            if (later.ContactPoint == contact.Value) return later.Tier;
        }
        return member.Tier;
    }
}
