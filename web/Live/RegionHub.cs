using System.Runtime.CompilerServices;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.Live;

/// <summary>
/// What pages call. A viewer reads a stream of his own instead of a group's messages: he gets the newest state when he is ready for it,
/// so a slow viewer neither delays the others nor piles up a backlog. The bytes are shared all the same.
/// </summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class RegionHub(RegionFeeds regions, TimeProvider time) : Hub
{
    private const int MostStreams = 4;
    private const string StreamsKey = "streams";

    /// <summary>The server's time, Unix milliseconds UTC: browsers measure the offset of their clock with it.</summary>
    public long Clock() => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What changed since the change that the page has, then every change.</summary>
    public async IAsyncEnumerable<TopicUpdate> Watch(
        string region, string argument, string language, string? epoch, long seq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var viewer = Viewer.Of(Context.User!) ?? throw new HubException("not signed in");
        var topic = await regions.TopicFor(viewer, LanguageNames.FromTag(language) ?? Language.English, region, argument)
            ?? throw new HubException("forbidden");
        var watched = await regions.Open(topic, cancellation) ?? throw new HubException("not available");
        var feed = regions.Feed(topic.Project);
        Enter(watched);
        try
        {
            var beats = feed.Beats;
            while (!cancellation.IsCancellationRequested)
            {
                var signal = watched.Drawing.Signal;
                if (watched.Drawing.Since(epoch, seq) is { } update)
                {
                    (epoch, seq) = (update.Epoch, update.Seq);
                    yield return update;
                }
                else if (feed.Beats != beats)
                {
                    beats = feed.Beats;
                    yield return TopicUpdate.Beat(Clock());
                }
                else
                {
                    await signal.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
        finally
        {
            Leave(watched);
        }
    }

    private void Enter(WatchedTopic watched)
    {
        var streams = Context.Items.TryGetValue(StreamsKey, out var value) ? (int)value! : 0;
        if (streams >= MostStreams)
        {
            throw new HubException("too many streams");
        }

        Context.Items[StreamsKey] = streams + 1;
        watched.Enter();
    }

    private void Leave(WatchedTopic watched)
    {
        Context.Items[StreamsKey] = (int)Context.Items[StreamsKey]! - 1;
        watched.Leave();
    }
}
