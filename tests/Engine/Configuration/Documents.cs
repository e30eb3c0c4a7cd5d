using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Configuration;

/// <summary>A small valid document that tests break in one place.</summary>
internal static class Documents
{
    public static ProjectConfiguration Valid() => new()
    {
        Name = "Windows and doors",
        Numbers =
        [
            new NumberConfiguration("main", "+380441234567", "Main", "Kyiv", new Destination(Department: "sales"), 0, true),
            new NumberConfiguration("office", "+380441234568", null, null, new Destination(Employee: "olena", RingSeconds: 20,
                Otherwise: new Destination(External: "+380501112299", Otherwise: new Destination(HangUp: HangUpDestination.NoAnswer)))),
        ],
        Departments =
        [
            new DepartmentConfiguration
            {
                Id = "sales", Name = "Sales", Extension = "600",
                Members =
                [
                    new MemberConfiguration("olena", 1, [new LaterContactPoint("+380501112233", 3)]), new MemberConfiguration("taras"),
                ],
                FlowOut = new FlowOutConfiguration(
                    Full: new Destination(Department: "support"), TimeOut: new Destination(Department: "sales")),
            },
            new DepartmentConfiguration { Id = "support", Name = "Support", Members = [new MemberConfiguration("taras")] },
        ],
        Employees =
        [
            new EmployeeConfiguration
            {
                Id = "olena", Surname = "Koval", GivenName = "Olena", Email = "olena@example.com", Access = AccessLevel.Supervisor,
                Extension = "101", MainContacts = [new ContactPoint(Account: "olena"), new ContactPoint(Number: "+380501112233")],
            },
            new EmployeeConfiguration
            {
                Id = "taras", Surname = "Bondar", GivenName = "Taras", Extension = "102",
                MainContacts = [new ContactPoint(Uri: "sip:taras@192.0.2.7:5062;transport=udp")],
                OtherContacts = [new ContactPoint(Account: "taras-home")],
            },
        ],
        SipAccounts = [new SipAccountConfiguration("olena", Label: "Desk"), new SipAccountConfiguration("taras-home")],
        Trunks =
        [
            new TrunkConfiguration("carrier", "sip.example.com:5080", ["192.0.2.1", "198.51.100.0/24", "203.0.113.5:5062", "2001:db8::1"]),
        ],
        CallerNumberRules =
        [
            new CallerNumberRule("office", "+48", "sales", "olena", "carrier"), new CallerNumberRule("main"),
        ],
        AllowedDestinations = ["+380", "+48"],
    };

    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int index, Func<T, T> change) =>
        [.. list.Select((item, at) => at == index ? change(item) : item)];

    public static ProjectConfiguration Number(
        this ProjectConfiguration document, int index, Func<NumberConfiguration, NumberConfiguration> change) =>
        document with { Numbers = document.Numbers.With(index, change) };

    public static ProjectConfiguration Department(
        this ProjectConfiguration document, int index, Func<DepartmentConfiguration, DepartmentConfiguration> change) =>
        document with { Departments = document.Departments.With(index, change) };

    public static ProjectConfiguration Employee(
        this ProjectConfiguration document, int index, Func<EmployeeConfiguration, EmployeeConfiguration> change) =>
        document with { Employees = document.Employees.With(index, change) };

    public static ProjectConfiguration Account(
        this ProjectConfiguration document, int index, Func<SipAccountConfiguration, SipAccountConfiguration> change) =>
        document with { SipAccounts = document.SipAccounts.With(index, change) };

    public static ProjectConfiguration Trunk(this ProjectConfiguration document, Func<TrunkConfiguration, TrunkConfiguration> change) =>
        document with { Trunks = document.Trunks.With(0, change) };

    /// <summary>With a menu in which a key leads to the sales department.</summary>
    public static ProjectConfiguration Menu(this ProjectConfiguration document, Func<MenuConfiguration, MenuConfiguration> change) =>
        document with { Menus = [change(new MenuConfiguration { Id = "front", Name = "Front", Keys = [new("1", new("sales"))] })] };

    public static ProjectConfiguration LeadsTo(this ProjectConfiguration document, Destination destination) =>
        document.Number(0, number => number with { LeadsTo = destination });
}
