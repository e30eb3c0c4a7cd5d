using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Messages;

/// <summary>Who sees a message that waits, and who took care of it.</summary>
internal static class MessageRules
{
    public static CommandReply Handle(TurnScope turn, FinishMessage command)
    {
        if (turn.State.Messages.Find(command.Call) is null)
            return new Refused(Refusal.TooLate, $"No message of call {command.Call} waits (any more).");
        turn.Emit(new MessageDone(command.Call, command.By));
        return Accepted.Instance;
    }

    /// <summary>Those of his own mailbox, of his departments', and of clients whom he is responsible for; oldest first.</summary>
    public static WaitingMessage[] Of(ProjectState state, Employee employee)
    {
        List<WaitingMessage>? messages = null;
        foreach (var message in state.Messages.Waiting)
        {
            if (message.Employee == employee.Id || message.Responsible == employee.Id || IsOf(employee, message.Department))
                (messages ??= []).Add(message);
        }
        return messages is null ? [] : [.. messages];
    }

    private static bool IsOf(Employee employee, DepartmentId? department)
    {
        if (department is not { } id) return false;
        foreach (var own in employee.Departments)
        {
            if (own.Id == id) return true;
        }
        return false;
    }
}
