using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Cluster;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Board;

/// <summary>The live board: headlines, department tiles, calls, people. The argument is a <see cref="BoardFilter"/> as a query.</summary>
public sealed class BoardRegion(AlarmsOf alarms, EarlierDaysOf earlier, TimeProvider time) : ILiveRegion
{
    /// <summary>Alarms come without an event of the project: how often they are looked for.</summary>
    private const int LookForAlarmsEveryMs = 2000;

    /// <summary>More rows than anybody reads; the rest is counted in a note. Keeps a page bounded with ten thousand live calls.</summary>
    public const int MostCalls = 100;
    public const int MostPeople = 300;

    public const string RegionName = "board";

    public string Name => RegionName;

    public ValueTask<RegionTopic?> TopicFor(Viewer viewer, Language language, string argument) => ValueTask.FromResult(
        !viewer.May(Rights.Watch) ? null
        : new RegionTopic(
            viewer.Project, RegionName, BoardFilter.FromQuery(argument).Within(viewer).ToTopic(), language,
            viewer.May(Rights.Intervene) ? AccessLevel.Supervisor : AccessLevel.Analyst));

    public ValueTask<RegionPicture?> Draw(RegionTopic topic, BoardSnapshot board, RegionPicture? before, CancellationToken cancellation)
    {
        var filter = BoardFilter.FromQuery(topic.Argument);
        var rows = BoardRows.For(board, before);
        var departments = board.Departments.Where(line => filter.Shows(line.Id)).ToList();
        List<RegionSection> sections =
        [
            new("alarms", [.. alarms(topic.Project).Select(alarm =>
                Fragment.Of<AlarmNotice, AlarmNote>($"a-{alarm.Kind}", new(alarm.Kind, alarm.Figure)))]),
            new("headlines", BoardHeadlines.Of(board, departments, filter, earlier(topic.Project, ProjectTime.Zone(board.TimeZone)))),
            new("departments", Tiles(departments)),
        ];
        if (filter.Wall is null)
        {
            sections.Add(new("calls", rows.Calls(board, filter)));
            sections.Add(new("people", rows.People(board, filter)));
        }

        return ValueTask.FromResult<RegionPicture?>(new RegionPicture(
            ProjectTime.Zone(board.TimeZone), sections, rows, time.GetUtcNow().ToUnixTimeMilliseconds() + LookForAlarmsEveryMs));
    }

    private static List<Fragment> Tiles(List<DepartmentLine> departments) => departments.Count == 0
        ? [Fragment.Of<NoteBlock, TableNote>("d-none", new(TableNoteKind.NoDepartments))]
        : [.. departments.Select(line => Fragment.Of<DepartmentTile, DepartmentLine>($"d-{line.Id}", line))];
}
