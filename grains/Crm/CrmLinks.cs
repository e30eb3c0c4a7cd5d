using CallCenter.Abstractions;
using CallCenter.Abstractions.Crm;

namespace CallCenter.Grains.Crm;

/// <summary>
/// The clients of a project by number, bounded: beyond the limit the one that was not touched for longest is forgotten. Touched means
/// linked by somebody or talked with.
/// </summary>
internal sealed class CrmLinks
{
    private readonly Dictionary<string, CrmLinkGrain> _links = [];
    private readonly LinkedList<CrmLinkGrain> _touched = new();

    /// <summary>From the one touched longest ago to the one touched last.</summary>
    public IEnumerable<CrmLinkGrain> InOrder => _touched;

    public CrmLinkGrain? Find(string number) => _links.GetValueOrDefault(number);

    public void On(ClientLinked e, int most)
    {
        var link = Touch(e.Number, most);
        link.Name = e.Name;
        link.Responsible = e.Responsible;
    }

    public void Talked(string number, EmployeeId employee, long at, int most)
    {
        var link = Touch(number, most);
        link.LastTalked = employee;
        link.LastTalkedAt = at;
    }

    public void Trim(int most)
    {
        while (_links.Count > Math.Max(1, most))
        {
            _links.Remove(_touched.First!.Value.Number);
            _touched.RemoveFirst();
        }
    }

    public CrmLinkGrain Touch(string number, int most)
    {
        if (_links.TryGetValue(number, out var link))
        {
            _touched.Remove(link.Place!);
            _touched.AddLast(link.Place!);
            return link;
        }
        link = new CrmLinkGrain(number);
        link.Place = _touched.AddLast(link);
        _links.Add(number, link);
        Trim(most);
        return link;
    }
}
