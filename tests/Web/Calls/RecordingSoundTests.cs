using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Audit;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The sound of recordings by HTTP: its pieces, who gets it, what is written down.</summary>
public sealed class RecordingSoundTests : IAsyncLifetime
{
    private const string Sound = "/journal/1/recordings/1.wav";
    private const string Peaks = "/journal/1/recordings/1/peaks";

    private static readonly int Bytes = SampleRecording.Wav.Length;

    private WebTestServer _server = null!;

    private IReadOnlyList<AuditEntry> Noted => _server.Silo.Projects.Noted;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_whole_file_is_given_as_it_is()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        using var answer = await client.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(SampleRecording.Wav, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(0, 1)]
    [InlineData(44, 43 + 4_000)]
    [InlineData(300_000, 1_200_000)]
    [InlineData(null, 1_000)]
    public async Task A_piece_is_given_where_it_was_asked_for(int? from, int? to)
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        using var answer = await Ask(client, new RangeHeaderValue(from, to));
        var (first, last) = from is null ? (Bytes - to!.Value, Bytes - 1) : (from.Value, to ?? Bytes - 1);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes {first}-{last}/{Bytes}", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(SampleRecording.Wav[first..(last + 1)], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_piece_behind_the_end_is_refused()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        using var answer = await Ask(client, new RangeHeaderValue(Bytes, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_is_called_by_its_date_client_and_employee()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        using var answer = await client.GetAsync(Sound + "?download=1");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("2026-03-02 10-00-22 +380671112233 Олена Коваль.wav", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(SampleRecording.Wav.Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(
            (AuditKind.RecordingDownloaded, "1", "1"), (Assert.Single(Noted).Kind, Noted[0].Target, Noted[0].Detail));
    }

    [Theory]
    [InlineData("ivan@example.com", false)]
    [InlineData("taras@example.com", false)]
    [InlineData(SampleProject.Employee, true)]
    [InlineData(SampleProject.Supervisor, true)]
    [InlineData("admin", true)]
    public async Task Employees_hear_their_own_conversations_and_supervisors_everybodys(string who, bool hears)
    {
        using var client = await _server.SignedIn(who);
        foreach (var address in new[] { Sound, Peaks })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(hears ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(hears, (await client.GetStringAsync("/journal/1")).Contains("class=\"recording\"", StringComparison.Ordinal));
        Assert.Equal(hears ? 1 : 0, Noted.Count);
    }

    [Fact]
    public async Task An_analyst_hears_everybodys()
    {
        const string analyst = "taras@example.com";
        _server.With(document => document with
        {
            Employees = [.. document.Employees.Select(one => one.Email == analyst ? one with { Access = AccessLevel.Analyst } : one)],
        });
        using var client = await _server.SignedIn(analyst);
        using var answer = await client.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // Of the call that Olena handed on to Taras, each hears what he said himself.
    [Fact]
    public async Task Whoever_talked_in_one_conversation_of_a_call_does_not_hear_the_other()
    {
        var card = _server.Silo.History.Cards.Single(one => one.Record.Call == SampleRecording.Call);
        var (first, legs) = (card.Record.Conversations[0], card.Record.Legs);
        var handed = legs[2] with { Number = 3, Employee = new EmployeeId("taras"), Target = "taras" };
        _server.Silo.History.Cards.Remove(card);
        _server.Silo.History.Cards.Add(card with
        {
            Record = card.Record with
            {
                Legs = [.. legs, handed],
                Conversations = [first, first with { Number = 2, OtherLeg = 3, Employee = handed.Employee }],
            },
        });
        _server.Silo.History.Recorded[SampleRecording.Call] = [Recorded(1), Recorded(2)];
        _server.Silo.Recordings.Files[(SampleRecording.Call, 2)] = SampleRecording.Wav;

        foreach (var (who, own, other) in new[] { (SampleProject.Employee, 1, 2), ("taras@example.com", 2, 1) })
        {
            using var client = await _server.SignedIn(who);
            using var heard = await client.GetAsync($"/journal/1/recordings/{own}.wav");
            using var refused = await client.GetAsync($"/journal/1/recordings/{other}.wav");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (heard.StatusCode, refused.StatusCode));
            var page = await client.GetStringAsync("/journal/1");
            Assert.Contains($"recording-1-{own}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain($"recording-1-{other}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_supervisor_of_another_department_hears_nothing()
    {
        _server.With(document => document with
        {
            Departments =
            [
                .. document.Departments.Select(one =>
                    one with { Members = [.. one.Members.Where(member => member.Employee != "head")] }),
            ],
            Employees = [.. document.Employees.Select(one => one.Id == "head" ? one with { Supervises = ["support"] } : one)],
        });
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        using var answer = await client.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Strangers_and_keys_get_nothing()
    {
        using var nobody = _server.Nobody();
        using var key = await _server.WithKey(AccessLevel.Administrator);
        foreach (var client in new[] { nobody, key })
        {
            using var answer = await client.GetAsync(Sound);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Empty(Noted);
    }

    [Theory]
    [InlineData("/journal/2/recordings/1.wav")]
    [InlineData("/journal/99/recordings/1.wav")]
    [InlineData("/journal/1/recordings/2.wav")]
    [InlineData("/journal/1/recordings/2/peaks")]
    public async Task What_is_not_there_is_said_in_words(string address)
    {
        using var client = await _server.SignedIn("admin");
        client.DefaultRequestHeaders.Add("Accept-Language", "uk");
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.StartsWith("Немає запису розмови", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_sound_leaves_the_map_and_no_player()
    {
        _server.Silo.History.Recorded[SampleRecording.Call] = [Recorded(1) with { IsDeleted = true }];
        using var client = await _server.SignedIn("admin");
        var page = await client.GetStringAsync("/journal/1");
        Assert.Contains("The sound was deleted.", page, StringComparison.Ordinal);
        Assert.Contains("class=\"talk-map\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<audio", page, StringComparison.Ordinal);
        using var answer = await client.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_history_that_is_away_is_said()
    {
        _server.Silo.History.Away = true;
        using var client = await _server.SignedIn("admin");
        using var answer = await client.GetAsync(Sound);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith("The history cannot be reached", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jumping_about_is_one_entry_and_beginning_again_is_counted()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        foreach (var from in new[] { 0, 400_000, 100_000, 0, 2_000_000 })
            (await Ask(client, new RangeHeaderValue(from, from + 99))).Dispose();
        var actor = new AuditActor(ActorKind.Person, SampleProject.Supervisor, "head", AccessLevel.Supervisor, "127.0.0.1");
        Assert.Equal(new AuditEntry(AuditKind.RecordingPlayed, actor, "1", "1"), Assert.Single(Noted));

        await _server.Service<AuditLog>().NoteRepetitions(all: true);
        Assert.Equal([1, 1], Noted.Select(entry => entry.Times));
    }

    [Fact]
    public async Task Whoever_leaves_the_first_byte_out_is_noted_all_the_same()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        for (var i = 0; i < 3; i++) (await Ask(client, new RangeHeaderValue(1 + i, null))).Dispose();
        Assert.Equal(AuditKind.RecordingPlayed, Assert.Single(Noted).Kind);
    }

    [Fact]
    public async Task The_shape_of_the_sound_is_that_of_its_tones_and_no_entry()
    {
        using var client = await _server.SignedIn(SampleProject.Supervisor);
        var peaks = JsonSerializer.Deserialize<double[][]>(await client.GetStringAsync(Peaks))!;
        Assert.Equal([600, 600], peaks.Select(lane => lane.Length));
        Assert.Equal(1, peaks.Max(lane => lane.Max()));
        // Four columns a second: the client speaks from 14 s to 23 s, and nobody from 111 s to 112 s.
        Assert.All(peaks[0][57..91], peak => Assert.InRange(peak, 0.1, 1));
        Assert.All(peaks[1][57..87], peak => Assert.Equal(0, peak));
        Assert.All(peaks, lane => Assert.All(lane[445..448], peak => Assert.Equal(0, peak)));
        Assert.Empty(Noted);
    }

    private static RecordedConversation Recorded(int number) => new(number, SampleRecording.Record, false);

    private static async Task<HttpResponseMessage> Ask(HttpClient client, RangeHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Sound);
        request.Headers.Range = range;
        return await client.SendAsync(request);
    }
}
