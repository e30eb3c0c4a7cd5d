using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Benchmarks;

/// <summary>A company with one number, one department and employees at fixed phones, who are ready from the start.</summary>
internal static class SampleSales
{
    public const int Employees = 200;
    public const string Number = "+380445550100";

    private static readonly byte[] Sdp = new byte[190];

    /// <summary>What the SIP side tells of a leg.</summary>
    public static SipLegFacts Facts(string side) => new(
        "0123456789abcdef0123456789abcdef", "0123456789abcdef", "fedcba9876543210", "<sip:" + Number + "@127.0.0.1:5060>",
        "<sip:+380501112233@127.0.0.1:5060>", 1, 1, [], $"sip:{side}@127.0.0.1:5080", "udp:127.0.0.1:5080", null, Sdp);

    public static ProjectConfiguration Document(int wrapUpSeconds)
    {
        var keys = Enumerable.Range(1, Employees).Select(number => $"employee{number}").ToArray();
        return new ProjectConfiguration
        {
            Name = "Benchmark",
            Numbers = [new NumberConfiguration("main", Number, null, null, new Destination(Department: "sales"))],
            Departments =
            [
                new DepartmentConfiguration
                {
                    Id = "sales",
                    Name = "Sales",
                    Strategy = Strategy.LongestIdle,
                    WrapUpSeconds = wrapUpSeconds,
                    Members = [.. keys.Select(key => new MemberConfiguration(key))],
                },
            ],
            Employees = [.. keys.Select(key => new EmployeeConfiguration
            {
                Id = key,
                Surname = key,
                GivenName = "A",
                MainContacts = [new ContactPoint(Uri: $"sip:{key}@127.0.0.1:6000")],
                StartsReady = true,
            })],
            Trunks = [new TrunkConfiguration("carrier", "127.0.0.1:5080", ["127.0.0.1:5080"])],
        };
    }
}
