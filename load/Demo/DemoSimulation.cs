using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Demo;

/// <summary>
/// The people of a configuration document: a phone for every SIP account that has a password, and clients who call its numbers.
/// </summary>
public sealed class DemoSimulation : IDisposable
{
    private const int Clients = 400;
    private const int OpeningCalls = 4;

    private readonly ProjectConfiguration _document;
    private readonly DemoOptions _options;
    private readonly SimulationLoop _loop;
    private readonly UserAgentHost _phoneHost;
    private readonly UserAgentHost _trunkHost;
    private readonly List<SimulatedPhone> _phones = [];
    private readonly SimulatedTrunk _trunk;
    private readonly Seeds _seeds;

    /// <summary>Binds the sockets; throws <see cref="System.Net.Sockets.SocketException"/> when the trunk's port is taken.</summary>
    /// <param name="log">Told of every call of a client that is over.</param>
    public DemoSimulation(
        ProjectConfiguration document, DemoOptions options, SimulationCounts counts, TimeProvider time, Action<PlacedCall>? log = null)
    {
        _document = document;
        _options = options;
        _seeds = new Seeds(options.Seed);
        _loop = new SimulationLoop(time);
        _trunkHost = new UserAgentHost(_loop, options.Trunk, options.Server);
        _phoneHost = new UserAgentHost(_loop, new IPEndPoint(LocalAddress.Towards(options.Server), 0), options.Server);
        var clients = new ClientPopulation(_seeds, Clients);
        _trunk = new SimulatedTrunk(
            _trunkHost, new CallerHabits(), clients, [.. document.Numbers.Select(number => number.Number)], _seeds, counts, log);
        AddPhones(clients, counts);
    }

    /// <summary>The last refusal a phone got when it registered; null when none was refused.</summary>
    public int? LastRefusal => _phones.Select(phone => phone.LastRefusal).FirstOrDefault(refusal => refusal is not null);

    public int Phones => _phones.Count;

    /// <summary>Runs until the process is told to end, or <paramref name="end"/> is cancelled.</summary>
    public void Run(CancellationToken end = default)
    {
        _phoneHost.Start();
        _trunkHost.Start();
        var stopped = false;
        OrderlyRun.Run(_loop, Start, Stop, () => stopped && IsQuiet(), end);

        void Stop()
        {
            stopped = true;
            _trunk.Stop();
            _phones.ForEach(phone => phone.Stop());
        }
    }

    public void Dispose()
    {
        _phoneHost.Dispose();
        _trunkHost.Dispose();
        _loop.Dispose();
    }

    private void Start()
    {
        _phones.ForEach(phone => phone.Start());
        CallWhenRegistered();
    }

    /// <summary>The server may still be starting: clients call once the first phone is registered.</summary>
    private void CallWhenRegistered()
    {
        if (_phones.Count == 0 || _phones.Exists(phone => phone.IsRegistered))
        {
            _trunk.Start(new PoissonArrivals(_seeds.For("arrivals"), _options.CallsPerMinute / 60), OpeningCalls);
        }
        else
        {
            _loop.After(TimeSpan.FromMilliseconds(100), CallWhenRegistered);
        }
    }

    private bool IsQuiet() =>
        _phoneHost.LiveLegs == 0 && _trunkHost.LiveLegs == 0 && !_phones.Exists(phone => phone.IsRegistered);

    private void AddPhones(ClientPopulation clients, SimulationCounts counts)
    {
        var numbers = clients.Clients.Select(client => client.Number).ToArray();
        foreach (var account in _document.SipAccounts.Where(account => account.Password is not null))
        {
            var colleagues = _document.Employees
                .Where(employee => employee.Extension is not null && !Owns(employee, account.Username))
                .Select(employee => employee.Extension!);
            _phones.Add(new SimulatedPhone(
                _phoneHost, new PhoneAccount(account.Username, account.Password!), new PhoneHabits(),
                new PhoneDirectory([.. colleagues], numbers), _seeds.For(account.Username), counts));
        }

        var byUser = _phones.ToDictionary(phone => phone.Username);
        _phoneHost.IncomingCall = (leg, user) => byUser.TryGetValue(user, out var phone) ? phone.TakeCall(leg) : null;
    }

    private static bool Owns(EmployeeConfiguration employee, string account) =>
        employee.MainContacts.Concat(employee.OtherContacts).Any(contact => contact.Account == account);
}
