using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Routing;

/// <summary>The stable keys that decisions carry as their rule.</summary>
internal static class Rules
{
    public const string Number = "number";
    public const string Extension = "extension";
    public const string Responsible = "responsible";
    public const string LastTalked = "last-talked";
    public const string Otherwise = "otherwise";
    public const string MenuKey = "menu-key";
    public const string MenuExtension = "menu-extension";
    public const string MenuOtherwise = "menu-otherwise";
    public const string MenuUnheard = "menu-unheard";
    public const string Full = "full";
    public const string TimeOut = "time-out";
    public const string NoOneSignedIn = "no-one-signed-in";
    public const string AllNotReady = "all-not-ready";
    public const string InOrder = "in-order";
    public const string RoundRobin = "round-robin";
    public const string CallerNumber = "caller-number";
    public const string FirstNumber = "first-number";
    public const string EmergencyNumber = "emergency-number";
    public const string NoSuchNumber = "no-such-number";
    public const string DestinationNotAllowed = "destination-not-allowed";
    public const string NoTrunk = "no-trunk";
    public const string NextTrunk = "next-trunk";
    public const string Redirected = "redirected";
    public const string Loop = "loop";
    public const string NotAccepted = "not-accepted";
    public const string OfferRefused = "offer-refused";

    public static string Of(QueueExit exit) => exit switch
    {
        QueueExit.Full => Full,
        QueueExit.TimeOut => TimeOut,
        QueueExit.NoOneSignedIn => NoOneSignedIn,
        _ => AllNotReady,
    };

    /// <summary>The route point that a call stands at once a decision of this rule was taken.</summary>
    public static RoutePoint Follow(RoutePoint point, string rule) => rule switch
    {
        Otherwise => point with { Otherwise = point.Otherwise + 1, Steps = point.Steps + 1 },
        Responsible or LastTalked => new RoutePoint(RouteOrigin.SmartForwarding, 0, point.Steps + 1),
        Number => new RoutePoint(RouteOrigin.Number, 0, point.Steps + 1),
        Extension => new RoutePoint(RouteOrigin.Extension, 0, point.Steps + 1),
        MenuKey => new RoutePoint(RouteOrigin.MenuKey, 0, point.Steps + 1),
        MenuExtension => new RoutePoint(RouteOrigin.MenuExtension, 0, point.Steps + 1),
        MenuUnheard => new RoutePoint(RouteOrigin.MenuUnheard, 0, point.Steps + 1),
        MenuOtherwise => new RoutePoint(RouteOrigin.MenuOtherwise, 0, point.Steps + 1),
        Full => new RoutePoint(RouteOrigin.Full, 0, point.Steps + 1),
        TimeOut => new RoutePoint(RouteOrigin.TimeOut, 0, point.Steps + 1),
        NoOneSignedIn => new RoutePoint(RouteOrigin.NoOneSignedIn, 0, point.Steps + 1),
        AllNotReady => new RoutePoint(RouteOrigin.AllNotReady, 0, point.Steps + 1),
        _ => point,
    };
}
