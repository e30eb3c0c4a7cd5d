using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Companies;

namespace CallCenter.Benchmarks;

/// <summary>A company with one number, one department and employees at fixed phones, who are ready from the start.</summary>
internal static class SampleSales
{
    public const int Employees = 200;
    public const string Number = SmallCompany.Number;

    private static readonly byte[] Sdp = new byte[190];

    /// <summary>What the SIP side tells of a leg.</summary>
    public static SipLegFacts Facts(string side) => new(
        "0123456789abcdef0123456789abcdef", "0123456789abcdef", "fedcba9876543210", "<sip:" + Number + "@127.0.0.1:5060>",
        "<sip:+380501112233@127.0.0.1:5060>", 1, 1, [], $"sip:{side}@127.0.0.1:5080", "udp:127.0.0.1:5080", null, Sdp);

    public static ProjectConfiguration Document(int wrapUpSeconds) =>
        SmallCompany.Of([.. Enumerable.Range(1, Employees).Select(number => Employee($"employee{number}"))])
            .WithSales(sales => sales with { Strategy = Strategy.LongestIdle, WrapUpSeconds = wrapUpSeconds });

    private static EmployeeConfiguration Employee(string key) =>
        SmallCompany.Employee(key, null, new ContactPoint(Uri: $"sip:{key}@127.0.0.1:6000")) with { StartsReady = true };
}
