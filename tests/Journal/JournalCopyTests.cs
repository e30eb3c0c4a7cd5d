using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

/// <summary>A journal is copied while it is written and trimmed.</summary>
public sealed class JournalCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _copied = new();
    private readonly JournalFolder _journal;

    public JournalCopyTests()
    {
        _journal = Open(_folder.Path);
        _journal.WriteTurns(Turns.Main, 1, 40);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
        _copied.Dispose();
    }

    [Fact]
    public void What_is_trimmed_and_written_between_beginning_and_reading_is_in_the_copy()
    {
        using var copy = new JournalCopy(_folder.Path);
        _journal.Trim(new Dictionary<Abstractions.ProjectId, long> { [Turns.Main] = 80 });
        _journal.WriteTurns(Turns.Main, 41, 60);

        Write(copy);

        using var copied = Open(_copied.Path);
        Assert.Null(copied.Tail);
        Assert.Equal(Turns.FirstSequences(1, 60), copied.Sequences(Turns.Main));
        Assert.Equal(_journal.Reader.Id, copy.Journal);
    }

    [Fact]
    public void Half_a_record_at_the_end_is_left_out()
    {
        var newest = Directory.GetFiles(_folder.Path, "*.journal").Order(StringComparer.Ordinal).Last();
        using (var file = new FileStream(newest, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Write([1, 2, 3, 4, 5]);
        }
        using var copy = new JournalCopy(_folder.Path);

        Write(copy);

        using var copied = Open(_copied.Path);
        Assert.Null(copied.Tail);
        Assert.Equal(Turns.FirstSequences(1, 40), copied.Sequences(Turns.Main));
    }

    [Fact]
    public void A_damaged_segment_is_found_when_the_backup_is_made_and_not_when_it_is_needed()
    {
        var second = Directory.GetFiles(_folder.Path, "*.journal").Order(StringComparer.Ordinal).ElementAt(1);
        var bytes = File.ReadAllBytes(second);
        bytes[^5] ^= 1;
        File.WriteAllBytes(second, bytes);
        using var copy = new JournalCopy(_folder.Path);

        Assert.Equal(second, Assert.Throws<JournalDamagedException>(() => Write(copy)).File);
    }

    private void Write(JournalCopy copy)
    {
        foreach (var (name, bytes) in copy.Read())
        {
            File.WriteAllBytes(Path.Combine(_copied.Path, name), bytes);
        }
    }

    private static JournalFolder Open(string folder) => JournalFolder.Open(new JournalOptions(folder) { SegmentBytes = 300 });
}
