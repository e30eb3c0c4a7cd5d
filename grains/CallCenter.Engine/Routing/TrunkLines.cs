using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Routing;

/// <summary>The trunks with the calls each carries right now, in the order of the configuration.</summary>
internal sealed class TrunkLines
{
    private readonly Dictionary<string, int> _calls = [];
    private IReadOnlyList<TrunkConfiguration> _trunks = [];
    private string[]?[] _after = [];
    private int _withRoom;

    public bool Any => _trunks.Count > 0;
    /// <summary>Whether any trunk can carry one more call.</summary>
    public bool HasRoom => _withRoom > 0;

    public void Configure(IReadOnlyList<TrunkConfiguration> trunks)
    {
        _trunks = trunks;
        string[] keys = [.. trunks.Select(trunk => trunk.Id)];
        _after = [.. keys.Select((_, place) => After(keys, place))];
        Count();
    }

    public TrunkConfiguration? Find(string? id)
    {
        foreach (var trunk in _trunks)
        {
            if (trunk.Id == id) return trunk;
        }
        return null;
    }

    public bool HasRoomOn(TrunkConfiguration trunk) => trunk.MaxCalls is not { } most || CallsOn(trunk.Id) < most;

    public int CallsOn(string trunk) => _calls.GetValueOrDefault(trunk);

    /// <summary>The first of these trunks that can carry one more call, and those after it.</summary>
    /// <param name="named">Keys in the order in which they are tried; null: all, in the order of the configuration.</param>
    public TrunkChoice Choose(IReadOnlyList<string>? named)
    {
        int count = named?.Count ?? _trunks.Count;
        for (int i = 0; i < count; i++)
        {
            var trunk = named is null ? _trunks[i] : Find(named[i]);
            if (trunk is not null && HasRoomOn(trunk)) return new TrunkChoice(trunk, named is null ? _after[i] : After(named, i));
        }
        return default;
    }

    /// <summary>Whether one of these trunks can carry one more call; null: any.</summary>
    public bool HasRoomOnAny(IReadOnlyList<string>? named) => named is null ? HasRoom : Choose(named).Trunk is not null;

    /// <summary>Counts calls up or down; says whether the trunk has room again.</summary>
    public bool Use(string? trunk, int calls)
    {
        if (trunk is null) return false;
        var limited = Find(trunk) is { MaxCalls: not null } found ? found : null;
        bool wasFull = limited is not null && !HasRoomOn(limited);
        _calls[trunk] = _calls.GetValueOrDefault(trunk) + calls;
        if (limited is null) return false;
        Count();
        return wasFull && HasRoomOn(limited);
    }

    private static string[]? After(IReadOnlyList<string> keys, int place) => place + 1 < keys.Count ? [.. keys.Skip(place + 1)] : null;

    private void Count()
    {
        _withRoom = 0;
        foreach (var trunk in _trunks)
        {
            if (HasRoomOn(trunk)) _withRoom++;
        }
    }
}

/// <summary>The trunk that is taken, and the keys of those to be tried where it does not carry the call.</summary>
/// <param name="Trunk">Null where none has room.</param>
/// <param name="Next">Null where there is no other.</param>
internal readonly record struct TrunkChoice(TrunkConfiguration? Trunk, IReadOnlyList<string>? Next);
