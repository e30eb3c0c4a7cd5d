using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Trunks;

namespace CallCenter.Silo.Signaling.Trunks;

/// <summary>What is known of one trunk.</summary>
internal sealed class WatchedTrunk(TrunkConfiguration configuration)
{
    public TrunkConfiguration Configuration { get; set; } = configuration;

    /// <summary>When it is asked next; <see cref="long.MaxValue"/>: it is not, or an answer is waited for.</summary>
    public long AskAt { get; set; } = configuration.AskSeconds > 0 ? 0 : long.MaxValue;

    public TrunkReach Reach { get; private set; }

    public long? Since { get; private set; }

    public int? AnswerMs { get; set; }

    public TrunkFailure? Failure { get; set; }

    public void Set(TrunkReach reach, long now)
    {
        if (Reach == reach) return;
        (Reach, Since) = (reach, now);
    }
}
