using CallCenter.Abstractions;

namespace CallCenter.Journal;

/// <summary>The journal cannot be trusted at one place that a crash cannot explain. Nothing was changed; a person has to decide.</summary>
public sealed class JournalDamagedException(string file, long offset, string problem)
    : RefusedStartException(
        $"The journal file {file} is damaged at offset {offset}: {problem}. Nothing was changed. Restore the file from a backup, "
        + $"or, to give up everything after this place, move away all later .journal files and cut this one to {offset} bytes.")
{
    public string File { get; } = file;

    public long Offset { get; } = offset;
}
