using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Employees;

/// <summary>The registered phones by account, and whose contact points they are. Bounded by the accounts of the document.</summary>
internal sealed class RegisteredPhones(Deadlines deadlines)
{
    private readonly Dictionary<string, Phone> _phones = [];
    private readonly Dictionary<string, List<Employee>> _owners = [];

    public IEnumerable<Phone> Registered => _phones.Values;

    public IReadOnlyList<PhoneBinding> Bindings(string account) => _phones.TryGetValue(account, out var phone) ? phone.Bindings : [];

    /// <summary>Gives whose phone it is.</summary>
    public IReadOnlyList<Employee> Set(string account, IReadOnlyList<PhoneBinding> bindings)
    {
        if (!_phones.TryGetValue(account, out var phone)) _phones[account] = phone = new Phone(account);
        phone.Bindings = bindings;
        deadlines.Set(phone.Deadline, phone.Due);
        if (bindings.Count == 0) _phones.Remove(account);
        if (!_owners.TryGetValue(account, out var owners)) return [];
        foreach (var owner in owners) Mark(owner, account, phone.IsReachable);
        return owners;
    }

    /// <summary>Takes over who owns what after a document was published, and drops phones whose account is gone.</summary>
    public void Configure(ProjectDirectory directory, List<Employee> employees)
    {
        foreach (var account in _phones.Keys.ToArray())
        {
            if (directory.HasAccount(account)) continue;
            deadlines.Remove(_phones[account].Deadline);
            _phones.Remove(account);
        }
        _owners.Clear();
        foreach (var employee in employees)
        {
            foreach (var contact in employee.Contacts)
            {
                if (contact.Account is not { } account) continue;
                if (!_owners.TryGetValue(account, out var owners)) _owners[account] = owners = [];
                owners.Add(employee);
                contact.Registered = _phones.TryGetValue(account, out var phone) && phone.IsReachable;
            }
            employee.CountPhones();
        }
    }

    private static void Mark(Employee owner, string account, bool registered)
    {
        foreach (var contact in owner.Contacts)
        {
            if (contact.Account == account) contact.Registered = registered;
        }
        owner.CountPhones();
    }
}
