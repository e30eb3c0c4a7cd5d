using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Texts;

namespace CallCenter.Silo.Signaling.Trials;

/// <summary>An account whose phones are rung for a trial.</summary>
internal sealed class RungAccount(long endsAt)
{
    // Whoever waits for it must not go on inside the loop.
    private readonly TaskCompletionSource<PhoneTrial> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long EndsAt { get; } = endsAt;

    /// <summary>One for each of its phones.</summary>
    public List<TrialInvite> Invites { get; } = [];

    public Task<PhoneTrial> Outcome => _outcome.Task;

    /// <summary>The first that is heard counts.</summary>
    public void Tell(int status, string reason) => _outcome.TrySetResult(new PhoneTrial(status, StrangerText.Clean(reason)));

    /// <summary>A phone does not ring; that counts when none does.</summary>
    public void OnRefused(int status, string reason)
    {
        if (Invites.TrueForAll(static invite => invite.IsEnded)) Tell(status, reason);
    }

    /// <param name="unheard">What is told when no phone said anything.</param>
    public void End(string unheard, long now)
    {
        Tell(408, unheard);
        foreach (var invite in Invites)
        {
            invite.Cancel(now);
        }
    }
}
