using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

public sealed class JournalFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_flushed_is_there_after_opening_again()
    {
        using (var journal = Open())
        {
            journal.WriteTurns(Turns.Main, 1, 10);
            journal.WriteTurns(Turns.Other, 1, 3);
            journal.NewWriter().AppendTurn(Turns.Main, 11); // never flushed
        }

        using var again = Open();

        Assert.Null(again.Tail);
        Assert.Equal(Turns.FirstSequences(1, 10), again.Sequences(Turns.Main));
        Assert.Equal(Turns.FirstSequences(1, 3), again.Sequences(Turns.Other));
        Assert.Equal(20, again.Reader.LastSequence(Turns.Main));
        Assert.Equal(26, again.Reader.TotalEvents);
        again.WriteTurns(Turns.Main, 11, 12);
        Assert.Equal(Turns.FirstSequences(11, 12), again.Sequences(Turns.Main, after: 20));
    }

    [Fact]
    public void The_journal_keeps_its_id()
    {
        Guid id;
        using (var journal = Open())
        {
            id = journal.Reader.Id;
        }

        using var again = Open();

        Assert.Equal(id, again.Reader.Id);
    }

    [Fact]
    public void A_second_opener_is_refused_by_name_of_folder_and_owner()
    {
        using var journal = Open();

        var refused = Assert.Throws<FolderInUseException>(Open);

        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal($"{Environment.ProcessId}", refused.OwnerPid);
    }

    [Fact]
    public void A_gap_in_the_sequence_is_a_programmers_error()
    {
        using var journal = Open();
        journal.WriteTurns(Turns.Main, 1, 2);

        Assert.Throws<InvalidOperationException>(() => journal.NewWriter().AppendTurn(Turns.Main, 4));

        journal.WriteTurns(Turns.Main, 3, 3);
        Assert.Equal(Turns.FirstSequences(1, 3), journal.Sequences(Turns.Main));
    }

    [Fact]
    public void A_torn_tail_is_cut_at_whatever_byte_the_write_stopped()
    {
        var (intact, whole) = Written(intact: 5, turns: 6);

        for (var length = intact + 1; length < whole.Length; length++)
        {
            File.WriteAllBytes(Segment(), whole[..(int)length]);
            using var journal = Open();
            Assert.Equal(new TornTail(Segment(), intact, length - intact), journal.Tail);
            Assert.Equal(Turns.FirstSequences(1, 5), journal.Sequences(Turns.Main));
            journal.WriteTurns(Turns.Main, 6, 6);
            Assert.Equal(Turns.FirstSequences(1, 6), journal.Sequences(Turns.Main));
        }
    }

    [Fact]
    public void Every_flipped_byte_of_the_last_record_cuts_that_record()
    {
        var (intact, whole) = Written(intact: 5, turns: 6);

        for (var offset = intact; offset < whole.Length; offset++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[offset] ^= 0x10;
            File.WriteAllBytes(Segment(), damaged);
            using var journal = Open();
            Assert.Equal(intact, journal.Tail?.Offset);
            Assert.Equal(Turns.FirstSequences(1, 5), journal.Sequences(Turns.Main));
        }
    }

    [Fact]
    public void A_flipped_byte_in_the_middle_is_an_error_that_names_file_and_offset_and_changes_nothing()
    {
        var (third, whole) = Written(intact: 2, turns: 5);
        whole[third + 12] ^= 1;
        File.WriteAllBytes(Segment(), whole);

        var damaged = Assert.Throws<JournalDamagedException>(Open);

        Assert.Equal(Segment(), damaged.File);
        Assert.Equal(third, damaged.Offset);
        Assert.Equal(whole, File.ReadAllBytes(Segment()));
    }

    [Fact]
    public void A_segment_rolls_and_turns_go_on_in_the_next()
    {
        using (var journal = Open(segmentBytes: 300))
        {
            journal.WriteTurns(Turns.Main, 1, 40);
            Assert.Equal(Turns.FirstSequences(1, 40), journal.Sequences(Turns.Main));
        }
        Assert.True(Segments().Length > 3);

        using var again = Open(segmentBytes: 300);

        Assert.Equal(Turns.FirstSequences(1, 40), again.Sequences(Turns.Main));
        Assert.Equal(Turns.FirstSequences(31, 40), again.Sequences(Turns.Main, after: 60));
    }

    [Fact]
    public void Damage_or_a_cut_in_a_segment_before_the_last_is_an_error()
    {
        using (var journal = Open(segmentBytes: 300))
        {
            journal.WriteTurns(Turns.Main, 1, 40);
        }
        var second = Segments()[1];
        var whole = File.ReadAllBytes(second);

        File.WriteAllBytes(second, whole[..^1]);
        Assert.Throws<JournalDamagedException>(Open);
        File.Delete(second);
        Assert.Throws<JournalDamagedException>(Open);
        File.WriteAllBytes(second, whole);
        Open().Dispose();
    }

    [Fact]
    public void A_segment_that_died_while_it_was_begun_is_taken_away()
    {
        using (var journal = Open(segmentBytes: 300))
        {
            journal.WriteTurns(Turns.Main, 1, 40);
        }
        var last = Segments()[^1];
        var whole = File.ReadAllBytes(last);
        long kept = 0;

        for (var length = 0; length < 32 + 8 + 5; length++)
        {
            File.WriteAllBytes(last, whole[..length]);
            using var journal = Open(segmentBytes: 300);
            Assert.Equal(new TornTail(last, 0, length), journal.Tail);
            kept = journal.Reader.LastSequence(Turns.Main);
        }

        Assert.InRange(kept, 60, 78);
        using var again = Open(segmentBytes: 300);
        again.WriteTurns(Turns.Main, ((int)kept / 2) + 1, 50);
        Assert.Equal(Turns.FirstSequences(1, 50), again.Sequences(Turns.Main));
    }

    [Fact]
    public void Trimmed_segments_are_gone_and_sequences_go_on()
    {
        using (var journal = Open(segmentBytes: 300))
        {
            journal.WriteTurns(Turns.Other, 1, 1);
            journal.WriteTurns(Turns.Main, 1, 40);
            Assert.Equal(0, journal.Trim(new Dictionary<Abstractions.ProjectId, long> { [Turns.Main] = 80 }));
            Assert.True(journal.Trim(new Dictionary<Abstractions.ProjectId, long> { [Turns.Main] = 80, [Turns.Other] = 2 }) > 3);
        }
        Assert.Single(Segments());

        using var again = Open(segmentBytes: 300);

        Assert.Equal(2, again.Reader.LastSequence(Turns.Other));
        Assert.Equal(80, again.Reader.LastSequence(Turns.Main));
        Assert.True(again.Sequences(Turns.Main)[0] > 1);
        again.WriteTurns(Turns.Other, 2, 2);
        Assert.Equal([3], again.Sequences(Turns.Other, after: 2));
    }

    [Fact]
    public void Recovery_reads_all_projects_and_skips_what_snapshots_cover()
    {
        using var journal = Open(segmentBytes: 300);
        for (var turn = 1; turn <= 20; turn++)
        {
            journal.WriteTurns(Turns.Main, turn, turn);
            journal.WriteTurns(Turns.Other, turn, turn);
        }

        var turns = journal.Reader.All(new Dictionary<Abstractions.ProjectId, long> { [Turns.Main] = 30 }).ToList();

        Assert.Equal(Turns.FirstSequences(16, 20), turns.Where(turn => turn.Project == Turns.Main).Select(turn => turn.FirstSequence));
        Assert.Equal(Turns.FirstSequences(1, 20), turns.Where(turn => turn.Project == Turns.Other).Select(turn => turn.FirstSequence));
    }

    // A segment of so many turns, closed; and its length when only the intact ones stood in it.
    private (long Intact, byte[] Whole) Written(int intact, int turns)
    {
        long length;
        using (var journal = Open())
        {
            journal.WriteTurns(Turns.Main, 1, intact);
            length = new FileInfo(Segment()).Length;
            journal.WriteTurns(Turns.Main, intact + 1, turns);
        }
        return (length, File.ReadAllBytes(Segment()));
    }

    private JournalFolder Open() => Open(64 * 1024);

    private JournalFolder Open(long segmentBytes) => JournalFolder.Open(new JournalOptions(_folder.Path) { SegmentBytes = segmentBytes });

    private string Segment() => Assert.Single(Segments());

    private string[] Segments() => [.. Directory.GetFiles(_folder.Path, "*.journal").Order(StringComparer.Ordinal)];
}
