using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Media.Codecs;
using CallCenter.Media.Recording;
using CallCenter.Silo.Media.Recordings;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Conversations that are recorded, because the project wants all of them.</summary>
public sealed class RecordedCallTests : AudioCalls
{
    // The number says nothing of media: what is recorded goes through us by itself.
    private protected override Task<MortalSilo> Start() => MortalSilo.Start(
        recording: new RecordingConfiguration(SharePercent: 100, PauseKeys: "*8"));

    [Fact]
    public async Task TheClient_is_left_theEmployee_right_and_the_record_says_so()
    {
        var (call, ring) = await Talk();
        Speak();
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Happened<ConversationRecorded>();
        var recorded = Assert.Single(Mortal.Silo.Events<ConversationRecorded>());
        Assert.True(Assert.Single(Assert.Single(await Mortal.Records()).Conversations).IsRecorded);
        var path = Assert.IsType<string>(Folder.Find(SiloUnderTest.Project, recorded.Call, recorded.Conversation));
        Assert.True(RecordingFolder.IsTold(path));
        Assert.Equal(new FileInfo(path).Length, recorded.Recording.Bytes);
        var (left, right) = Levels(path);
        Assert.Equal((Decoded(0x11), Decoded(0x22)), (left, right));
    }

    [Fact]
    public async Task Encrypted_voices_are_in_the_file_as_they_were_said()
    {
        Client.Encrypt();
        var (call, ring) = await Talk();
        Speak();
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Happened<ConversationRecorded>();
        var id = Assert.Single(Mortal.Silo.Events<CallArrived>()).Call;
        Assert.Equal((Decoded(0x11), Decoded(0x22)), Levels(Folder.Find(SiloUnderTest.Project, id, 1)!));
    }

    [Fact]
    public async Task A_pause_is_silence_in_the_file()
    {
        var (call, ring) = await Talk();
        var id = Assert.Single(Mortal.Silo.Events<CallArrived>()).Call;
        await Mortal.Silo.Projects.Send(SiloUnderTest.Project, new PauseRecording(id, true, "anna"));
        await Mortal.Happened<RecordingPaused>();
        Speak();
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Happened<ConversationRecorded>();
        Assert.Equal((0, 0), Levels(Folder.Find(SiloUnderTest.Project, id, 1)!));
    }

    [Fact]
    public async Task Keys_of_the_employee_pause_it_and_let_it_go_on_and_those_of_the_client_do_not()
    {
        var (call, ring) = await Talk();
        Speak();
        Press(Client);
        Press(Employee);
        await Mortal.Happened<RecordingPaused>();
        Press(Employee);
        await Mortal.Happened<RecordingPaused>(2);
        Assert.Equal([true, false], Mortal.Silo.Events<RecordingPaused>().Select(static paused => paused.IsPaused));
        Assert.Equal(2, Mortal.Silo.Events<AuditNoted>().Count(static noted => noted.Entry.Target == "1"));
        await call.HangUp();
        await ring.HungUp();

        static void Press(AudioPhone phone)
        {
            phone.Presses('*');
            phone.Presses('8');
        }
    }

    [Fact]
    public async Task Killed_in_the_conversation_it_goes_on_in_the_same_file()
    {
        var (call, ring) = await Talk();
        Speak();
        var path = await Written();
        await Mortal.Restart();
        var (before, _) = Levels(path);
        Assert.Equal(Decoded(0x11), before);
        Client.SaysTo(Employee, 0x33);
        await call.HangUp();
        await ring.HungUp();
        await Mortal.Happened<ConversationRecorded>();
        var recording = Assert.Single(Mortal.Silo.Events<ConversationRecorded>()).Recording;
        Assert.InRange(recording.DurationMs, 2_000, 30_000);
        using var file = WaveFile.Open(path);
        Assert.Contains(Decoded(0x33), Samples(file, side: 0));
    }

    [Fact]
    public async Task Killed_before_the_end_was_told_it_is_told_by_the_next_start()
    {
        var (_, ring) = await Talk();
        Speak();
        var path = await Written();
        await Mortal.Restart(awaySeconds: 200);
        await ring.HangUp();
        await Mortal.Happened<ConversationRecorded>();
        // As if the process had died after the call's end was written and before this was.
        RecordingFolder.Begin(path, 1);
        await Mortal.Restart();
        await Mortal.Happened<ConversationRecorded>(2);
        await Eventually.Holds(() => RecordingFolder.IsTold(path));
    }

    private RecordingFolder Folder => Host.Recordings.Folder;

    private void Speak()
    {
        for (var i = 0; i < 10; i++)
        {
            Client.SaysTo(Employee, 0x11);
            Employee.SaysTo(Client, 0x22);
        }
    }

    /// <summary>The file once something is in it.</summary>
    private async Task<string> Written()
    {
        string? path = null;
        await Eventually.Holds(() =>
            (path = Folder.Find(SiloUnderTest.Project, Assert.Single(Mortal.Silo.Events<CallArrived>()).Call, 1)) is not null
            && new FileInfo(path).Length > 8_000);
        return path!;
    }

    /// <summary>What sounds most in each lane, silence aside.</summary>
    private static (int Left, int Right) Levels(string path)
    {
        using var file = WaveFile.Open(path);
        return (Loudest(Samples(file, 0)), Loudest(Samples(file, 1)));
    }

    private static List<int> Samples(WaveFile file, int side)
    {
        var samples = new short[(int)file.Frames * 2];
        file.Read(0, samples);
        return [.. samples.Where((_, index) => index % 2 == side).Select(static sample => (int)sample)];
    }

    private static int Loudest(List<int> samples) =>
        samples.Where(sample => Math.Abs(sample) > 16).GroupBy(sample => sample).MaxBy(group => group.Count())?.Key ?? 0;

    private static int Decoded(byte code)
    {
        var sample = new short[1];
        G711.Decode(G711Law.A, [code], sample);
        return sample[0];
    }
}
