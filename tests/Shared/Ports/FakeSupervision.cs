using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>What the board shows after an order about a conversation; phones answer at once.</summary>
internal static class FakeSupervision
{
    /// <summary>Null where nobody talks, or he who is to do something else does not listen.</summary>
    public static BoardSnapshot? Handle(BoardSnapshot board, ProjectCommand command) => command switch
    {
        SuperviseCall supervise => With(board, supervise.Call, call => call with
        {
            Supervisors = [.. Without(call, supervise.Supervisor), new SupervisorLine(supervise.Supervisor, supervise.Mode, true)],
            HelpSince = null,
        }),
        EndSupervision end => With(board, end.Call, call => Hears(call, end.Supervisor)
            ? call with { Supervisors = Without(call, end.Supervisor) is { Count: > 0 } left ? left : null } : null),
        TakeOverCall take => With(board, take.Call, call => Hears(call, take.Supervisor)
            ? call with { With = [take.Supervisor], Supervisors = null } : null),
        AskForHelp ask => board.Calls.FirstOrDefault(call => call.With.Contains(ask.Employee)) is { } own
            ? With(board, own.Id, call => call with { HelpSince = ask.IsWanted ? board.TakenAt : null }) : null,
        _ => null,
    };

    public static Refused WhyNot(BoardSnapshot board, ProjectCommand command) => command switch
    {
        SuperviseCall { Call: var call } when board.Calls.All(one => one.Id != call) =>
            new Refused(Refusal.NoSuchCall, $"Call {call} is not live."),
        SuperviseCall => new Refused(Refusal.Invalid, "Nobody talks on it."),
        _ => new Refused(Refusal.TooLate, "That is over."),
    };

    private static BoardSnapshot? With(BoardSnapshot board, CallId id, Func<CallLineOnBoard, CallLineOnBoard?> change)
    {
        var known = board.Calls.FirstOrDefault(call => call.Id == id && call.Stage is CallStage.Talking or CallStage.OnHold);
        return known is not null && change(known) is { } changed
            ? board with { Calls = [.. board.Calls.Select(call => call == known ? changed : call)] } : null;
    }

    private static bool Hears(CallLineOnBoard call, EmployeeId supervisor) =>
        call.Supervisors?.Any(one => one.Employee == supervisor) == true;

    private static List<SupervisorLine> Without(CallLineOnBoard call, EmployeeId supervisor) =>
        [.. (call.Supervisors ?? []).Where(one => one.Employee != supervisor)];
}
