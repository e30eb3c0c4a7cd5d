using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Texts;
using CallCenter.Abstractions.Trunks;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Trunks;

/// <summary>
/// How the trunks are, for people who look at them: whether they answer OPTIONS, where their configuration wants them to be asked, and what
/// their last failure was. Nothing in the path of a call asks it, and after a restart it begins anew. Inside the project's loop.
/// </summary>
internal sealed class TrunkWatch(SipCore core)
{
    /// <summary>Soon again after no answer: who looks wants to see that it is back.</summary>
    private const long AfterSilenceMs = 10_000;

    /// <summary>Trunks that are new at the same moment are not all asked at once.</summary>
    private const long ApartMs = 50;

    private readonly Dictionary<string, WatchedTrunk> _trunks = new(StringComparer.Ordinal);

    public long NextDue { get; private set; } = long.MaxValue;

    public bool Has(WatchedTrunk trunk) => _trunks.GetValueOrDefault(trunk.Configuration.Id) == trunk;

    /// <summary>Takes over a configuration: a trunk that leads elsewhere is another one.</summary>
    public void Renew(IReadOnlyList<TrunkConfiguration> trunks)
    {
        var before = new Dictionary<string, WatchedTrunk>(_trunks, StringComparer.Ordinal);
        _trunks.Clear();
        foreach (var trunk in trunks)
        {
            _trunks[trunk.Id] = before.GetValueOrDefault(trunk.Id) is { } known && AsksTheSame(known.Configuration, trunk)
                ? known : new WatchedTrunk(trunk);
            _trunks[trunk.Id].Configuration = trunk;
        }

        Schedule();
    }

    public void Fire(long now)
    {
        if (now < NextDue) return;
        var apart = 0L;
        foreach (var trunk in _trunks.Values)
        {
            if (trunk.AskAt > now) continue;
            if (apart == 0) Ask(trunk, now);
            else trunk.AskAt = now + apart;
            apart += ApartMs;
        }

        Schedule();
    }

    public void OnAnswer(WatchedTrunk trunk, int answerMs, long now)
    {
        trunk.AnswerMs = answerMs;
        trunk.Set(TrunkReach.Reachable, now);
        Again(trunk, now + (trunk.Configuration.AskSeconds * 1000L));
    }

    public void OnSilence(WatchedTrunk trunk, int status, string reason, long now)
    {
        trunk.AnswerMs = null;
        trunk.Failure = new TrunkFailure(now, status, reason);
        trunk.Set(TrunkReach.Unreachable, now);
        Again(trunk, now + Math.Min(AfterSilenceMs, trunk.Configuration.AskSeconds * 1000L));
    }

    /// <summary>A call through it failed there.</summary>
    public void OnCallFailed(TrunkConfiguration trunk, int status, string reason, long now)
    {
        if (_trunks.TryGetValue(trunk.Id, out var watched)) watched.Failure = new TrunkFailure(now, status, StrangerText.Clean(reason));
    }

    /// <summary>Of every trunk, in the order of the configuration.</summary>
    /// <param name="callsOn">How many calls one carries.</param>
    public IReadOnlyList<TrunkState> States(Func<string, int> callsOn) =>
    [
        .. _trunks.Values.Select(trunk => new TrunkState(
            trunk.Configuration.Id, trunk.Reach, trunk.Since, trunk.AnswerMs, callsOn(trunk.Configuration.Id), trunk.Failure)),
    ];

    private void Ask(WatchedTrunk trunk, long now)
    {
        trunk.AskAt = long.MaxValue;
        var parameters = trunk.Configuration.Transport == "tcp" ? ";transport=tcp" : "";
        if (!SipUri.TryParse($"sip:{trunk.Configuration.Host}{parameters}", out var uri))
        {
            OnSilence(trunk, 503, "No such host", now);
            return;
        }

        core.Hosts.Find(uri, core.Sender.Random.NextUInt64(), core.Loop, now, (ways, at) =>
        {
            if (!Has(trunk)) return;
            if (ways.Count == 0) OnSilence(trunk, 503, "No such host", at);
            else Send(trunk, uri, ways[0], at);
        });
    }

    private void Send(WatchedTrunk trunk, SipUri uri, SipFlow flow, long now)
    {
        var request = new InitialRequest
        {
            RequestUri = uri,
            LocalParty = $"<sip:{core.Local.SentBy}>",
            RemoteParty = $"<{uri.Text}>",
            CallId = core.Sender.Random.NewCallId(),
            LocalTag = core.Sender.Random.NewTag(),
        };
        core.Sender.Send(new TrunkProbe(this, trunk, request, core.Local.Contact(flow.Transport), now), flow, now);
    }

    private void Again(WatchedTrunk trunk, long at)
    {
        trunk.AskAt = trunk.Configuration.AskSeconds > 0 ? at : long.MaxValue;
        Schedule();
    }

    private void Schedule() => NextDue = _trunks.Count == 0 ? long.MaxValue : _trunks.Values.Min(static trunk => trunk.AskAt);

    private static bool AsksTheSame(TrunkConfiguration one, TrunkConfiguration other) =>
        one.Host == other.Host && one.Transport == other.Transport && one.AskSeconds == other.AskSeconds;
}
