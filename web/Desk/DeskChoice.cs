using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Web.Desk;

/// <summary>The values of the availability buttons, and the commands they stand for.</summary>
public static class DeskChoice
{
    public const string Ready = "ready";
    public const string SignedOut = "signed-out";
    public const string WrapUpDone = "wrap-up-done";
    private const string NotReadyPrefix = "not-ready:";

    public static string NotReady(string reason) => NotReadyPrefix + reason;

    /// <summary>Null for a value that is none of these.</summary>
    public static ProjectCommand? ToCommand(string? choice, EmployeeId employee, string by) => choice switch
    {
        Ready => new SetAvailability(employee, Availability.Ready, null, by),
        SignedOut => new SetAvailability(employee, Availability.SignedOut, null, by),
        WrapUpDone => new FinishWrapUp(employee, by),
        _ when choice?.StartsWith(NotReadyPrefix, StringComparison.Ordinal) == true =>
            new SetAvailability(employee, Availability.NotReady, choice[NotReadyPrefix.Length..], by),
        _ => null,
    };
}
