using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;
using CallCenter.Web.Tests.Live;

namespace CallCenter.Web.Tests.Board;

public sealed class BoardRenderingTests
{
    private readonly RenderedBoard _rendered = new();
    private readonly BoardSnapshot _board = SampleProject.Board(SampleProject.Configuration);

    [Fact]
    public async Task Every_fragment_is_one_element_with_its_key()
    {
        var (picture, html) = await _rendered.Of(_board);

        Assert.All(picture.Sections.SelectMany(section => section.Fragments), fragment =>
        {
            Assert.StartsWith("<", html[fragment.Key], StringComparison.Ordinal);
            Assert.Contains($"data-key=\"{fragment.Key}\"", html[fragment.Key], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_state_is_an_icon_and_a_word_and_not_a_colour_alone()
    {
        var (_, html) = await _rendered.Of(_board);

        Assert.Contains("#player-pause", html["p-taras"], StringComparison.Ordinal);
        Assert.Contains("Not ready: lunch", html["p-taras"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "On hold")]
    [InlineData(Language.Ukrainian, "На утриманні")]
    [InlineData(Language.Russian, "На удержании")]
    public async Task A_call_on_hold_is_shown_as_such_on_its_line_and_on_the_line_of_who_talks(Language language, string words)
    {
        var (_, html) = await _rendered.Of(
            _board with
            {
                Calls = [_board.Calls[0] with { Stage = CallStage.OnHold }],
                Employees =
                [
                    .. _board.Employees.Select(line => line.Id.Value == "olena" ? line with { OnHoldSince = SampleProject.Start } : line),
                ],
            },
            language);

        Assert.Contains(words, html[$"c-{_board.Calls[0].Id}"], StringComparison.Ordinal);
        Assert.Contains(words, html["p-olena"], StringComparison.Ordinal);
        Assert.DoesNotContain(words, html["p-ivan"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallStage.Announced, "#volume", "Оголошення")]
    [InlineData(CallStage.InMenu, "#list-details", "У меню")]
    [InlineData(CallStage.LeavingMessage, "#record-mail", "Лишає повідомлення")]
    [InlineData(CallStage.Rating, "#star", "Оцінює")]
    public async Task A_caller_alone_with_us_is_shown_as_such(CallStage stage, string icon, string words)
    {
        var (_, html) = await _rendered.Of(_board with { Calls = [_board.Calls[0] with { Stage = stage, With = [] }] }, Language.Ukrainian);

        Assert.Contains(icon, html["c-7"], StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(html["c-7"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallStage.InMenu, true)]
    [InlineData(CallStage.Announced, true)]
    [InlineData(CallStage.LeavingMessage, false)]
    [InlineData(CallStage.Rating, false)]
    public async Task Who_is_on_his_way_to_somebody_stands_before_those_who_are_not(CallStage stage, bool isFirst)
    {
        var (picture, _) = await _rendered.Of(
            _board with { Calls = [_board.Calls[0], _board.Calls[1] with { Id = new CallId(9), Stage = stage }] });

        Assert.Equal(isFirst ? ["c-9", "c-7"] : ["c-7", "c-9"], Keys(picture, "calls"));
    }

    [Theory]
    [InlineData(Language.English, "Number withheld")]
    [InlineData(Language.Ukrainian, "Номер приховано")]
    [InlineData(Language.Russian, "Номер скрыт")]
    public async Task A_caller_without_a_number_is_said_to_withhold_it(Language language, string words)
    {
        var call = _board.Calls[0] with { ClientNumber = "", ClientName = null };
        var (_, html) = await _rendered.Of(
            _board with { Calls = [call], Employees = [.. _board.Employees.Select(person => person with { Client = "" })] }, language);

        Assert.Contains(words, html[$"c-{call.Id}"], StringComparison.Ordinal);
        Assert.Contains(words, html["p-taras"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 24, "#arrow-up", "+20%", "yesterday 10", "#arrow-down", "−50%", "a week ago 24")]
    [InlineData(12, 0, "#arrow-right", "+0%", "yesterday 12", "#arrow-up", "", "a week ago 0")]
    public async Task The_day_stands_beside_the_same_hours_of_yesterday_and_of_last_week(
        int yesterday, int lastWeek, string arrow, string share, string words, string arrowThen, string shareThen, string wordsThen)
    {
        _rendered.Earlier = new EarlierDays(new(0, 1, yesterday, 0, 0, 0), new(0, 1, lastWeek, 0, 0, 0));

        var (_, html) = await _rendered.Of(_board);

        foreach (var part in new[] { arrow, share, words, arrowThen, shareThen, wordsThen })
            Assert.Contains(part, WebUtility.HtmlDecode(html["h-day"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_earlier_days_and_for_some_departments_nothing_is_compared()
    {
        Assert.DoesNotContain("yesterday", (await _rendered.Of(_board)).Html["h-day"], StringComparison.Ordinal);

        _rendered.Earlier = new EarlierDays(new(0, 1, 10, 0, 0, 0), new(0, 1, 24, 0, 0, 0));
        var sales = await _rendered.Of(_board, filter: "?department=sales");
        Assert.DoesNotContain("yesterday", sales.Html["h-day"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_known_is_a_dash()
    {
        var (_, html) = await _rendered.Of(_board with
        {
            Departments =
            [
                _board.Departments[0] with
                {
                    ServiceLevelLive = null, ServiceLevelToday = null, AverageSpeedOfAnswerMs = null, LongestWaitSince = null,
                },
            ],
        });

        Assert.DoesNotContain("%</span>", html["d-sales"], StringComparison.Ordinal);
        Assert.Equal(4, html["d-sales"].Split('—').Length - 1);
    }

    [Fact]
    public async Task One_changed_row_costs_one_rendering()
    {
        await _rendered.Of(_board);
        _rendered.Renderer.ForgetUnused();
        var before = _rendered.Renderer.RenderedCount;

        await _rendered.Of(_board with
        {
            TakenAt = _board.TakenAt + 5_000,
            Employees = [.. _board.Employees.Select(line => line.Id.Value == "olena" ? line with { CallsToday = 4 } : line)],
        });

        Assert.Equal(before + 1, _rendered.Renderer.RenderedCount);
    }

    [Fact]
    public async Task Filters_of_one_language_share_what_is_rendered()
    {
        await _rendered.Of(_board);
        var before = _rendered.Renderer.RenderedCount;

        await _rendered.Of(_board, filter: "?sort=name");

        Assert.Equal(before, _rendered.Renderer.RenderedCount);
    }

    [Fact]
    public async Task Names_of_clients_are_encoded()
    {
        var call = _board.Calls[0] with { ClientName = "<script>alert(1)</script>" };

        var (_, html) = await _rendered.Of(_board with { Calls = [call] });

        Assert.DoesNotContain("<script>", html[$"c-{call.Id}"], StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html[$"c-{call.Id}"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_are_signed_out_show_only_when_asked_for()
    {
        var (shown, _) = await _rendered.Of(_board);
        var (all, _) = await _rendered.Of(_board, filter: "?state=all");

        Assert.DoesNotContain("p-head", Keys(shown, "people"));
        Assert.Contains("p-head", Keys(all, "people"));
    }

    [Fact]
    public async Task A_department_filter_holds_for_tiles_calls_and_people()
    {
        var (picture, _) = await _rendered.Of(_board, filter: "?department=support");

        Assert.Equal(["d-support"], Keys(picture, "departments"));
        Assert.Equal(["n-NoCalls"], Keys(picture, "calls"));
        Assert.Equal(["p-oksana", "p-taras"], Keys(picture, "people"));
    }

    [Fact]
    public async Task Waiting_calls_stand_before_those_being_talked_on()
    {
        var (picture, _) = await _rendered.Of(_board);

        Assert.Equal(["c-8", "c-7"], Keys(picture, "calls"));
    }

    [Fact]
    public async Task Ten_thousand_live_calls_stay_a_short_page()
    {
        var calls = Enumerable.Range(1, 10_000)
            .Select(id => _board.Calls[1] with { Id = new CallId(id), ArrivedAt = SampleProject.Start + id, Stage = CallStage.Waiting });

        var (picture, html) = await _rendered.Of(_board with { Calls = [.. calls] }, Language.Ukrainian);

        Assert.Equal(BoardRegion.MostCalls + 1, Keys(picture, "calls").Count);
        Assert.Contains("9\u00a0900 дзвінків не показано", WebUtility.HtmlDecode(html["n-MoreCalls"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?sort=NAME&department=&state=", "?sort=name")]
    [InlineData("?sort=bogus&wall=2", "")]
    [InlineData("?wall=1&department=sales", "?department=sales&wall=1")]
    [InlineData("?state=talking", "?state=talking")]
    [InlineData("?state=all", "?state=all")]
    public void A_filter_has_one_spelling(string written, string canonical) =>
        Assert.Equal(canonical, BoardFilter.FromQuery(written).ToQuery());

    [Theory]
    [InlineData(Language.English, "1.5\u00a0GiB left", "events to come: 1,234,567")]
    [InlineData(Language.Ukrainian, "залишилося 1,5\u00a0ГіБ", "подій у дорозі: 1\u00a0234\u00a0567")]
    [InlineData(Language.Russian, "осталось 1,5\u00a0ГиБ", "событий в пути: 1\u00a0234\u00a0567")]
    public async Task Alarms_stand_above_everything_with_their_figures(Language language, string disk, string history)
    {
        _rendered.Silo.Alarms =
        [
            new SiloAlarm(SiloAlarmKind.JournalAway, "No space left on device", 0),
            new SiloAlarm(SiloAlarmKind.DiskLow, "", 3L << 29),
            new SiloAlarm(SiloAlarmKind.HistoryBehind, "", 1_234_567),
        ];

        var (picture, html) = await _rendered.Of(_board, language);

        Assert.Equal(["a-JournalAway", "a-DiskLow", "a-HistoryBehind"], Keys(picture, "alarms"));
        Assert.Contains("problem-note", html["a-JournalAway"], StringComparison.Ordinal);
        Assert.Contains(disk, WebUtility.HtmlDecode(html["a-DiskLow"]), StringComparison.Ordinal);
        Assert.Contains(history, WebUtility.HtmlDecode(html["a-HistoryBehind"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Employees_do_not_watch_the_board() => Assert.Null(await new BoardRegion(
        _ => [], (_, _) => EarlierDays.Unknown, TimeProvider.System).TopicFor(
        new Viewer(FakeSilo.Project, "olena", "Olena", AccessLevel.Employee, new EmployeeId("olena")), Language.English, ""));

    private static List<string> Keys(Web.Live.RegionPicture picture, string section) =>
        [.. picture.Sections.Single(one => one.Name == section).Fragments.Select(fragment => fragment.Key)];
}
