using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

/// <summary>Whatever happened to the files of a long journal, a start says where, and changes nothing.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public JournalDamageTests()
    {
        using var journal = Open();
        journal.WriteTurns(Turns.Main, 1, 40);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_flipped_byte_of_a_segment_in_the_middle_is_an_error_that_names_this_file()
    {
        var second = Segments()[1];
        var whole = File.ReadAllBytes(second);

        for (var offset = 0; offset < whole.Length; offset++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[offset] ^= 0x40;
            File.WriteAllBytes(second, damaged);
            var found = Assert.Throws<JournalDamagedException>(() => Open());
            Assert.Equal(second, found.File);
            Assert.InRange(found.Offset, 0, offset + 24);
            Assert.Equal(damaged, File.ReadAllBytes(second));
        }
    }

    [Fact]
    public void A_segment_that_was_cut_is_named_with_the_place_or_by_the_one_after_it()
    {
        var (second, third) = (Segments()[1], Segments()[2]);
        var whole = File.ReadAllBytes(second);

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(second, whole[..length]);
            var found = Assert.Throws<JournalDamagedException>(() => Open());
            if (found.File == second)
            {
                Assert.InRange(found.Offset, 0, length);
            }
            else
            {
                Assert.Equal((third, 24L), (found.File, found.Offset)); // cut between two records
            }
        }
    }

    [Fact]
    public void A_missing_segment_in_the_middle_is_named_by_the_one_after_it()
    {
        File.Delete(Segments()[1]);

        var found = Assert.Throws<JournalDamagedException>(() => Open());

        Assert.Equal((Segments()[1], 24L), (found.File, found.Offset));
    }

    [Fact]
    public void A_missing_newest_segment_is_named_and_can_be_given_up_as_the_message_says()
    {
        var newest = Segments()[^1];
        File.Delete(newest);

        var found = Assert.Throws<JournalDamagedException>(() => Open());

        Assert.Equal((newest, 0L), (found.File, found.Offset));
        File.WriteAllBytes(newest, []);
        using var again = Open();
        var last = again.Reader.LastSequence(Turns.Main);
        Assert.InRange(last, 60, 79);
        again.WriteTurns(Turns.Main, ((int)last / 2) + 1, 50);
        Assert.Equal(Turns.FirstSequences(1, 50), again.Sequences(Turns.Main));
    }

    [Fact]
    public void All_segments_missing_is_not_taken_for_a_new_journal()
    {
        foreach (var segment in Segments())
        {
            File.Delete(segment);
        }

        Assert.Contains("missing", Assert.Throws<JournalDamagedException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_of_two_journals_in_one_folder_are_an_error()
    {
        using var other = new TemporaryFolder();
        using (var journal = Open(other.Path))
        {
            journal.WriteTurns(Turns.Main, 1, 40);
        }
        File.Copy(Segments()[1].Replace(_folder.Path, other.Path, StringComparison.Ordinal), Segments()[1], overwrite: true);

        var found = Assert.Throws<JournalDamagedException>(() => Open());

        Assert.Equal((Segments()[1], 8L), (found.File, found.Offset));
    }

    private JournalFolder Open() => Open(_folder.Path);

    private static JournalFolder Open(string folder) => JournalFolder.Open(new JournalOptions(folder) { SegmentBytes = 300 });

    private string[] Segments() => [.. Directory.GetFiles(_folder.Path, "*.journal").Order(StringComparer.Ordinal)];
}
