using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Routing;

/// <summary>The trunks with the calls each carries right now, in the order of the configuration.</summary>
internal sealed class TrunkLines
{
    private readonly Dictionary<string, int> _calls = [];
    private IReadOnlyList<TrunkConfiguration> _trunks = [];
    private int _withRoom;

    public bool Any => _trunks.Count > 0;
    /// <summary>Whether any trunk can carry one more call.</summary>
    public bool HasRoom => _withRoom > 0;

    public void Configure(IReadOnlyList<TrunkConfiguration> trunks)
    {
        _trunks = trunks;
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

    public bool HasRoomOn(TrunkConfiguration trunk) => trunk.MaxCalls is not { } most || _calls.GetValueOrDefault(trunk.Id) < most;

    public TrunkConfiguration? FirstWithRoom()
    {
        foreach (var trunk in _trunks)
        {
            if (HasRoomOn(trunk)) return trunk;
        }
        return null;
    }

    /// <summary>Counts calls up or down; says whether there is room again where there was none.</summary>
    public bool Use(string? trunk, int calls)
    {
        if (trunk is null) return false;
        bool hadRoom = HasRoom;
        _calls[trunk] = _calls.GetValueOrDefault(trunk) + calls;
        if (Find(trunk) is { MaxCalls: not null }) Count();
        return !hadRoom && HasRoom;
    }

    private void Count()
    {
        _withRoom = 0;
        foreach (var trunk in _trunks)
        {
            if (HasRoomOn(trunk)) _withRoom++;
        }
    }
}
