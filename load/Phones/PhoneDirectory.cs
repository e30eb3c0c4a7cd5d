using CallCenter.Load.Chance;

namespace CallCenter.Load.Phones;

/// <summary>Whom an employee may call.</summary>
/// <param name="Colleagues">Extensions of the others.</param>
/// <param name="Clients">Numbers of clients.</param>
public sealed record PhoneDirectory(IReadOnlyList<string> Colleagues, IReadOnlyList<string> Clients)
{
    /// <summary>Somebody, inside with the given probability; null when there is nobody of that kind.</summary>
    public string? Choose(Random random, double internalShare)
    {
        var list = random.Chance(internalShare) ? Colleagues : Clients;
        return list.Count == 0 ? null : random.OneOf(list);
    }
}
