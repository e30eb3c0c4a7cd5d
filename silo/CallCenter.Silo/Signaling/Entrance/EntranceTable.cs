using System.Text;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Entrance;

/// <summary>
/// Whose a message is. With one project everything is its; else
/// <list type="number">
/// <item>what answers us or is in a dialog names the project in an identifier that we made: Via branch, To tag;</item>
/// <item>a trunk is known by its address, and where several projects share that, by the number that is called;</item>
/// <item>a phone is known by where it is registered, else by the realm and user name it proves itself with, else by its own address of
/// record: the domain where that is a realm, the user where one project has such an account;</item>
/// <item>strangers are the first project's, which refuses them.</item>
/// </list>
/// A CANCEL carries no proof and goes where its INVITE went. From any thread.
/// </summary>
internal sealed class EntranceTable
{
    /// <summary>INVITEs that a proof alone assigned, for their CANCELs; at the bound all are forgotten.</summary>
    private const int MostProven = 4_096;

    private readonly Lock _lock = new();
    private readonly Dictionary<ProjectSignaling, ProjectEntrance> _entrances = [];
    private readonly Dictionary<SipEndPoint, List<ProjectSignaling>> _phones = [];
    private readonly AddressTable<(ProjectEntrance Entrance, TrunkConfiguration Trunk)> _trunks = new();
    private readonly Dictionary<string, List<ProjectEntrance>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ProjectSignaling> _proven = [];
    private volatile ProjectSignaling[] _all = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<ProjectSignaling> All => _all;

    public void Add(ProjectSignaling project)
    {
        lock (_lock)
        {
            _all = [.. _all.Append(project).OrderBy(static one => one.Number.Value)];
        }
    }

    public void Remove(ProjectSignaling project)
    {
        lock (_lock)
        {
            _all = [.. _all.Where(one => one != project)];
            _entrances.Remove(project);
            _proven.Clear();
            foreach (var (place, there) in _phones.ToList())
            {
                if (there.Remove(project) && there.Count == 0)
                {
                    _phones.Remove(place);
                }
            }

            Rebuild();
        }
    }

    /// <summary>A project's configuration was published.</summary>
    public void Publish(ProjectEntrance entrance)
    {
        lock (_lock)
        {
            _entrances[entrance.Project] = entrance;
            Rebuild();
        }
    }

    /// <summary>Phones of the project are registered over this address and port, or none are any more.</summary>
    public void SetPhone(SipEndPoint place, ProjectSignaling project, bool isThere)
    {
        lock (_lock)
        {
            var there = _phones.GetValueOrDefault(place) ?? [];
            there.Remove(project);
            if (isThere)
            {
                there.Add(project);
            }

            if (there.Count > 0)
            {
                _phones[place] = there;
            }
            else
            {
                _phones.Remove(place);
            }
        }
    }

    /// <summary>Null while there is no project.</summary>
    /// <param name="isMalformed">Nothing but the sender can be relied on.</param>
    public ProjectSignaling? Of(SipMessage message, bool isMalformed)
    {
        var all = _all;
        if (all.Length <= 1)
        {
            return all.Length == 0 ? null : all[0];
        }

        if (isMalformed)
        {
            return OfSource(message.Flow.Remote) ?? all[0];
        }

        if (!message.IsRequest)
        {
            return SipBranch.TryParse(message.TopVia.Branch, out var branch) ? Numbered(all, branch.Owner) : all[0];
        }

        if (!message.ToTag.IsEmpty)
        {
            return SipTag.TryParse(message.ToTag, out var tag) ? Numbered(all, tag.Owner) : all[0];
        }

        lock (_lock)
        {
            return OfTrunk(message, _trunks.At(message.Flow.Remote)) ?? OfPhone(message.Flow.Remote)
                ?? OfTrunk(message, _trunks.InNetwork(message.Flow.Remote)) ?? OfUser(message) ?? all[0];
        }
    }

    private static ProjectSignaling Numbered(ProjectSignaling[] all, ushort number)
    {
        foreach (var project in all)
        {
            if (project.Number.Value == number)
            {
                return project;
            }
        }

        return all[0];
    }

    private static ProjectSignaling? OfTrunk(SipMessage request, IReadOnlyList<(ProjectEntrance Entrance, TrunkConfiguration Trunk)> known)
    {
        if (known.Count > 1)
        {
            foreach (var (entrance, trunk) in known)
            {
                if (entrance.IsCalled(request, trunk))
                {
                    return entrance.Project;
                }
            }
        }

        return known.Count == 0 ? null : known[0].Entrance.Project;
    }

    private ProjectSignaling? OfPhone(SipEndPoint source) =>
        _phones.TryGetValue(source, out var there) && there is [var only] ? only : null;

    private ProjectSignaling? OfSource(SipEndPoint source)
    {
        lock (_lock)
        {
            return _trunks.At(source) is [var here, ..] ? here.Entrance.Project
                : OfPhone(source) ?? (_trunks.InNetwork(source) is [var inside, ..] ? inside.Entrance.Project : null);
        }
    }

    private ProjectSignaling? OfUser(SipMessage request)
    {
        var invite = request.Method is SipMethod.Invite or SipMethod.Cancel ? KeyOf(request) : 0;
        if (request.Method == SipMethod.Cancel && _proven.TryGetValue(invite, out var same))
        {
            return same;
        }

        var header = request.Has(SipHeader.Authorization) ? SipHeader.Authorization : SipHeader.ProxyAuthorization;
        if (DigestFields.TryParse(request.Value(header), out var proof)
            && OfUser(Encoding.UTF8.GetString(proof.UserName), Encoding.UTF8.GetString(proof.Realm)) is { } proven)
        {
            if (request.Method == SipMethod.Invite)
            {
                if (_proven.Count >= MostProven)
                {
                    _proven.Clear();
                }

                _proven[invite] = proven;
            }

            return proven;
        }

        var party = request.Method == SipMethod.Register ? request.To : request.From;
        return party.Uri is { } uri ? OfUser(uri.User, uri.Host) : null;
    }

    private ProjectSignaling? OfUser(string user, string realm)
    {
        var known = _users.GetValueOrDefault(user) ?? [];
        foreach (var entrance in known)
        {
            if (IsRealm(entrance, realm))
            {
                return entrance.Project;
            }
        }

        if (known.Count > 0)
        {
            return known[0].Project;
        }

        foreach (var entrance in _entrances.Values)
        {
            if (IsRealm(entrance, realm))
            {
                return entrance.Project;
            }
        }

        return null;
    }

    private static bool IsRealm(ProjectEntrance entrance, string realm) =>
        string.Equals(entrance.Realm, realm, StringComparison.OrdinalIgnoreCase);

    private static int KeyOf(SipMessage request)
    {
        var hash = default(HashCode);
        hash.AddBytes(request.TopVia.Branch);
        hash.Add(request.Flow.Remote);
        return hash.ToHashCode();
    }

    private void Rebuild()
    {
        _trunks.Clear();
        _users.Clear();
        foreach (var entrance in _entrances.Values.OrderBy(static one => one.Project.Number.Value))
        {
            foreach (var trunk in entrance.Trunks)
            {
                foreach (var address in trunk.Addresses)
                {
                    _trunks.Add(address, (entrance, trunk));
                }
            }

            foreach (var user in entrance.Users)
            {
                if (!_users.TryGetValue(user, out var there))
                {
                    _users.Add(user, there = []);
                }

                there.Add(entrance);
            }
        }
    }
}
