using System.Globalization;
using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Companies;
using CallCenter.Load.Demo;

namespace CallCenter.Load.Server;

/// <summary>The configuration document of a <see cref="ServerPlan"/>.</summary>
internal static class ServerDocument
{
    /// <summary>The number that clients call.</summary>
    public const string Number = SmallCompany.Number;

    public const string Department = SmallCompany.Sales;

    private const int FirstExtension = 1001;

    /// <summary>The document, with new random passwords for those who register.</summary>
    public static ProjectConfiguration Of(ServerPlan plan) =>
        SmallCompany.Of([.. Ids(plan.Employees).Select((id, index) => Employee(plan, id, index))], plan.Trunk.ToString())
            .WithSales(sales => sales with
            {
                Extension = "500",
                Strategy = plan.Strategy,
                RingSeconds = plan.RingSeconds,
                WrapUpSeconds = plan.WrapUpSeconds,
                MaxWaitSeconds = plan.MaxWaitSeconds,
                MaxLength = plan.MaxWaiting,
            }) with
        {
            Name = "Load",
            SipAccounts = [.. Ids(plan.Registering).Select(id => new SipAccountConfiguration(id, RandomPasswords.ForPhones()))],
            Trunks = [new TrunkConfiguration("carrier", plan.Trunk.ToString(), [SourceOf(plan)])],
            CallerNumberRules = [new CallerNumberRule("main")],
            // Who lets his phone ring is rung again: the run says what happens then, not the limit.
            Ringing = new RingingConfiguration(RonaLimit: 0),
            Limits = new LimitConfiguration(MaxLiveCalls: plan.MaxLiveCalls),
        };

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(number => $"e{number}");

    private static EmployeeConfiguration Employee(ServerPlan plan, string id, int index) => SmallCompany.Employee(
        id, (FirstExtension + index).ToString(CultureInfo.InvariantCulture),
        index < plan.Registering ? new ContactPoint(Account: id) : new ContactPoint(Uri: $"sip:{id}@{plan.Phones}")) with
    {
        StartsReady = true,
    };

    private static string SourceOf(ServerPlan plan) =>
        plan.Trunk.Address.Equals(plan.Phones.Address) || plan.Trunk.Address.Equals(IPAddress.Loopback)
            ? plan.Trunk.ToString()
            : plan.Trunk.Address.ToString();
}
