using System.Collections.Concurrent;
using Orleans.Storage;

namespace CallCenter.Web.Tests;

/// <summary>The states of grains in memory.</summary>
public sealed class FakeGrainStates : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), object> _states = [];

    /// <summary>As if PostgreSQL were stopped.</summary>
    public bool Away { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        CheckThere();
        if (_states.TryGetValue((stateName, grainId), out var kept)) (grainState.State, grainState.RecordExists) = ((T)kept, true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        CheckThere();
        (_states[(stateName, grainId)], grainState.RecordExists) = (grainState.State!, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        CheckThere();
        _states.TryRemove((stateName, grainId), out _);
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private void CheckThere()
    {
        if (Away) throw new OrleansException("The database is away.");
    }
}
