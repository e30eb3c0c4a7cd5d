using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// Real phones (baresip) that play tones: each is heard at the other phone and in its own lane of the recording, and nowhere else.
/// </summary>
public sealed class SoundTests : IAsyncLifetime
{
    private const int ClientTone = 440;
    private const int EmployeeTone = 1_000;
    private const int MostGapMs = 40;
    private readonly CallCenterServer _server = new() { Options = ["--media-ports", "12000-12999"] };
    private readonly int _trunk = Ports.Free();

    public async ValueTask InitializeAsync()
    {
        await _server.Start();
        await _server.Publish(With((_trunk, Ports.Free()), Registering("maria", "104")) with
        {
            SipAccounts = [Account("maria")],
            Recording = new RecordingConfiguration(SharePercent: 100),
        });
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_tone_is_at_the_other_phone_and_in_its_own_lane_without_a_gap()
    {
        using var maria = new Baresip("maria", "secret-maria", _server.SipPort, tone: EmployeeTone);
        using var client = new Baresip("380672000001", "", _server.SipPort, tone: ClientTone, listens: _trunk);
        await Talk(client);
        var path = await _server.Recorded(seconds: 4);
        await client.HangUp();
        await Complete();

        var (left, right) = (new HeardAudio(path, lane: 0), new HeardAudio(path, lane: 1));
        Assert.InRange(left.Seconds, 3, 60);
        Assert.InRange(left.Share(ClientTone), 0.9, 1.01);
        Assert.InRange(left.Share(EmployeeTone), 0, 0.01);
        Assert.InRange(right.Share(EmployeeTone), 0.9, 1.01);
        Assert.InRange(right.Share(ClientTone), 0, 0.01);
        Assert.InRange(left.LongestGapMs(), 0, MostGapMs);
        Assert.InRange(right.LongestGapMs(), 0, MostGapMs);
        await Eventually.Holds(() => new HeardAudio(maria.Heard).Share(ClientTone) > 0.9, text: "the employee heard the client");
        await Eventually.Holds(() => new HeardAudio(client.Heard).Share(EmployeeTone) > 0.9, text: "the client heard the employee");
    }

    [Fact]
    public async Task Killed_in_the_conversation_the_sound_returns_and_the_file_goes_on()
    {
        using var maria = new Baresip("maria", "secret-maria", _server.SipPort, tone: EmployeeTone);
        using var client = new Baresip("380672000002", "", _server.SipPort, tone: ClientTone, listens: _trunk);
        await Talk(client);
        var path = await _server.Recorded(seconds: 2);
        await _server.Kill();
        var before = new HeardAudio(path).Seconds;
        Assert.InRange(new HeardAudio(path, lane: 0).Share(ClientTone), 0.9, 1.01);
        await _server.Start();
        await _server.Recorded(seconds: before + 4);
        await client.HangUp();
        await Complete();

        var (left, right) = (new HeardAudio(path, lane: 0), new HeardAudio(path, lane: 1));
        Assert.InRange(left.Share(ClientTone), 0.9, 1.01);
        Assert.InRange(right.Share(EmployeeTone), 0.9, 1.01);
        Assert.InRange(left.Seconds, before + 3, 120);
    }

    [Fact]
    public async Task An_encrypted_phone_talks_with_one_in_clear_and_goes_on_after_a_kill()
    {
        using var maria = new Baresip("maria", "secret-maria", _server.SipPort, tone: EmployeeTone);
        using var client = new Baresip("380672000003", "", _server.SipPort, tone: ClientTone, listens: _trunk, encrypts: true);
        await Talk(client);
        var path = await _server.Recorded(seconds: 2);
        await _server.Kill();
        var before = new HeardAudio(path).Seconds;
        await _server.Start();
        await _server.Recorded(seconds: before + 4);
        await client.HangUp();
        await Complete();

        Assert.Contains(" RTP/SAVP ", client.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" RTP/AVP ", client.Output, StringComparison.Ordinal);
        var (left, right) = (new HeardAudio(path, lane: 0), new HeardAudio(path, lane: 1));
        Assert.InRange(left.Share(ClientTone), 0.9, 1.01);
        Assert.InRange(right.Share(EmployeeTone), 0.9, 1.01);
        Assert.InRange(left.SecondsOf(ClientTone), before + 1, 120);
        await Eventually.Holds(() => new HeardAudio(maria.Heard).Share(ClientTone) > 0.9, text: "the employee heard the client");
        await Eventually.Holds(() => new HeardAudio(client.Heard).Share(EmployeeTone) > 0.9, text: "the client heard the employee");
        await Eventually.Holds(
            () => new HeardAudio(client.Heard).SecondsOf(EmployeeTone) > before + 1, text: "the client heard him after the kill as well");
    }

    private async Task Talk(Baresip client)
    {
        await Eventually.Holds(async () => (await _server.Board()).Employees.Single().Reachable, text: "maria's phone is registered");
        await client.Dial($"sip:{Number}@127.0.0.1:{_server.SipPort}");
        await Eventually.Holds(
            async () => (await _server.Board()).Calls.Any(call => call.Stage == CallStage.Talking), text: "they talk");
    }

    private Task Complete() => Eventually.Holds(
        () => !Directory.EnumerateFiles(Path.Combine(_server.Data, "recordings", "main", "open")).Any(), text: "the recording is complete");
}
