using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>Recordings, and how the audio of legs went, from the journal into PostgreSQL and back.</summary>
public sealed class RecordingTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private static readonly RecordingRecord Recording = new(
        SampleDay.Begin, 27_132, 868_280, 8_392, 40, new RecordedSide(8_000, 3_020, 5_220, 1, [new(3_020, 5_220), new(14_080, 1_340)]),
        new RecordedSide(0, null, 0, 0, []));

    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task A_recording_comes_back_as_it_was_told_of_also_where_it_was_told_twice_or_deleted()
    {
        var (call, other) = (new CallId(7), new CallId(8));
        Happen(new ConversationRecorded(call, 1, Recording with { Bytes = 44 }));
        Happen(new ConversationRecorded(call, 1, Recording));
        Happen(new ConversationRecorded(call, 2, Recording));
        Happen(new RecordingDeleted(call, 2));
        await using var service = StartService(_journal);
        await Shipped(service);

        var found = await service.Reader.Recordings(SampleDay.Project, call);
        Assert.Equal([(1, false), (2, true)], found.Select(one => (one.Conversation, one.IsDeleted)));
        Assert.All(found, one => Assert.Equivalent(Recording, one.Recording, strict: true));
        Assert.Empty(await service.Reader.Recordings(SampleDay.Project, other));
    }

    [Fact]
    public async Task A_card_has_how_the_audio_of_its_legs_went()
    {
        var day = new SampleDay(4).Write(_journal, 50);
        var call = day.Records[0].Call;
        var measured = new LegQualityRecord(1_354, 2, 8_500, null, 441, 1_357, 0, 11_250, null);
        Happen(new LegMeasured(new LegId(call, 1), measured));
        await using var service = StartService(_journal);
        await Shipped(service);

        var quality = Assert.Single((await service.Reader.Call(SampleDay.Project, call))!.Quality);
        Assert.Equal((1, measured), (quality.Leg, quality.Quality));
    }

    private void Happen(ProjectEvent happened) => _journal.Append(SampleDay.Project, SampleDay.Begin + 86_000_000, happened);
}
