using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Departments;

/// <summary>A member's contact points that ring in one tier.</summary>
internal readonly record struct TierMember(Employee Employee, ContactTarget[] Contacts);

/// <summary>One tier of the in-order strategy: everything in it rings together.</summary>
internal sealed record TierGroup(int Tier, TierMember[] Members);
