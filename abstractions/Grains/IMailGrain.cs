using CallCenter.Abstractions.Mail;

namespace CallCenter.Abstractions.Grains;

/// <summary>
/// The letters of a project; its key is the project's name. They are kept in the database until they are sent, over restarts: while it is
/// away every call throws <see cref="Orleans.Runtime.OrleansException"/>, and what was to be posted is not.
/// </summary>
public interface IMailGrain : IGrainWithStringKey
{
    /// <summary>Has letters sent: all, or none when there are too many.</summary>
    ValueTask<bool> Post(Letter[] letters);

    /// <summary>What waits and what became of the last ones, the newest first.</summary>
    ValueTask<LetterLine[]> Letters();

    /// <summary>Tries a letter now that waits for its next attempt. False when it does not.</summary>
    ValueTask<bool> TryNow(long id);

    /// <summary>Gives up a letter that waits. False when it does not.</summary>
    ValueTask<bool> GiveUp(long id);
}
