using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Audit;

/// <summary>Writes down who did what. There is nothing with a state behind it: an entry is an event without state.</summary>
internal static class AuditRules
{
    public static CommandReply Handle(TurnScope turn, NoteAudit note)
    {
        turn.Emit(new AuditNoted(note.Entry));
        return Accepted.Instance;
    }

    /// <summary>The entry of a command that did something. The version of a configuration is known only now.</summary>
    public static void Note(TurnScope turn, AuditEntry entry, CommandReply reply) => turn.Emit(new AuditNoted(
        reply is ConfigurationAccepted accepted
            ? entry with { Target = accepted.Version.ToString(CultureInfo.InvariantCulture) }
            : entry));
}
