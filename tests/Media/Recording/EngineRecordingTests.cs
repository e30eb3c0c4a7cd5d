using CallCenter.Media.Codecs;
using CallCenter.Media.Recording;
using CallCenter.Media.Tests.Engine;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Recording;

/// <summary>From a phone's socket into the file.</summary>
public sealed class EngineRecordingTests
{
    [Fact]
    public async Task A_bridge_is_recorded_with_each_phone_in_its_channel_also_after_another_one_took_its_place()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "call.wav");
        var heard = new HeardRecordings();
        using var thread = new RecordingThread(heard);
        thread.Start();
        using var studio = new Studio();
        using var alice = new Phone();
        using var bob = new Phone { Ssrc = 0x2000 };
        using var carol = new Phone { Ssrc = 0x3000 };
        var (a, b, c) = (studio.Open(alice), studio.Open(bob), studio.Open(carol));
        studio.Engine.Bridge(a, b);
        var recording = studio.Engine.Record(a, b, new RecordingSetup(5, path), thread);

        alice.Say(a.LocalEndPoint, G711.EncodeA(1_000));
        bob.Say(b.LocalEndPoint, G711.EncodeA(2_000));
        Assert.Equal(G711.EncodeA(1_000), bob.Hear().Payload[0]);
        await studio.Settle();
        studio.Engine.Bridge(a, c);
        studio.Engine.Retap(recording, RecordingSide.Right, c);
        carol.Say(c.LocalEndPoint, G711.EncodeA(4_000));
        bob.Say(b.LocalEndPoint, G711.EncodeA(8_000));
        await studio.Settle();

        // Written while it goes on, without anybody ending it.
        await Eventually.Holds(() => new FileInfo(path) is { Exists: true, Length: > WaveFile.HeaderBytes + (320 * WaveFile.FrameBytes) });
        studio.Engine.EndRecording(recording);
        await Eventually.Holds(() => !heard.Results.IsEmpty);

        Assert.Equal(5, heard.Results.Single().Setup.Key);
        using var file = WaveFile.Open(path);
        var frames = new short[file.Frames * 2];
        file.Read(0, frames);
        short Heard(int value) => G711.DecodeA(G711.EncodeA((short)value));
        Assert.Equal([0, Heard(1_000)], frames.Where((_, i) => i % 2 == 0).Distinct().Order().ToArray());
        Assert.Equal([0, Heard(2_000), Heard(4_000)], frames.Where((_, i) => i % 2 == 1).Distinct().Order().ToArray());
        Assert.Equal(160, frames.Count(sample => sample == Heard(1_000)));
    }
}
