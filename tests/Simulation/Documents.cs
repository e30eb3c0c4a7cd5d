using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Simulation.Tests;

/// <summary>Configurations of a call center of the plan's size, with every feature somewhere.</summary>
internal sealed class Documents(Chance chance, DayPlan plan)
{
    private static readonly string[] Menus = ["m1", "m2"];

    public static string Employee(int number) => $"e{number}";

    public static string Number(int number) => $"+3804410000{number:00}";

    public static string Mobile(int employee) => $"+38067000{employee:0000}";

    public int Numbers => plan.Departments + 2;

    /// <summary>
    /// The next one: with others, fewer or the same employees, departments and numbers, or one department changed, or nothing at all.
    /// </summary>
    public ProjectConfiguration After(ProjectConfiguration before)
    {
        if (chance.OneIn(6)) return before;
        if (chance.OneIn(2)) return Draw();
        int changed = chance.Below(before.Departments.Count);
        string[] employees = [.. before.Employees.Select(employee => employee.Id)];
        string[] departments = [.. before.Departments.Select(department => department.Id)];
        return before with
        {
            Departments = [.. before.Departments.Select((old, i) => i == changed ? Department(old.Id, i, employees, departments) : old)],
        };
    }

    public ProjectConfiguration Draw()
    {
        string[] employees = [.. Enumerable.Range(1, plan.Employees).Where(_ => plan.IsCalm || !chance.OneIn(6)).Select(Employee)];
        string[] departments = [.. Existing(plan.Departments, 6).Select(i => $"d{i}")];
        return new ProjectConfiguration
        {
            Name = "Simulated",
            TimeZone = plan.IsCalm || chance.OneIn(2) ? "UTC" : "Europe/Kyiv",
            Numbers = [.. Existing(Numbers, 8).Select(i => LeadingTo(i, employees, departments))],
            Menus = [.. Menus.Select((id, i) => Menu(id, i, employees, departments))],
            Supervision = chance.OneIn(2),
            Voicemail = new VoicemailConfiguration(5 + chance.Below(40)),
            Departments = [.. departments.Select((id, i) => Department(id, i, employees, departments))],
            Employees = [.. employees.Select(Person)],
            SipAccounts = [.. Enumerable.Range(1, plan.Employees).Select(i => new SipAccountConfiguration(Employee(i)))],
            Trunks = [Trunk("t1", 2 + chance.Below(4 * plan.Employees)), Trunk("t2", 1 + chance.Below(plan.Employees))],
            CallerNumberRules =
            [
                new CallerNumberRule("n2", "+38050", Trunk: "t2"),
                new CallerNumberRule("n1", "+38067", Trunks: chance.OneIn(2) ? ["t2", "t1"] : null),
                new CallerNumberRule("n1", Department: "d1"),
            ],
            AllowedDestinations = ["+380"],
            Recording = new RecordingConfiguration(chance.Below(3) * 50, chance.OneIn(2)),
            EmergencyNumbers = [new EmergencyNumber("112", "t2")],
            Ringing = plan.IsCalm
                ? new RingingConfiguration()
                : new RingingConfiguration(chance.Below(4), "break", chance.Below(12), chance.Below(20), 5 + chance.Below(20)),
            Limits = plan.IsCalm
                ? new LimitConfiguration(100_000, 100_000)
                : new LimitConfiguration(5 + (3 * plan.Employees), 1 + chance.Below(40), 1 + chance.Below(3)),
        };
    }

    /// <summary>The first one, and most of the others.</summary>
    private IEnumerable<int> Existing(int most, int oneInSoManyLacks) =>
        Enumerable.Range(1, most).Where(i => i == 1 || plan.IsCalm || !chance.OneIn(oneInSoManyLacks));

    private TrunkConfiguration Trunk(string id, int most) => new(
        id, "10.0.0.1", [], MaxCalls: plan.IsCalm ? null : most, ShowsClients: chance.OneIn(2));

    private NumberConfiguration LeadingTo(int i, string[] employees, string[] departments) => new(
        $"n{i}", Number(i), null, null,
        i <= departments.Length ? new Destination(Department: departments[i - 1]) : Somewhere(employees, departments, 3),
        chance.OneIn(3) ? chance.Below(3) : 0, SmartForwarding: chance.OneIn(2),
        Media: (MediaMode)chance.Below(2), Record: (RecordingRule)chance.Below(3), RecordingNotice: chance.OneIn(4));

