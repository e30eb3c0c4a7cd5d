using CallCenter.Abstractions;

namespace CallCenter.Engine.Statistics;

/// <summary>The live calls by number; as many as the project's limit of live calls allows.</summary>
internal sealed class FoldedCalls
{
    private readonly Dictionary<CallId, FoldedCall> _calls = [];

    public IEnumerable<KeyValuePair<CallId, FoldedCall>> Ordered() => _calls.OrderBy(pair => pair.Key.Value);

    public FoldedCall? Find(CallId call) => _calls.GetValueOrDefault(call);

    public void Add(CallId call, FoldedCall live) => _calls[call] = live;

    public void Remove(CallId call) => _calls.Remove(call);
}
