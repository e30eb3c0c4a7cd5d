using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>A small company: two departments, five people, two numbers. The head is a supervisor, the others are employees.</summary>
public static class SampleProject
{
    /// <summary>2026-03-02 10:00:00 in Kyiv, a Monday.</summary>
    public const long Start = 1_772_438_400_000;

    public const string Supervisor = "head@example.com";
    public const string Employee = "olena@example.com";

    public static ProjectConfiguration Configuration { get; } = new()
    {
        Name = "Затишок",
        TimeZone = "Europe/Kyiv",
        Numbers =
        [
            new NumberConfiguration("office", "+380441234567", "Офіс", "Київ", new Destination(Department: "sales"), SmartForwarding: true),
            new NumberConfiguration("help", "+380441234568", null, "Підтримка", new Destination(Department: "support")),
        ],
        Departments =
        [
            Department("sales", "Продажі", "500", new("olena"), new("ivan"), new("head", 2)),
            Department("support", "Підтримка", "600", new("taras"), new("oksana")),
        ],
        Employees =
        [
            Person("head", "Бондар", "Марія", AccessLevel.Supervisor, "100"),
            Person("olena", "Коваль", "Олена", AccessLevel.Employee, "101"),
            Person("ivan", "Петренко", "Іван", AccessLevel.Employee, "102"),
            Person("taras", "Мельник", "Тарас", AccessLevel.Employee, "103"),
            Person("oksana", "Лисенко", "Оксана", AccessLevel.Employee, "104"),
        ],
        SipAccounts = [.. new[] { "head", "olena", "ivan", "taras", "oksana" }.Select(name => new SipAccountConfiguration(name))],
        Trunks = [new TrunkConfiguration("kyivstar", "10.0.0.1", ["10.0.0.1"], "Kyivstar")],
        AllowedDestinations = ["+380"],
    };

    /// <summary>What a client of nobody's left for the sales department two minutes ago.</summary>
    public static WaitingMessage Message { get; } = new(
        new CallId(6), new DepartmentId("sales"), null, null, "+380677778899", "Ірина Ткач", Start - 120_000, 23_000);

    /// <summary>The board of that company: one call waits, Ivan talks, Taras is at lunch, a message waits.</summary>
    public static BoardSnapshot Board(ProjectConfiguration document) => new(
        FakeSilo.Project, document.Name, document.TimeZone, 1, 100, Start, Start,
        [
            Tile("sales", "Продажі", waiting: 1, ready: 1, talking: 1),
            Tile("support", "Підтримка", waiting: 0, ready: 1, talking: 0),
        ],
        [
            Line("head", "Марія Бондар", "100", "sales", Availability.SignedOut),
            Line("olena", "Олена Коваль", "101", "sales", Availability.Ready),
            Line("ivan", "Іван Петренко", "102", "sales", Availability.Ready, Activity.Talking, call: 7),
            Line("taras", "Тарас Мельник", "103", "support", Availability.NotReady, reason: "lunch"),
            Line("oksana", "Оксана Лисенко", "104", "support", Availability.Ready, Activity.WrapUp),
        ],
        [
            new CallLineOnBoard(
                new CallId(7), CallDirection.Incoming, "+380671112233", "ТОВ Ромашка", "+380441234567", "office", CallStage.Talking,
                Start - 60_000, Start - 75_000, new DepartmentId("sales"), 0, [new EmployeeId("ivan")], null, RecordingState.On),
            new CallLineOnBoard(
                new CallId(8), CallDirection.Incoming, "+380509998877", null, "+380441234567", "office", CallStage.Waiting,
                Start - 12_000, Start - 12_500, new DepartmentId("sales"), 0, [], null),
        ],
        new DayTotals(12, 3, 10, 1, 2), 1, Message.Call);

    private static EmployeeConfiguration Person(string id, string surname, string name, AccessLevel access, string extension) => new()
    {
        Id = id,
        Surname = surname,
        GivenName = name,
        Email = $"{id}@example.com",
        Access = access,
        Extension = extension,
        MainContacts = [new ContactPoint(Account: id)],
    };

    private static DepartmentConfiguration Department(string id, string name, string extension, params MemberConfiguration[] members) =>
        new() { Id = id, Name = name, Extension = extension, Members = members };

    private static DepartmentLine Tile(string id, string name, int waiting, int ready, int talking) => new(
        new DepartmentId(id), name, null, waiting, waiting > 0 ? Start - 12_000 : null, 90, 85.5, 80, 20, 15, 30, 10, 8, 1, 0, 0, 9_500,
        ready, 0, talking, 0, 0, 0);

    private static EmployeeLine Line(
        string id, string name, string extension, string department, Availability availability, Activity activity = Activity.Idle,
        string? reason = null, long? call = null) => new(
        new EmployeeId(id), name, extension, [new DepartmentId(department)], true,
        new EmployeeState(
            availability, reason, activity, call is { } known ? new CallId(known) : null, null, Start - 30_000,
            activity == Activity.WrapUp ? Start + 4_000 : null),
        call is null ? null : "ТОВ Ромашка", 3, 240_000, 0);
}
