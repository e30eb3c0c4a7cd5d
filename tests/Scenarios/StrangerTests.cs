using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>Whoever is not known gets nothing and learns nothing.</summary>
[Collection(nameof(RunningCallCenter))]
public class StrangerTests(RunningCallCenter center)
{
    [Fact]
    public async Task Stranger_is_refused_alike_for_numbers_that_exist_and_that_do_not()
    {
        await center.Publish(With(Ports.Pair(), Employee("anna", "101", Ports.Free())));
        using var known = Sipp.Client("caller-refused", Ports.Free(), center.SipPort, Number, "380679000001", status: 407);
        using var unknown = Sipp.Client("caller-refused", Ports.Free(), center.SipPort, "380449999999", "380679000001", status: 407);
        await known.Succeeds();
        await unknown.Succeeds();
        Assert.DoesNotContain((await center.Board()).Calls, call => call.ClientNumber == "+380679000001");
    }

    [Fact]
    public async Task Wrong_password_does_not_register_the_phone()
    {
        await center.Publish(With(Ports.Pair(), Registering("nina", "104")) with { SipAccounts = [Account("nina")] });
        using var wrong = new Baresip("nina", "not-the-secret", center.SipPort);
        await Eventually.Holds(
            () => wrong.Output.Contains("401", StringComparison.Ordinal) || wrong.Output.Contains("403", StringComparison.Ordinal),
            text: "the phone is turned down");
        await center.Employee("nina", line => !line.Reachable);
    }
}
