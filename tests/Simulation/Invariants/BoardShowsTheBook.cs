using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Simulation.Tests.Books;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>
/// The board shows every live call in its stage, every employee in his state, every department with those who wait; and nobody whom a
/// department may ring is free while a call waits there that his phones did not refuse.
/// </summary>
internal sealed class BoardShowsTheBook : IInvariant
{
    public void Check(Moment moment)
    {
        if (!moment.Everything) return;
        var (board, book) = (moment.Board, moment.Book);
        Breach.Unless(board.Calls.Count == book.Calls.Count, $"the board shows {board.Calls.Count} calls, {book.Calls.Count} are live");
        foreach (var line in board.Calls) Check(line, book.Calls.GetValueOrDefault(line.Id));
        foreach (var line in board.Employees)
        {
            var state = book.Employees.GetValueOrDefault(line.Id)?.State;
            Breach.Unless(line.State == state, $"the board shows {line.Id} as {line.State}, he is {state}");
            bool talks = state is { Activity: Activity.Talking, Call: not null };
            long? held = talks ? book.Calls.GetValueOrDefault(state!.Call!.Value)?.HeldSince : null;
            Breach.Unless(line.OnHoldSince == held, $"the board shows {line.Id} on hold since {line.OnHoldSince}, he is since {held}");
        }
        foreach (var line in board.Departments) Check(line, moment);
    }

    private static void Check(CallLineOnBoard line, CallBook? call)
    {
        var stage = call switch
        {
            { Talking: not null, IsHeld: true } => CallStage.OnHold,
            { Talking: not null } => CallStage.Talking,
            { Rings: true } => CallStage.Ringing,
            { Step: { } step } => StageOf(step.Began.Kind),
            _ => CallStage.Waiting,
        };
        Breach.Unless(call is not null && line.Stage == stage, $"call {line.Id} is shown as {line.Stage}, it is {stage}");
        Breach.Unless(call!.Visit is null || line.Department == call.Visit.Department, $"call {line.Id} is shown in {line.Department}");
    }

    private static CallStage StageOf(StepKind kind) => kind switch
    {
        StepKind.Menu => CallStage.InMenu,
        StepKind.Voicemail => CallStage.LeavingMessage,
        StepKind.Rating => CallStage.Rating,
        _ => CallStage.Announced,
    };

    private static void Check(DepartmentLine line, Moment moment)
    {
        var (waiting, since) = (0, (long?)null);
        List<CallBook> idle = [];
        foreach (var call in moment.Book.Calls.Values)
        {
            if (call.Visit is not { } visit || visit.Department != line.Id) continue;
            waiting++;
            if (call.Legs.Count == 0) idle.Add(call);
            since = Math.Min(since ?? long.MaxValue, visit.EnteredAt);
        }
        Breach.Unless(
            line.Waiting == waiting && line.LongestWaitSince == since,
            $"{line.Id} shows {line.Waiting} waiting since {line.LongestWaitSince}, {waiting} wait since {since}");
        if (idle.Count > 0 && line.Ready > 0) CheckServed(line.Id, idle, moment);
    }

    private static void CheckServed(DepartmentId department, List<CallBook> idle, Moment moment)
    {
        foreach (var employee in moment.Board.Employees)
        {
            if (!employee.Departments.Contains(department)) continue;
            bool mayBeRung = moment.Project.Desk(employee.Id, moment.Now)!.NoCallReasons.Count == 0;
            // A rest that is over is noticed when its timer comes, and timers may be late.
            bool rests = moment.LateMs > 0 && moment.Book.Employees[employee.Id].RestUntil > moment.Now - moment.LateMs;
            if (!mayBeRung || rests) continue;
            var contacts = moment.Book.Document.Employees.First(known => known.Id == employee.Id.Value).MainContacts;
            bool served = idle.TrueForAll(call => contacts.Any(contact => call.Refusing.Contains(contact.Value())));
            Breach.Unless(served, $"{employee.Id} is free while a call waits in {department}");
        }
    }
}
