using System.Net;
using System.Net.Sockets;
using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A phone, or a trunk, is gone in the middle of a conversation without a word.</summary>
public sealed class DeadPeerTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;
    private TestPhone _employee = null!;
    private TestPhone _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _client = new TestPhone(_silo.Sip, "+380501112233");
        _employee = new TestPhone(_silo.Sip, "one");
        _anna = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(Document());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _employee.Dispose();
        _anna.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_conversation_with_a_phone_that_died_ends_within_half_a_minute_and_the_silence_is_no_talk_time()
    {
        var (call, _) = await Talk();
        _employee.SaysItLivesWith = 0;
        _silo.Leap(TimeSpan.FromSeconds(13));
        var probe = await _employee.Expect(SipMethod.Options);
        Assert.True(probe.MaxForwards > 0 && !probe.ToTag.IsEmpty);
        await Eventually.Holds(() => _client.Probes == 1);
        await call.Settled();
        _silo.Leap(TimeSpan.FromSeconds(16));
        await call.HungUp();
        var record = await _silo.Record();
        Assert.Equal((CallOutcome.Answered, LegEnd.Broken), (record.Outcome, record.Legs[1].End));
        Assert.InRange(record.TalkMs, 0, 8_000);
        Assert.Equal(0, _silo.Counters.CallsLive);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(501)]
    [InlineData(403)]
    [InlineData(407)]
    public async Task Whoever_answers_anything_lives(int status)
    {
        var (call, ring) = await Talk();
        _employee.SaysItLivesWith = status;
        for (var i = 1; i <= 4; i++)
        {
            _silo.Leap(TimeSpan.FromSeconds(13));
            await Eventually.Holds(() => _employee.Probes == i && _client.Probes == i);
            await call.Settled();
        }

        await ring.HangUp();
        await call.HungUp();
        Assert.InRange((await _silo.Record()).TalkMs, 52_000, 60_000);
    }

    [Fact]
    public async Task A_phone_that_does_not_know_the_dialog_any_more_is_gone_at_once()
    {
        var (_, ring) = await Talk();
        _client.SaysItLivesWith = 481;
        _silo.Leap(TimeSpan.FromSeconds(13));
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal(LegEnd.Broken, record.Legs[0].End);
        Assert.InRange(record.TalkMs, 0, 8_000);
    }

    [Fact]
    public async Task Who_says_something_within_the_time_is_not_asked()
    {
        var (call, ring) = await Talk();
        for (var i = 0; i < 3; i++)
        {
            _silo.Leap(TimeSpan.FromSeconds(7));
            await call.Settled();
            await ring.Settled();
        }

        Assert.Equal((0, 0), (_client.Probes, _employee.Probes));
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task Nobody_is_asked_where_the_project_does_not_want_it()
    {
        await _silo.Publish(Document() with { Dialogs = new DialogConfiguration(ProbeSeconds: 0) });
        var (call, ring) = await Talk();
        _silo.Leap(TimeSpan.FromSeconds(100));
        await call.Settled();
        Assert.Equal((0, 0), (_client.Probes, _employee.Probes));
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_phone_that_registers_anew_is_asked_at_once_and_one_that_only_refreshes_is_not()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        _employee.SaysItLivesWith = 0;
        var call = await Registration.Call(_anna, "101");
        var ring = await TestCall.Ring(_employee);
        await _anna.Expect(180);
        await ring.Take();
        await call.Answered();
        await call.Settled();
        Assert.Equal(0, _anna.Probes);

        _anna.SaysItLivesWith = 481;
        await Registration.Register(_anna, SiloUnderTest.Password);
        await ring.HungUp();
        Assert.Equal(LegEnd.Broken, (await _silo.Record()).Legs[0].End);
    }

    [Fact]
    public async Task A_trunk_whose_connection_closed_is_asked_where_it_listens_and_is_gone_where_nobody_does()
    {
        await _silo.Publish(SampleConfiguration.Of("127.0.0.1", [_employee.Uri]));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_silo.Sip);
            await TalkOver(client, listener.LocalEndpoint.ToString()!);
            client.Client.Close(0);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var stop = new CancellationTokenSource();
        var leaping = Task.Run(() => LeapUntil(stop.Token), CancellationToken.None);
        using var again = await listener.AcceptTcpClientAsync(limit.Token);
        Assert.Contains("OPTIONS sip:client@", await StreamText.ReadUntil(again.GetStream(), "OPTIONS"));
        again.Close();
        listener.Stop();
        await _employee.Expect(SipMethod.Bye);
        await stop.CancelAsync();
        await leaping;
        Assert.Equal(LegEnd.Broken, (await _silo.Record()).Legs[0].End);
    }

    [Fact]
    public async Task The_session_interval_is_the_projects()
    {
        await _silo.Publish(Document() with { Dialogs = new DialogConfiguration(SessionIntervalSeconds: 120) });
        var call = TestCall.Make(_client, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_employee);
        Assert.Equal(120u, ring.Invite!.SessionExpires!.Value.Seconds);
        await _client.Expect(180);
        await ring.Take();
        Assert.Equal(120u, (await call.Answered()).SessionExpires!.Value.Seconds);
        await call.HangUp();
        await ring.HungUp();
    }

    private ProjectConfiguration Document() => SampleConfiguration.Of(_client.SentBy, [_employee.Uri], ["anna"]);

    private async Task<(TestCall Call, TestCall Ring)> Talk()
    {
        var (call, ring) = await TestCall.Talk(_client, _employee);
        await call.Settled();
        return (call, ring);
    }

    /// <summary>Somebody calls over a connection, and talks.</summary>
    private async Task TalkOver(TcpClient client, string listensAt)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(Message("INVITE", listensAt, null));
        var ring = await TestCall.Ring(_employee);
        Assert.Contains("180 Ringing", await StreamText.ReadUntil(stream, "\r\n\r\n"));
        await ring.Take();
        var answer = await StreamText.ReadUntil(stream, "a=sendrecv");
        await stream.WriteAsync(Message("ACK", listensAt, answer.Split(";tag=")[2].Split("\r\n")[0]));
        await Eventually.Holds(() => _silo.Events<ConversationBegan>().Count == 1);
        await stream.WriteAsync(StreamText.Options("TCP", listensAt, 7));
        Assert.Contains("CSeq: 7 OPTIONS", await StreamText.ReadUntil(stream, "OPTIONS\r\n"));
    }

    private async Task LeapUntil(CancellationToken stop)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!stop.IsCancellationRequested)
        {
            _silo.Leap(TimeSpan.FromMilliseconds(500));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static byte[] Message(string method, string sentBy, string? toTag)
    {
        var body = method == "INVITE" ? Encoding.ASCII.GetString(SdpWriter.Audio("127.0.0.1", 4000, 1, 1, SdpDirection.SendRecv)) : "";
        return Encoding.ASCII.GetBytes(
            $"{method} sip:{SampleConfiguration.Number}@127.0.0.1;transport=tcp SIP/2.0\r\n"
            + $"Via: SIP/2.0/TCP {sentBy};branch=z9hG4bK{method}\r\nMax-Forwards: 70\r\nFrom: <sip:+380501112233@127.0.0.1>;tag=1\r\n"
            + $"To: <sip:{SampleConfiguration.Number}@127.0.0.1>" + (toTag is null ? "" : $";tag={toTag}")
            + $"\r\nCall-ID: tcp-call\r\nCSeq: 1 {method}\r\nContact: <sip:client@{sentBy};transport=tcp>\r\n"
            + $"Content-Type: application/sdp\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
