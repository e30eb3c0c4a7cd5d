using CallCenter.Abstractions;

namespace CallCenter.Engine.Statistics;

/// <summary>The live calls by number; as many as the project's limit of live calls allows.</summary>
internal sealed class LiveCalls
{
    private readonly Dictionary<CallId, LiveCall> _calls = [];

    public IEnumerable<KeyValuePair<CallId, LiveCall>> Ordered() => _calls.OrderBy(pair => pair.Key.Value);

    public LiveCall? Find(CallId call) => _calls.GetValueOrDefault(call);

    public void Add(CallId call, LiveCall live) => _calls[call] = live;

    public void Remove(CallId call) => _calls.Remove(call);
}
