using Orleans.Storage;

namespace CallCenter.Silo.Cluster.Durable;

/// <summary>The state of grains in PostgreSQL, asked for its statements by the first grain that reads or writes.</summary>
internal sealed class LateGrainStorage : IGrainStorage
{
    private readonly AdoNetGrainStorage _storage;
    private readonly LateStart _start;

    public LateGrainStorage(AdoNetGrainStorage storage)
    {
        _storage = storage;
        var stage = new OneStage();
        storage.Participate(stage);
        _start = new LateStart(() => stage.Start(CancellationToken.None));
    }

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await _start.Ensure();
        await _storage.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await _start.Ensure();
        await _storage.WriteStateAsync(stateName, grainId, grainState);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await _start.Ensure();
        await _storage.ClearStateAsync(stateName, grainId, grainState);
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }

    /// <summary>Takes what the storage would do while the silo starts, to have it done later.</summary>
    private sealed class OneStage : ISiloLifecycle
    {
        private ILifecycleObserver? _observer;

        public int HighestCompletedStage => int.MinValue;

        public int LowestStoppedStage => int.MaxValue;

        public Task Start(CancellationToken cancellation) => _observer!.OnStart(cancellation);

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observer = observer;
            return new Nothing();
        }
    }
}
