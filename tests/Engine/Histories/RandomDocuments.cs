using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Histories;

/// <summary>Documents with every feature somewhere, drawn at random; consistent ones, as the validator lets through.</summary>
internal static class RandomDocuments
{
    public static readonly string[] Employees = [.. Enumerable.Range(1, 8).Select(i => $"e{i}")];
    private static readonly string[] Menus = ["m1", "m2"];
    private static readonly string[] DepartmentIds = ["d1", "d2", "d3"];

    public static ProjectConfiguration Next(Random random)
    {
        string[] employees = [.. Employees.Where(_ => random.Next(5) > 0)];
        string[] departments = [.. DepartmentIds.Where((_, i) => i == 0 || random.Next(4) > 0)];
        return new ProjectConfiguration
        {
            Name = "Random",
            TimeZone = "Europe/Kyiv",
            Numbers =
            [
                new NumberConfiguration("n1", "+380441000001", null, null, Destination(random, employees, departments, 2), 0, true),
                new NumberConfiguration(
                    "n2", "+380441000002", null, null, new Destination(Department: "d1"), random.Next(3), Media: MediaMode.Anchored,
                    RecordingNotice: true),
                new NumberConfiguration("n3", "+380441000003", null, null, Destination(random, employees, departments, 3)),
            ],
            Departments = [.. departments.Select((id, i) => Department(random, id, $"20{i}", employees, departments))],
            Employees = [.. employees.Select((name, i) => Employee(random, name, $"10{i}"))],
            SipAccounts = [.. Employees.Select(name => new SipAccountConfiguration(name))],
            Trunks =
            [
                new TrunkConfiguration("t1", "10.0.0.1", [], MaxCalls: random.Next(2) == 0 ? null : 6),
                new TrunkConfiguration("t2", "10.0.0.2", [], MaxCalls: 4, ShowsClients: random.Next(2) == 0),
            ],
            EmergencyNumbers = [new EmergencyNumber("112", "t2")],
            CallerNumberRules =
            [
                new CallerNumberRule("n2", "+38050", Trunk: "t2"), new CallerNumberRule("n3", Department: "d1", Trunks: ["t2", "t1"]),
            ],
            AllowedDestinations = ["+380"],
            Menus = [.. Menus.Select(id => Menu(random, id, employees, departments))],
            Supervision = random.Next(2) == 0,
            Voicemail = new VoicemailConfiguration(5 + random.Next(20)),
            Recording = new RecordingConfiguration(random.Next(3) * 50, random.Next(2) == 0),
            Ringing = new RingingConfiguration(random.Next(4), "no answer", random.Next(12), random.Next(20), 10 + random.Next(20)),
            Limits = new LimitConfiguration(
                12 + random.Next(20), 5, 1 + random.Next(2), 1 + random.Next(6),
                [new DestinationLimit("+38050", random.Next(4)), new DestinationLimit("+38067", null, random.Next(20))]),
        };
    }

    private static MenuConfiguration Menu(Random random, string id, string[] employees, string[] departments) => new()
    {
        Id = id,
        Name = id,
        Keys = [new MenuKey("1", Destination(random, employees, departments, 1))],
        Extensions = random.Next(2) == 0,
        WaitSeconds = 1 + random.Next(5),
        Attempts = 1 + random.Next(3),
        Otherwise = id == "m1" ? Maybe(random, employees, departments) : null,
    };

    private static EmployeeConfiguration Employee(Random random, string name, string extension)
    {
        List<ContactPoint> contacts = [new ContactPoint(Account: name)];
        if (random.Next(3) == 0) contacts.Add(new ContactPoint(Number: $"+38067000000{name[1..]}"));
        if (random.Next(4) == 0) contacts.Add(new ContactPoint(Uri: $"sip:{name}@10.9.9.9"));
        if (random.Next(6) == 0) contacts.RemoveAt(0);
        if (contacts.Count == 0) contacts.Add(new ContactPoint(Uri: $"sip:{name}@10.9.9.8"));
        return Documents.Employee(name, extension, [.. contacts]) with
        {
            OtherContacts = [new ContactPoint(Number: $"+38068000000{name[1..]}")],
            StartsReady = random.Next(2) == 0,
        };
    }

    private static DepartmentConfiguration Department(
        Random random, string id, string extension, string[] employees, string[] departments) => new()
        {
            Id = id,
            Name = id,
            Extension = extension,
            Strategy = (Strategy)random.Next(7),
            RingSeconds = 3 + random.Next(15),
            WrapUpSeconds = random.Next(3) * 5,
            MaxWaitSeconds = random.Next(4) == 0 ? null : 5 + random.Next(60),
            Rating = random.Next(2) == 0,
            MaxLength = 1 + random.Next(6),
            Members = [.. employees.Where(_ => random.Next(3) > 0).Select(name => Member(random, name))],
            Waiting = new WaitingConfiguration(random.Next(2) == 0, random.Next(2) * 20),
            FlowOut = new FlowOutConfiguration(
                Maybe(random, employees, departments), Maybe(random, employees, departments), Maybe(random, employees, departments),
                Maybe(random, employees, departments)),
        };

    private static MemberConfiguration Member(Random random, string name) => new(
        name, 1 + random.Next(3),
        random.Next(2) == 0 ? null : [new LaterContactPoint($"+38067000000{name[1..]}", 4)]);

    private static Destination? Maybe(Random random, string[] employees, string[] departments) =>
        random.Next(2) == 0 ? null : Destination(random, employees, departments, 2);

    private static Destination Destination(Random random, string[] employees, string[] departments, int depth)
    {
        var otherwise = depth > 0 && random.Next(3) > 0 ? Destination(random, employees, departments, depth - 1) : null;
        return random.Next(9) switch
        {
            0 when employees.Length > 0 => new Destination(Employee: employees[random.Next(employees.Length)], Otherwise: otherwise),
            1 => new Destination(External: "+380680000001", RingSeconds: 5, Otherwise: otherwise),
            6 => new Destination(Menu: Menus[random.Next(2)]),
            7 => new Destination(Voicemail: new MailboxDestination("d1")),
            2 => new Destination(HangUp: (HangUpDestination)random.Next(3)),
            _ => new Destination(Department: departments[random.Next(departments.Length)]),
        };
    }
}
