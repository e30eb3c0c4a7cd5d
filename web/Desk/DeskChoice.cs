using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Desk;

/// <summary>The values of the buttons of a desk, and the orders they stand for.</summary>
public static class DeskChoice
{
    public const string Ready = "ready";
    public const string SignedOut = "signed-out";
    public const string WrapUpDone = "wrap-up-done";
    public const string PauseRecording = "pause-recording";
    public const string ResumeRecording = "resume-recording";
    public const string AskForHelp = "ask-for-help";
    public const string NoHelpNeeded = "no-help-needed";
    private const string NotReadyPrefix = "not-ready:";

    public static string NotReady(string reason) => NotReadyPrefix + reason;

    /// <summary>Refused as invalid for a value that is none of these.</summary>
    public static ValueTask<CommandReply> Choose(
        this EmployeeOrders orders, string? choice, EmployeeId employee, Viewer by) => choice switch
        {
            Ready => orders.SetAvailability(by, employee, Availability.Ready, null),
            SignedOut => orders.SetAvailability(by, employee, Availability.SignedOut, null),
            WrapUpDone => orders.FinishWrapUp(by, employee),
            PauseRecording => orders.PauseRecording(by, employee, isPaused: true),
            ResumeRecording => orders.PauseRecording(by, employee, isPaused: false),
            AskForHelp => orders.AskForHelp(by, employee, isWanted: true),
            NoHelpNeeded => orders.AskForHelp(by, employee, isWanted: false),
            _ when choice?.StartsWith(NotReadyPrefix, StringComparison.Ordinal) == true =>
                orders.SetAvailability(by, employee, Availability.NotReady, choice[NotReadyPrefix.Length..]),
            _ => ValueTask.FromResult<CommandReply>(new Refused(Refusal.Invalid, "No such choice.")),
        };
}
