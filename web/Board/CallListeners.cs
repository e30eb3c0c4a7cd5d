using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>Who hears the conversation of a row. Equal where it is the same people in the same way: rows are compared.</summary>
public sealed record CallListeners(IReadOnlyList<CallListener> All)
{
    public static readonly CallListeners Nobody = new([]);

    public bool Equals(CallListeners? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count;
}

/// <summary>One of them.</summary>
/// <param name="Listens">False while his phone rings.</param>
public sealed record CallListener(EmployeeId Employee, string Name, SupervisionMode Mode, bool Listens)
{
    /// <summary>What he does, in words.</summary>
    public string Does(Language language) => (Listens ? StateTexts.Of(Mode) : StateTexts.IsRung).In(language);
}
