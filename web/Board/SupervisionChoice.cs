using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Calls;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Board;

/// <summary>The values of the buttons by which a supervisor hears a call, and the orders they stand for.</summary>
public static class SupervisionChoice
{
    public const string Listen = "listen";
    public const string Whisper = "whisper";
    public const string Join = "join";
    public const string TakeOver = "take-over";
    public const string Stop = "stop";

    /// <summary>The word of a row whose conversation can be heard.</summary>
    public const string Talks = "talks";

    /// <summary>The word of a row whose conversation somebody hears.</summary>
    public static string HeardBy(EmployeeId supervisor) => $"heard-by-{supervisor}";

    /// <summary>Refused as invalid for a value that is none of these.</summary>
    public static ValueTask<CommandReply> Choose(
        this SupervisionOrders orders, string? choice, CallId call, EmployeeId supervisor, Viewer by) => choice switch
        {
            Listen => orders.Supervise(by, call, supervisor, SupervisionMode.Listen),
            Whisper => orders.Supervise(by, call, supervisor, SupervisionMode.Whisper),
            Join => orders.Supervise(by, call, supervisor, SupervisionMode.Join),
            TakeOver => orders.TakeOver(by, call, supervisor),
            Stop => orders.End(by, call, supervisor),
            _ => ValueTask.FromResult<CommandReply>(new Refused(Refusal.Invalid, "No such choice.")),
        };
}
