using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Transport;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Load.Phones;

/// <summary>
/// The employees of a document at their phones: for each the first main contact that a phone can be at, an account with a password or a
/// fixed address. All behind one port, told apart by the user part of the Request-URI. All on the loop's thread.
/// </summary>
internal sealed class Staff : IDisposable
{
    // So many phones begin to register in a millisecond; the storm at once is an incident of its own.
    private const int StartsPerMillisecond = 2;

    private readonly UserAgentHost _host;
    private readonly CallsByCaller _calls;
    private readonly Dictionary<string, SimulatedPhone> _byUser = new(StringComparer.Ordinal);
    private readonly List<SimulatedPhone> _phones = [];

    /// <summary>Binds the port; throws <see cref="System.Net.Sockets.SocketException"/> when it is taken.</summary>
    public Staff(SimulationLoop loop, StaffOptions options, CallsByCaller calls, Seeds seeds, SimulationCounts counts)
    {
        _calls = calls;
        _host = new UserAgentHost(loop, options.Local, options.Server);
        var extensions = options.Document.Employees.Select(employee => employee.Extension).OfType<string>().ToArray();
        var passwords = options.Document.SipAccounts.Where(account => account.Password is not null)
            .ToDictionary(account => account.Username, account => account.Password!);
        var transports = seeds.For("transports");
        foreach (var employee in options.Document.Employees)
        {
            if (AccountOf(employee, passwords) is { } account)
            {
                var overTcp = account.Password is not null && transports.Chance(options.TcpShare);
                Add(new SimulatedPhone(
                    _host, account with { Transport = overTcp ? SipTransport.Tcp : SipTransport.Udp }, options.Habits,
                    new PhoneDirectory([.. extensions.Where(extension => extension != employee.Extension)], []),
                    seeds.For(employee.Id), counts)
                {
                    Employee = employee.Id,
                    Calls = calls,
                });
                Registering += account.Password is null ? 0 : 1;
            }
        }

        _host.IncomingCall = Take;
    }

    public int Count => _phones.Count;

    /// <summary>How many of them register.</summary>
    public int Registering { get; }

    /// <summary>Ids of the employees who have a phone here.</summary>
    public IEnumerable<string> Employees => _phones.Select(phone => phone.Employee);

    public bool AllAreRegistered => _phones.Count(phone => phone.IsRegistered) == Registering;

    /// <summary>Successful registrations so far, refreshes included.</summary>
    public int Registrations => _phones.Sum(phone => phone.Registrations);

    public int Busy => _phones.Count(phone => phone.IsBusy);

    /// <summary>Whether no phone has a call or a registration.</summary>
    public bool IsQuiet => _host.LiveLegs == 0 && !_phones.Exists(phone => phone.IsRegistered);

    public int? LastRefusal => _phones.Select(phone => phone.LastRefusal).FirstOrDefault(refusal => refusal is not null);

    public WireFaults? Faults
    {
        set => _host.Faults = value;
    }

    /// <summary>
    /// Where the fixed addresses of the document are. More than one is a problem: all phones are behind one port.
    /// </summary>
    public static IReadOnlyList<IPEndPoint> FixedAddresses(ProjectConfiguration document) =>
    [
        .. document.Employees.SelectMany(employee => employee.MainContacts).Select(contact => contact.Uri).OfType<string>()
            .Select(AddressOf).OfType<IPEndPoint>().Distinct(),
    ];

    /// <summary>Opens the socket and registers those who register.</summary>
    public void Start()
    {
        _host.Start();
        for (var i = 0; i < _phones.Count; i++)
        {
            _host.Loop.After(TimeSpan.FromMilliseconds(i / StartsPerMillisecond), _phones[i].Start);
        }
    }

    public void RegisterAll() => _phones.ForEach(phone => phone.RegisterAgain());

    public void LoseNetworkAll(TimeSpan awayFor) => _phones.ForEach(phone => phone.LoseNetwork(awayFor));

    /// <summary>Ends calls that are left and removes the registrations.</summary>
    public void Stop() => _phones.ForEach(phone => phone.Stop());

    public void Dispose() => _host.Dispose();

    private static PhoneAccount? AccountOf(EmployeeConfiguration employee, Dictionary<string, string> passwords)
    {
        foreach (var contact in employee.MainContacts)
        {
            if (contact.Account is { } account && passwords.TryGetValue(account, out var password))
            {
                return new PhoneAccount(account, password);
            }

            if (SipUri.TryParse(contact.Uri ?? "", out var uri) && uri.HasUser)
            {
                return new PhoneAccount(uri.User, null);
            }
        }

        return null;
    }

    private static IPEndPoint? AddressOf(string contact) =>
        SipUri.TryParse(contact, out var uri) && IPAddress.TryParse(uri.Host, out var address)
            ? new IPEndPoint(address, uri.PortOrDefault)
            : null;

    private void Add(SimulatedPhone phone)
    {
        if (_byUser.TryAdd(phone.Username, phone))
        {
            _phones.Add(phone);
        }
    }

    private ICallParty? Take(CallLeg leg, string user)
    {
        _calls.EmployeeRang(leg.CallerUser);
        return _byUser.TryGetValue(user, out var phone) ? phone.TakeCall(leg) : null;
    }
}
