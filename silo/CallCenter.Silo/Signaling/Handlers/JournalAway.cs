using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// While the journal cannot be written nothing new is begun: nothing would be left of it if the silo died, and what waits to be
/// written would grow without end.
/// </summary>
internal static class JournalAway
{
    /// <summary>Answers 503 and returns true while it is so. The answer rests on no event and may leave unwritten.</summary>
    /// <param name="alsoIf">Another reason to begin nothing new.</param>
    public static bool Refuses(SipCore core, ServerTransaction transaction, long now, bool alsoIf = false)
    {
        if (core.Loop.JournalFailure is null && !alsoIf)
        {
            return false;
        }

        using var unwritten = core.Loop.Outbox.SendUnwritten();
        transaction.Respond(
            transaction.Begin(core.Sender.Writer, 503).Header(SipHeader.RetryAfter, SipStatusTable.RetryAfterSeconds).End(), now);
        return true;
    }
}
