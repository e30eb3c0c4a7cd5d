using CallCenter.Abstractions;
using CallCenter.Abstractions.Clients;

namespace CallCenter.Engine.Clients;

/// <summary>
/// The clients of a project by number, bounded: beyond the limit the one that was not touched for longest is forgotten. Touched means
/// linked by somebody or talked with. A client takes about 130 bytes (measured).
/// </summary>
internal sealed class ClientTable
{
    private const int None = -1;

    private readonly Dictionary<ClientKey, int> _places = [];
    private readonly ClientPages _links = new();
    private int _first = None;
    private int _last = None;
    private int _free = None;
    private int _used;

    /// <summary>What is known of a client; null for one who is not.</summary>
    public Client? Find(string number) => _places.TryGetValue(ClientKey.Of(number), out int place) ? _links[place] : null;

    public void On(ClientLinked e, int most)
    {
        if (!IsKey(e.Number, out var key)) return;
        ref var link = ref Touch(key, most);
        link.Name = e.Name;
        link.Responsible = e.Responsible;
    }

    public void Talked(string number, EmployeeId employee, long at, int most)
    {
        if (!IsKey(number, out var key)) return;
        ref var link = ref Touch(key, most);
        link.LastTalked = employee;
        link.LastTalkedAt = at;
    }

    public void Restore(ClientSnapshot client, int most)
    {
        if (!IsKey(client.Number, out var key)) return;
        ref var link = ref Touch(key, most);
        link.Name = client.Name;
        link.Responsible = client.Responsible;
        link.LastTalked = client.LastTalked;
        link.LastTalkedAt = client.LastTalkedAt;
    }

    /// <summary>A picture that no later event changes; read by any thread.</summary>
    public ClientPicture Picture() => new(_links.Copy(), _first, _places.Count);

    public void Trim(int most)
    {
        while (_places.Count > Math.Max(1, most))
        {
            int place = _first;
            _places.Remove(_links[place].Key);
            Unlink(place);
            _links[place] = new Client { After = _free };
            _free = place;
        }
    }

    /// <summary>
    /// Whoever withholds his number is no client; journals and snapshots of older versions have words among the numbers.
    /// </summary>
    private static bool IsKey(string number, out ClientKey key) => (key = ClientKey.Of(number)).IsNumber;

    private ref Client Touch(in ClientKey key, int most)
    {
        if (_places.TryGetValue(key, out int place)) Unlink(place);
        else _places.Add(key, place = Take(key));
        ref var link = ref _links[place];
        (link.Before, link.After) = (_last, None);
        if (_last == None) _first = place;
        else _links[_last].After = place;
        _last = place;
        Trim(most);
        return ref link;
    }

    private int Take(ClientKey key)
    {
        int place = _free;
        if (place == None) _links.Reach((place = _used++) + 1);
        else _free = _links[place].After;
        _links[place] = new Client { Key = key };
        return place;
    }

    private void Unlink(int place)
    {
        ref var link = ref _links[place];
        if (link.Before == None) _first = link.After;
        else _links[link.Before].After = link.After;
        if (link.After == None) _last = link.Before;
        else _links[link.After].Before = link.Before;
    }
}
