using System.Net;
using CallCenter.Load.Phones;
using CallCenter.Load.Tests.Transport;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Phones;

public sealed class RegistrationTests : IDisposable
{
    private static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);

    private readonly SimulationLoop _loop = new(TimeProvider.System);
    private readonly SimulationCounts _counts = new();

    [Fact]
    public void A_phone_registers_with_digest_and_removes_its_binding_at_the_end()
    {
        using var registrar = Registrar();
        using var host = Host(registrar);
        var phone = Phone(host, "right");
        var stopped = false;
        phone.Start();
        _loop.RunUntil(LeftAgain, "the phone registered and unregistered");

        Assert.Equal(1, registrar.Challenges);
        Assert.Equal(2, registrar.Registrations);
        Assert.Equal(0, _counts.PhonesRegistered);

        bool LeftAgain()
        {
            if (phone.IsRegistered && !stopped)
            {
                Assert.Equal($"<sip:olena@{host.Local}>", registrar.Binding);
                Assert.Equal(1, _counts.PhonesRegistered);
                stopped = true;
                phone.Stop();
            }

            return stopped && registrar.Binding is null && !phone.IsRegistered;
        }
    }

    [Fact]
    public void A_phone_refreshes_before_its_registration_expires()
    {
        using var registrar = Registrar(grantSeconds: 2);
        using var host = Host(registrar);
        Phone(host, "right").Start();
        _loop.RunUntil(() => registrar.Registrations == 3, "the phone refreshed twice");

        Assert.InRange(_loop.Now, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.Equal(1, registrar.Challenges);
    }

    [Fact]
    public void A_wrong_password_is_tried_once_and_told()
    {
        using var registrar = Registrar();
        using var host = Host(registrar);
        var phone = Phone(host, "wrong");
        phone.Start();
        _loop.RunUntil(() => phone.LastRefusal is not null, "the phone was refused");

        Assert.Equal(401, phone.LastRefusal);
        Assert.Equal(2, registrar.Challenges);
        Assert.False(phone.IsRegistered);
    }

    [Fact]
    public void A_phone_registers_again_at_a_server_that_restarted_and_knows_no_old_nonce()
    {
        using var registrar = Registrar(grantSeconds: 2);
        using var host = Host(registrar);
        var phone = Phone(host, "right");
        phone.Start();
        _loop.RunUntil(() => phone.IsRegistered, "the phone registered");
        registrar.ForgetNonces();
        _loop.RunUntil(() => registrar.Registrations == 2, "the phone registered again");

        Assert.Equal(2, registrar.Challenges);
        Assert.Null(phone.LastRefusal);
    }

    public void Dispose() => _loop.Dispose();

    private TestRegistrar Registrar(int grantSeconds = 300) =>
        new(_loop, new Dictionary<string, string> { ["olena"] = "right" }) { GrantSeconds = grantSeconds };

    private UserAgentHost Host(TestRegistrar registrar)
    {
        var host = new UserAgentHost(_loop, FreePort, registrar.Address);
        host.Start();
        return host;
    }

    private SimulatedPhone Phone(UserAgentHost host, string password) => new(
        host, new PhoneAccount("olena", password), new PhoneHabits { MeanBetweenOwnCalls = null }, new PhoneDirectory([], []),
        new Random(1), _counts);
}
