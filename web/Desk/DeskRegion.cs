using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Desk;

/// <summary>One employee's desk, for himself and for supervisors. The argument is the employee's key.</summary>
public sealed class DeskRegion(IGrainFactory grains, Reach reach, TimeProvider time) : ILiveRegion
{
    public const string RegionName = "desk";

    public string Name => RegionName;

    public async ValueTask<RegionTopic?> TopicFor(Viewer viewer, Language language, string argument)
    {
        var employee = new EmployeeId(argument);
        return await reach.MaySee(viewer, employee)
            ? new RegionTopic(
                viewer.Project, RegionName, argument, language,
                await reach.MayOrder(viewer, employee) ? AccessLevel.Employee : AccessLevel.Analyst)
            : null;
    }

    // A desk costs a turn of the project. With hundreds of open desks it is asked for only when something on the board that concerns
    // this employee changed (of his departments who waits, not the figures that change with every call), when a message came or is done,
    // whosever, or when a reason ends by itself.
    public async ValueTask<RegionPicture?> Draw(
        RegionTopic topic, BoardSnapshot board, RegionPicture? before, CancellationToken cancellation)
    {
        var id = new EmployeeId(topic.Argument);
        var basis = Concerning(id, board);
        if (before is { Basis: object?[] known } && known.SequenceEqual(basis)
            && !(before.RefreshAt <= time.GetUtcNow().ToUnixTimeMilliseconds()))
        {
            return before;
        }

        var desk = await grains.Employee(topic.Project, id).Desk();
        if (desk is null)
        {
            return null;
        }

        var ends = desk.NoCallReasons.Min(reason => reason.UntilMs);
        return new RegionPicture(ProjectTime.Zone(board.TimeZone), Sections(desk, board, topic.Access), basis, ends);
    }

    private static object?[] Concerning(EmployeeId id, BoardSnapshot board)
    {
        var line = board.Employees.FirstOrDefault(one => one.Id == id);
        return
        [
            board.ConfigurationVersion,
            (board.MessagesWaiting, board.NewestMessage),
            line is null ? null : line with { Departments = [] },
            .. board.Calls.Where(call => call.With.Contains(id)).Select(call => call with { With = [], Supervisors = null }),
            .. board.Departments.Where(one => line?.Departments.Contains(one.Id) ?? false).Select(Queue),
        ];
    }

    private static List<RegionSection> Sections(EmployeeDesk desk, BoardSnapshot board, AccessLevel access)
    {
        var state = PersonStates.Of(desk.Line.State);
        var line = desk.Line;
        return
        [
            new("state", [Fragment.Of<DeskStateView, DeskState>("desk-state", new(
                state, PersonStates.Then(line.State), line.State.Reason, line.State.Since, line.State.Until, line.Reachable,
                line.CallsToday, line.TalkTodayMs, line.RonaToday))]),
            // Whoever only looks has nothing to press.
            new("actions", access == AccessLevel.Analyst ? [] : [Fragment.Of<DeskActionsView, DeskActions>("desk-actions", new(
                state, line.State.Availability, line.State.Reason, string.Join(DeskActions.Separator, desk.NotReadyReasons),
                desk.Call?.Recording ?? RecordingState.None, desk.Call?.HelpSince is not null))]),
            new("call", [Fragment.Of<DeskCallView, DeskCall>("desk-call", Call(desk, board))]),
            new("message-count", desk.Messages.Count == 0 ? []
                : [Fragment.Of<DeskMessageCountView, DeskMessageCount>("message-count", new(desk.Messages.Count))]),
            new("messages", Messages(desk, board, canBeDone: access != AccessLevel.Analyst)),
            new("reasons", Reasons(desk)),
            new("queues", Queues(desk)),
        ];
    }

    private static DeskCall Call(EmployeeDesk desk, BoardSnapshot board) => desk.Call is { } call
        ? new(
            call.Direction, call.ClientName, call.ClientNumber, call.Dialled, call.Stage, call.StageSince,
            board.Departments.FirstOrDefault(one => one.Id == call.Department)?.Name, call.Recording, call.HelpSince)
        : new(null, null, null, null, default, 0, null);

    private static List<Fragment> Messages(EmployeeDesk desk, BoardSnapshot board, bool canBeDone) => desk.Messages.Count == 0
        ? [Fragment.Of<DeskNoMessages, DeskMessageCount>("message-none", new(0))]
        : [.. desk.Messages.Select(one => Fragment.Of<DeskMessageView, DeskMessage>($"message-{one.Call}", new(
            one.Call, one.ClientName, one.ClientNumber, one.LeftAt, one.DurationMs, Mailbox(one, desk.Line.Id, board), canBeDone)))];

    private static string? Mailbox(WaitingMessage message, EmployeeId self, BoardSnapshot board) =>
        message.Department is { } department ? board.Departments.FirstOrDefault(one => one.Id == department)?.Name ?? department.Value
        : message.Employee is not { } employee || employee == self ? null
        : board.Employees.FirstOrDefault(one => one.Id == employee)?.Name ?? employee.Value;

    private static List<Fragment> Reasons(EmployeeDesk desk) => desk.NoCallReasons.Count == 0
        ? [Fragment.Of<DeskReasonView, DeskReason>("reason-none", new(null, null, null))]
        : [.. desk.NoCallReasons.DistinctBy(reason => reason.Reason).Select(reason =>
            Fragment.Of<DeskReasonView, DeskReason>($"reason-{reason.Reason}", new(reason.Reason, Detail(reason), reason.UntilMs)))];

    private static string? Detail(Exclusion reason) => reason.Reason == ExclusionReason.NotReady ? reason.Detail : null;

    private static List<Fragment> Queues(EmployeeDesk desk) => desk.QueuesServed.Count == 0
        ? [Fragment.Of<DeskQueueView, DeskQueue>("queue-none", new(null, null, 0, null, 0, 0))]
        : [.. desk.QueuesServed.Select(one => Fragment.Of<DeskQueueView, DeskQueue>($"queue-{one.Id}", Queue(one)))];

    private static DeskQueue Queue(DepartmentLine line) =>
        new(line.Id, line.Name, line.Waiting, line.LongestWaitSince, line.AmberWaitSeconds, line.RedWaitSeconds);
}
