using CallCenter.Abstractions;
using CallCenter.Abstractions.Crm;

namespace CallCenter.Grains.Crm;

/// <summary>
/// The clients of a project by number, bounded: beyond the limit the one that was not touched for longest is forgotten. Touched means
/// linked by somebody or talked with. A client takes about 210 bytes (measured).
/// </summary>
internal sealed class CrmLinks
{
    private readonly Dictionary<string, CrmLinkGrain> _links = [];
    private CrmLinkGrain? _first;
    private CrmLinkGrain? _last;

    public ClientSnapshot? Find(string number) => _links.TryGetValue(number, out var link) ? link.Known : null;

    public void On(ClientLinked e, int most)
    {
        var link = Touch(e.Number, most);
        link.Known = link.Known with { Name = e.Name, Responsible = e.Responsible };
    }

    public void Talked(string number, EmployeeId employee, long at, int most)
    {
        var link = Touch(number, most);
        link.Known = link.Known with { LastTalked = employee, LastTalkedAt = at };
    }

    public void Restore(ClientSnapshot client, int most) => Touch(client.Number, most).Known = client;

    /// <summary>From the one touched longest ago to the one touched last.</summary>
    public ClientSnapshot[] ToArray()
    {
        var clients = new ClientSnapshot[_links.Count];
        int i = 0;
        for (var link = _first; link is not null; link = link.After) clients[i++] = link.Known;
        return clients;
    }

    public void Trim(int most)
    {
        while (_links.Count > Math.Max(1, most))
        {
            _links.Remove(_first!.Known.Number);
            Unlink(_first);
        }
    }

    private CrmLinkGrain Touch(string number, int most)
    {
        if (_links.TryGetValue(number, out var link)) Unlink(link);
        else _links.Add(number, link = new CrmLinkGrain(number));
        link.Before = _last;
        if (_last is null) _first = link;
        else _last.After = link;
        _last = link;
        Trim(most);
        return link;
    }

    private void Unlink(CrmLinkGrain link)
    {
        if (link.Before is null) _first = link.After;
        else link.Before.After = link.After;
        if (link.After is null) _last = link.Before;
        else link.After.Before = link.Before;
        (link.Before, link.After) = (null, null);
    }
}