    private EmployeeConfiguration Person(string id)
    {
        int number = int.Parse(id[1..]);
        List<ContactPoint> contacts = [];
        if (plan.IsCalm || !chance.OneIn(6)) contacts.Add(new ContactPoint(Account: id));
        if (!plan.IsCalm && chance.OneIn(5))
            contacts.Add(new ContactPoint(Number: Mobile(number), Trunks: chance.OneIn(2) ? ["t2", "t1"] : null));
        if (!plan.IsCalm && chance.OneIn(5) || contacts.Count == 0) contacts.Add(new ContactPoint(Uri: $"sip:{id}@10.9.9.9"));
        return new EmployeeConfiguration
        {
            Id = id,
            Surname = id,
            GivenName = "A",
            Extension = $"{1000 + number}",
            MainContacts = contacts,
            OtherContacts = chance.OneIn(4) ? [new ContactPoint(Number: $"+38068000{number:0000}")] : [],
            StartsReady = chance.OneIn(3),
            Record = (RecordingRule)chance.Below(3),
        };
    }

    private MenuConfiguration Menu(string id, int place, string[] employees, string[] departments) => new()
    {
        Id = id,
        Name = id,
        Prompt = chance.OneIn(2) ? "welcome" : null,
        Keys = [.. "129#"[..(1 + chance.Below(4))].Select(key => new MenuKey($"{key}", Somewhere(employees, departments, 2)))],
        Extensions = chance.OneIn(2),
        WaitSeconds = 1 + chance.Below(8),
        Attempts = 1 + chance.Below(3),
        Otherwise = place == 0 ? Perhaps(employees, departments) : null,
    };

    private DepartmentConfiguration Department(string id, int place, string[] employees, string[] departments) => new()
    {
        Id = id,
        Name = id,
        Extension = $"{200 + place}",
        Strategy = plan.IsCalm ? (Strategy)(1 + (place % 5)) : (Strategy)chance.Below(7),
        RingSeconds = 3 + chance.Below(15),
        WrapUpSeconds = chance.Below(3) * 5,
        MaxWaitSeconds = chance.OneIn(4) ? null : 5 + chance.Below(90),
        MaxLength = plan.IsCalm ? 1000 : 1 + chance.Below(12),
        Members = [.. employees.Where((_, i) => MayJoin(i, place, departments.Length)).Select(Member)],
        FlowOut = plan.IsCalm
            ? new FlowOutConfiguration()
            : new FlowOutConfiguration(
                Perhaps(employees, departments), Perhaps(employees, departments), Perhaps(employees, departments),
                Perhaps(employees, departments)),
        Waiting = new WaitingConfiguration(chance.OneIn(2), chance.OneIn(2) ? 0 : 5 + chance.Below(40)),
        Rating = chance.OneIn(3),
        ServiceLevel = new ServiceLevelConfiguration(5 + chance.Below(30), 80, chance.Below(8)),
    };

    private bool MayJoin(int employee, int place, int departments) =>
        plan.Employees < 20 ? !chance.OneIn(3) : employee % departments == place || (!plan.IsCalm && chance.OneIn(6));

    private MemberConfiguration Member(string id) => new(
        id, 1 + chance.Below(3),
        chance.OneIn(3) ? [new LaterContactPoint(Mobile(int.Parse(id[1..])), 4)] : null);

    private Destination? Perhaps(string[] employees, string[] departments) =>
        chance.OneIn(2) ? null : Somewhere(employees, departments, 2);

    private Destination Somewhere(string[] employees, string[] departments, int depth)
    {
        var otherwise = depth > 0 && !chance.OneIn(3) ? Somewhere(employees, departments, depth - 1) : null;
        return chance.Below(plan.IsCalm ? 6 : 9) switch
        {
            0 when employees.Length > 0 => new Destination(Employee: chance.Of<string>(employees), Otherwise: otherwise),
            1 => new Destination(
                External: "+380680000001", RingSeconds: 5, Otherwise: otherwise, Trunks: chance.OneIn(3) ? ["t2"] : null),
            6 => new Destination(Menu: chance.Of(Menus)),
            7 => new Destination(Voicemail: new MailboxDestination(Department: chance.Of<string>(departments))),
            8 when employees.Length > 0 => new Destination(Voicemail: new MailboxDestination(Employee: chance.Of<string>(employees))),
            2 => new Destination(HangUp: (HangUpDestination)chance.Below(3)),
            _ => new Destination(Department: chance.Of<string>(departments)),
        };
    }
}
