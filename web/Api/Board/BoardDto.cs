using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Api.Employees;

namespace CallCenter.Web.Api.Board;

/// <summary>Everything the live board shows, at one sequence number.</summary>
/// <param name="Sequence">Number of the last event it contains.</param>
/// <param name="TakenAt">When it was taken; timers count from the times in it against this clock.</param>
/// <param name="TimeZone">IANA name of the project's time zone: its day begins there at midnight.</param>
public sealed record BoardDto(
    long Sequence, DateTimeOffset TakenAt, string Project, string ProjectName, string TimeZone, int ConfigurationVersion,
    IReadOnlyList<DepartmentDto> Departments, IReadOnlyList<EmployeeDto> Employees, IReadOnlyList<LiveCallDto> Calls, DayTotalsDto Today)
{
    public static BoardDto From(BoardSnapshot board) => new(
        board.Sequence, board.TakenAt.ToTime(), board.Project.Value, board.ProjectName, board.TimeZone, board.ConfigurationVersion,
        [.. board.Departments.Select(DepartmentDto.From)],
        [.. board.Employees.Select(EmployeeDto.From)],
        [.. board.Calls.Select(LiveCallDto.From)],
        DayTotalsDto.From(board.Today));
}

/// <summary>A department. Counts are today's, people's states are now.</summary>
/// <param name="Waiting">Calls waiting now.</param>
/// <param name="LongestWaitSince">When the longest waiting call entered the queue.</param>
/// <param name="ServiceLevelLivePercent">Answered within the limit of all that are decided, in percent; null when there are none.</param>
/// <param name="ServiceLevelTodayPercent">Service level of today in percent; null when no call was offered.</param>
/// <param name="ServiceLevelGoalPercent">The department's goal.</param>
/// <param name="ServiceLevelWithinMs">The limit the service level counts against.</param>
/// <param name="AmberWaitMs">From this wait on a call deserves attention.</param>
/// <param name="RedWaitMs">From this wait on somebody has to act.</param>
/// <param name="Offered">Calls that entered the queue today: answered + abandoned + flowed out + still waiting.</param>
/// <param name="ShortAbandoned">Of the abandoned, those within the department's limit of a short abandon.</param>
/// <param name="AverageSpeedOfAnswerMs">Mean wait of the answered; null when there are none.</param>
/// <param name="Ready">People who could take a call now.</param>
public sealed record DepartmentDto(
    string Id, string Name, string? Extension, int Waiting, DateTimeOffset? LongestWaitSince,
    double? ServiceLevelLivePercent, double? ServiceLevelTodayPercent, int ServiceLevelGoalPercent, long ServiceLevelWithinMs,
    long AmberWaitMs, long RedWaitMs, int Offered, int Answered, int Abandoned, int ShortAbandoned, int FlowedOut,
    long? AverageSpeedOfAnswerMs, int Ready, int Ringing, int Talking, int WrapUp, int NotReady, int SignedOut)
{
    private const long MsPerSecond = 1000;

    public static DepartmentDto From(DepartmentLine line) => new(
        line.Id.Value, line.Name, line.Extension, line.Waiting, line.LongestWaitSince.ToTime(),
        line.ServiceLevelLive, line.ServiceLevelToday, line.GoalPercent, line.WithinSeconds * MsPerSecond,
        line.AmberWaitSeconds * MsPerSecond, line.RedWaitSeconds * MsPerSecond, line.Offered, line.Answered, line.Abandoned,
        line.ShortAbandoned, line.FlowedOut, line.AverageSpeedOfAnswerMs, line.Ready, line.Ringing, line.Talking, line.WrapUp,
        line.NotReady, line.SignedOut);
}

/// <summary>A live call.</summary>
/// <param name="Stage">What it is doing now.</param>
/// <param name="StageSince">When the stage began.</param>
/// <param name="DialledNumber">Key of the company's number that was called.</param>
/// <param name="With">Keys of the employees who ring or talk.</param>
/// <param name="External">The outside number that rings or talks.</param>
/// <param name="Recording">Whether the conversation that goes on is recorded.</param>
/// <param name="Listeners">Supervisors who hear it; empty for an employee who asks about his own call.</param>
/// <param name="HelpSince">Since when its employee asks for a supervisor; null: he does not.</param>
public sealed record LiveCallDto(
    long Id, CallDirection Direction, string ClientNumber, string? ClientName, string Dialled, string? DialledNumber, CallStage Stage,
    DateTimeOffset StageSince, DateTimeOffset ArrivedAt, string? Department, int Priority, IReadOnlyList<string> With, string? External,
    RecordingState Recording, IReadOnlyList<ListenerDto> Listeners, DateTimeOffset? HelpSince)
{
    public static LiveCallDto From(CallLineOnBoard line) => new(
        line.Id.Value, line.Direction, line.ClientNumber, line.ClientName, line.Dialled, line.DialledNumber, line.Stage,
        line.StageSince.ToTime(), line.ArrivedAt.ToTime(), line.Department?.Value, line.Priority,
        [.. line.With.Select(employee => employee.Value)], line.External, line.Recording,
        [.. (line.Supervisors ?? []).Select(ListenerDto.From)], line.HelpSince.ToTime());
}

/// <summary>A supervisor who hears a live call.</summary>
/// <param name="Employee">His key.</param>
/// <param name="Mode">Who hears him.</param>
/// <param name="Listens">False while his phone rings.</param>
public sealed record ListenerDto(string Employee, SupervisionMode Mode, bool Listens)
{
    public static ListenerDto From(SupervisorLine line) => new(line.Employee.Value, line.Mode, line.Listens);
}

/// <summary>The client calls of today.</summary>
public sealed record DayTotalsDto(int Incoming, int Outgoing, int Answered, int Missed, int Live)
{
    public static DayTotalsDto From(DayTotals totals) =>
        new(totals.Incoming, totals.Outgoing, totals.Answered, totals.Missed, totals.Live);
}
