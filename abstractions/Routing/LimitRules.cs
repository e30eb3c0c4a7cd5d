namespace CallCenter.Abstractions.Routing;

/// <summary>The rules under which an employee's call to the outside is refused because a limit is reached: they raise an alarm.</summary>
public static class LimitRules
{
    public const string TooManyOutgoing = "too-many-outgoing";
    public const string TooManyOutgoingToday = "too-many-outgoing-today";
    public const string DestinationLimit = "destination-limit";

    public static bool Contains(string rule) => rule is TooManyOutgoing or TooManyOutgoingToday or DestinationLimit;
}
