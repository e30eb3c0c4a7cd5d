using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using CallCenter.Load.Results;
using CallCenter.Load.Results.Board;
using CallCenter.Load.Results.History;
using CallCenter.Load.Server;
using CallCenter.Load.Tests.Server;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Results;

public sealed class BoardTests
{
    private const string Delta =
        """{"type":1,"target":"delta","arguments":[{"from":7,"to":9,"takenAt":"2026-03-01T08:15:30.250Z","""
        + """ "oldestChangeAt":"2026-03-01T08:15:30.200Z","departments":[{"id":"from"}]}]}""";

    private static readonly long Oldest = new DateTimeOffset(2026, 3, 1, 8, 15, 30, 200, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    [Theory]
    [InlineData("{}", nameof(HubMessageKind.Other))]
    [InlineData("""{"type":6}""", nameof(HubMessageKind.Other))]
    [InlineData("""{"type":1,"target":"snapshot","arguments":[{"sequence":12,"board":{"employees":[""", nameof(HubMessageKind.Snapshot))]
    [InlineData("""{"type":1,"target":"delta","arguments":[{"from":"x"}]}""", nameof(HubMessageKind.Unreadable))]
    [InlineData("""{"type":1,"target":"delta","arguments":[{"from":1,"to":2}]}""", nameof(HubMessageKind.Unreadable))]
    [InlineData("nonsense", nameof(HubMessageKind.Unreadable))]
    public void The_beginning_of_a_message_tells_what_it_is(string head, string kind)
    {
        var message = HubMessage.Read(Encoding.UTF8.GetBytes(head));
        Assert.Equal(kind, message.Kind.ToString());
        Assert.Equal(message.Kind == HubMessageKind.Snapshot ? 12 : -1, message.To);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Messages_are_cut_wherever_the_network_cuts_them(int pieceBytes)
    {
        var snapshot = """{"type":1,"target":"snapshot","arguments":[{"sequence":7,"board":{"x":" """ + new string('x', 5_000) + "\"}}]}";
        string[] sent = ["{}", snapshot, Delta, """{"type":6}""", Delta];
        var bytes = Encoding.UTF8.GetBytes(string.Concat(sent.Select(text => text + '\u001e')));
        var messages = new List<HubMessage>();
        var heads = new HubMessageHeads(messages.Add);
        foreach (var piece in bytes.Chunk(pieceBytes)) heads.Take(piece);
        var delta = new HubMessage(HubMessageKind.Delta, 7, 9, Oldest);
        Assert.Equal(
            [
                new HubMessage(HubMessageKind.Other, -1, -1, 0), new HubMessage(HubMessageKind.Snapshot, -1, 7, 0), delta,
                new HubMessage(HubMessageKind.Other, -1, -1, 0), delta,
            ],
            messages);
    }

    /// <summary>Against the real server: its hub's messages and its call list are as the followers and the comparison expect.</summary>
    [Fact]
    public async Task Followers_measure_a_real_board_and_a_real_history_is_compared()
    {
        await using var server = await OwnServer.Start(OwnServers.Plan(FreePorts.Next(), FreePorts.Next()), default);
        using var http = OwnServers.Client(server);
        await using var followers = await ForeignWallboards.Start(new BoardPlace(server.Http, server.ApiKey), 25, NowMicros);
        followers.Measure(new RunWindow(NowMicros(), TimeSpan.Zero, TimeSpan.FromHours(1)));
        for (var i = 0; i < 4; i++)
        {
            using var answer = await http.PutAsJsonAsync(
                "/api/v1/employees/e1/availability", new { availability = i % 2 == 0 ? "signedOut" : "ready" });
            Assert.True(answer.IsSuccessStatusCode);
            await Eventually.Holds(() => followers.Messages >= 25 * (i + 1));
        }

        var board = await followers.Stop();
        Assert.Equal((25, 0, 0, 0), (board.Followers, board.Gaps, board.Unreadable, board.Broken));
        Assert.InRange(board.Delay.P99, 0, 5_000);
        Assert.Equal(board.Messages, board.Delay.Count);

        var run = new SampleRun();
        var check = new HistoryCheck(server.Http, server.ApiKey, _ => { });
        Assert.True((await check.Compare(run.Recorder.Calls, HistoryCheck.UsualTolerance, default)).IsSame);
        run.With(run.Answered(1));
        var missing = await check.Compare(run.Recorder.Calls, HistoryCheck.UsualTolerance, default);
        Assert.Equal((null, 1, 0), (missing.Problem, missing.Missing, missing.Records));
    }

    [Fact]
    public async Task A_key_that_is_none_is_told_at_once()
    {
        await using var server = await OwnServer.Start(OwnServers.Plan(FreePorts.Next(), FreePorts.Next()), default);
        await Assert.ThrowsAsync<WebSocketException>(() =>
            ForeignWallboards.Start(new BoardPlace(server.Http, "key-unknown"), 1, NowMicros));
        var check = new HistoryCheck(server.Http, "key-unknown", _ => { });
        var result = await check.Compare(new CallLedger(), HistoryCheck.UsualTolerance, default);
        Assert.False(result.IsSame);
        Assert.Contains("401", result.Problem, StringComparison.Ordinal);
    }

    private static long NowMicros() => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
