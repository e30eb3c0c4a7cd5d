using CallCenter.Abstractions;
using CallCenter.Abstractions.Crm;

namespace CallCenter.Grains.Crm;

/// <summary>What is known of one client.</summary>
internal sealed class CrmLinkGrain(string number)
{
    public string Number => number;
    public string? Name { get; set; }
    public EmployeeId? Responsible { get; set; }
    public EmployeeId? LastTalked { get; set; }
    public long? LastTalkedAt { get; set; }
    public LinkedListNode<CrmLinkGrain>? Place { get; set; }

    public ClientSnapshot ToSnapshot() => new(Number, Name, Responsible, LastTalked, LastTalkedAt);
}
