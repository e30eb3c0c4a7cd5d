using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Grains.Letters;

/// <summary>When a letter is tried again, and how many there may be.</summary>
internal static class LetterPace
{
    /// <summary>So many letters may wait.</summary>
    public const int MostWaiting = 500;

    /// <summary>So many that are over are still told of.</summary>
    public const int MostFinished = 200;

    /// <summary>So many go over one connection before what became of them is kept.</summary>
    public const int AtOnce = 20;

    /// <summary>A server that cannot be reached is tried for as long as a token would have been good for.</summary>
    private static readonly TimeSpan Longest = ISignIns.TokenLifetime;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>What became of an attempt.</summary>
    public static void Tried(KeptLetter letter, MailFailure? failure, long now)
    {
        letter.Attempts++;
        (letter.Failure, letter.Said) = (failure?.Kind, failure?.Said);
        if (failure is null)
        {
            letter.Finish(LetterState.Sent, now);
        }
        else if (failure.IsFinal || now - letter.At >= Longest.TotalMilliseconds)
        {
            letter.Finish(LetterState.Failed, now);
        }
        else
        {
            letter.NextAt = now + (long)Waits[Math.Min(letter.Attempts, Waits.Length) - 1].TotalMilliseconds;
        }
    }
}
