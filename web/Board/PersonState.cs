using CallCenter.Abstractions.Employees;

namespace CallCenter.Web.Board;

/// <summary>
/// The one word that pages show for an employee's two axes: what he does, else what he says. In the order a supervisor looks for them.
/// </summary>
public enum PersonState { Ready, Ringing, Talking, WrapUp, NotReady, SignedOut }

/// <summary>Reading and showing of <see cref="PersonState"/>.</summary>
public static class PersonStates
{
    public static readonly IReadOnlyList<PersonState> All = Enum.GetValues<PersonState>();

    public static PersonState Of(EmployeeState state) => state switch
    {
        { Activity: Activity.Ringing } => PersonState.Ringing,
        { Activity: Activity.Talking } => PersonState.Talking,
        { Activity: Activity.WrapUp } => PersonState.WrapUp,
        { Availability: Availability.Ready } => PersonState.Ready,
        { Availability: Availability.NotReady } => PersonState.NotReady,
        _ => PersonState.SignedOut,
    };

    /// <summary>What he will be after his call, where that is not ready; null otherwise.</summary>
    public static PersonState? Then(EmployeeState state) => state.Activity == Activity.Idle ? null : state.Availability switch
    {
        Availability.NotReady => PersonState.NotReady,
        Availability.SignedOut => PersonState.SignedOut,
        _ => null,
    };

    /// <summary>The word in addresses and class names.</summary>
    public static string Word(this PersonState state) => state switch
    {
        PersonState.Ready => "ready",
        PersonState.Ringing => "ringing",
        PersonState.Talking => "talking",
        PersonState.WrapUp => "wrap-up",
        PersonState.NotReady => "not-ready",
        _ => "signed-out",
    };

    public static string Icon(this PersonState state) => state switch
    {
        PersonState.Ready => "circle-check",
        PersonState.Ringing => "phone-ringing",
        PersonState.Talking => "phone-call",
        PersonState.WrapUp => "pencil",
        PersonState.NotReady => "player-pause",
        _ => "logout",
    };

    public static PersonState? FromWord(string? word) =>
        All.Where(state => state.Word() == word).Select(state => (PersonState?)state).FirstOrDefault();
}
