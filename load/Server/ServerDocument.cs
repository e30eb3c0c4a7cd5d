using System.Globalization;
using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Demo;

namespace CallCenter.Load.Server;

/// <summary>The configuration document of a <see cref="ServerPlan"/>.</summary>
internal static class ServerDocument
{
    /// <summary>The number that clients call.</summary>
    public const string Number = "+380442000000";

    public const string Department = "sales";

    private const int FirstExtension = 1001;

    /// <summary>The document, with new random passwords for those who register.</summary>
    public static ProjectConfiguration Of(ServerPlan plan) => new()
    {
        Name = "Load",
        Numbers = [new NumberConfiguration("main", Number, "Main", "Kyiv", new Destination(Department: Department))],
        Departments =
        [
            new DepartmentConfiguration
            {
                Id = Department,
                Name = "Sales",
                Extension = "500",
                Strategy = plan.Strategy,
                RingSeconds = plan.RingSeconds,
                WrapUpSeconds = plan.WrapUpSeconds,
                MaxWaitSeconds = plan.MaxWaitSeconds,
                MaxLength = plan.MaxWaiting,
                Members = [.. Ids(plan.Employees).Select(id => new MemberConfiguration(id))],
            },
        ],
        Employees = [.. Ids(plan.Employees).Select((id, index) => Employee(plan, id, index))],
        SipAccounts = [.. Ids(plan.Registering).Select(id => new SipAccountConfiguration(id, RandomPasswords.ForPhones()))],
        Trunks = [new TrunkConfiguration("carrier", plan.Trunk.ToString(), [SourceOf(plan)])],
        CallerNumberRules = [new CallerNumberRule("main")],
        AllowedDestinations = ["+380"],
        // Who lets his phone ring is rung again: the run says what happens then, not the limit.
        Ringing = new RingingConfiguration(RonaLimit: 0),
        Limits = new LimitConfiguration(MaxLiveCalls: plan.MaxLiveCalls),
    };

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(number => $"e{number}");

    private static EmployeeConfiguration Employee(ServerPlan plan, string id, int index) => new()
    {
        Id = id,
        Surname = "Surname" + (index + 1).ToString(CultureInfo.InvariantCulture),
        GivenName = "Name",
        Extension = (FirstExtension + index).ToString(CultureInfo.InvariantCulture),
        StartsReady = true,
        MainContacts = [index < plan.Registering ? new ContactPoint(Account: id) : new ContactPoint(Uri: $"sip:{id}@{plan.Phones}")],
    };

    private static string SourceOf(ServerPlan plan) =>
        plan.Trunk.Address.Equals(plan.Phones.Address) || plan.Trunk.Address.Equals(IPAddress.Loopback)
            ? plan.Trunk.ToString()
            : plan.Trunk.Address.ToString();
}
