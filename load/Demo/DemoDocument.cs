using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Demo;

/// <summary>
/// The sample project: a Ukrainian company with two departments and twelve employees, made to show what a configuration can say: pools,
/// priorities, smart forwarding, tiers, an employee on two phones, one in two departments, flow-outs, caller numbers by rule.
/// </summary>
public static class DemoDocument
{
    public const int DefaultTrunkPort = 5080;

    /// <summary>The document for a trunk at this loopback port, with new random passwords.</summary>
    public static ProjectConfiguration Create(int trunkPort) => new()
    {
        Name = "ТОВ «Приклад»",
        Numbers = Numbers(),
        Departments = [Sales(), Support()],
        Employees = DemoPeople.Employees(),
        SipAccounts = DemoPeople.SipAccounts(),
        Trunks = [Trunk(trunkPort)],
        CallerNumberRules =
        [
            new CallerNumberRule("lviv", DestinationPrefix: "+38032"),
            new CallerNumberRule("hotline", Department: "support"),
            new CallerNumberRule("main"),
        ],
        AllowedDestinations = ["+380"],
        NotReadyReasons = ["перерва", "обід", "нарада", "навчання", "не відповідає"],
        SmartForwarding = new SmartForwardingConfiguration([ResponsibleSource.Responsible, ResponsibleSource.LastTalked], RingSeconds: 12),
        // Nobody sits at these phones to become ready again, so the limit is one that chance hardly ever reaches.
        Ringing = new RingingConfiguration(RonaLimit: 6, RonaReason: "не відповідає"),
    };

    private static List<NumberConfiguration> Numbers() =>
    [
        new("main", "+380445550100", "Головний номер", "Київ", new Destination(Department: "sales"), SmartForwarding: true),
        new("site", "+380445550101", "Номер на сайті", "Київ", new Destination(Department: "sales")),
        new("lviv", "+380322450300", "Львівський офіс", "Львів", new Destination(Department: "sales")),
        new("hotline", "+380800210200", "Гаряча лінія", "Безкоштовні", new Destination(Department: "support")),
        new("partners", "+380445550120", "Лінія партнерів", "Безкоштовні", new Destination(Department: "support"), Priority: 5),
        new("director", "+380445550199", "Керівник продажів", "Київ",
            new Destination(Employee: "olena", RingSeconds: 20, Otherwise: new Destination(Department: "sales"))),
    ];

    private static DepartmentConfiguration Sales() => new()
    {
        Id = "sales",
        Name = "Продажі",
        Extension = "200",
        Strategy = Strategy.LongestIdle,
        RingSeconds = 12,
        WrapUpSeconds = 8,
        MaxWaitSeconds = 90,
        MaxLength = 20,
        Members = [.. DemoPeople.SalesTeam.Select(employee => new MemberConfiguration(employee))],
        FlowOut = new FlowOutConfiguration(
            Full: new Destination(HangUp: HangUpDestination.Busy),
            TimeOut: new Destination(Department: "support"),
            AllNotReady: new Destination(Department: "support")),
    };

    // E-10: the team in two tiers, the head's desk phone after them, the head's mobile last.
    private static DepartmentConfiguration Support() => new()
    {
        Id = "support",
        Name = "Підтримка",
        Extension = "300",
        Strategy = Strategy.InOrder,
        RingSeconds = 10,
        WrapUpSeconds = 6,
        MaxWaitSeconds = 120,
        MaxLength = 30,
        Members =
        [
            new("nataliia"), new("yurii"), new("oksana", Tier: 2), new("maksym", Tier: 2), new("sofiia", Tier: 3),
            new("bohdan", Tier: 3, [new LaterContactPoint(DemoPeople.HeadsMobile, Tier: 4)]),
        ],
        FlowOut = new FlowOutConfiguration(
            Full: new Destination(HangUp: HangUpDestination.Busy),
            TimeOut: new Destination(HangUp: HangUpDestination.NoAnswer),
            NoOneSignedIn: new Destination(
                External: DemoPeople.HeadsMobile, RingSeconds: 30, Otherwise: new Destination(HangUp: HangUpDestination.Closed))),
        ServiceLevel = new ServiceLevelConfiguration(WithinSeconds: 15, GoalPercent: 85),
    };

    private static TrunkConfiguration Trunk(int port) =>
        new("carrier", $"127.0.0.1:{port}", [$"127.0.0.1:{port}"], Name: "Оператор зв'язку", MaxCalls: 200);
}
