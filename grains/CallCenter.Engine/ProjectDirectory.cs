using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine;

/// <summary>What an extension belongs to: exactly one of both is set.</summary>
internal readonly record struct ExtensionOwner(string? Employee, string? Department);

/// <summary>
/// The published document with its look-ups. Documents are validated before they are published; where one is inconsistent all the same,
/// the first entry of a key wins and a dangling key is found nowhere.
/// </summary>
internal sealed class ProjectDirectory
{
    private readonly Dictionary<string, NumberConfiguration> _numbersById = [];
    private readonly Dictionary<string, NumberConfiguration> _numbers = [];
    private readonly Dictionary<string, ExtensionOwner> _extensions = [];
    private readonly Dictionary<string, EmergencyNumber> _emergency = [];
    private readonly Dictionary<string, MenuConfiguration> _menus = [];
    private readonly Dictionary<string, EmployeeId> _ownersOfNumbers = [];
    private readonly Dictionary<string, EmployeeId?> _accounts = [];

    public ProjectDirectory(ProjectConfiguration document)
    {
        Document = document;
        foreach (var account in document.SipAccounts) _accounts.TryAdd(account.Username, null);
        foreach (var number in document.Numbers)
        {
            _numbersById.TryAdd(number.Id, number);
            _numbers.TryAdd(number.Number, number);
        }
        foreach (var department in document.Departments)
        {
            if (department.Extension is { } extension) _extensions.TryAdd(extension, new ExtensionOwner(null, department.Id));
        }
        foreach (var employee in document.Employees) Add(employee);
        RecordsSomething = document.Recording.SharePercent > 0 || document.Numbers.Any(static one => one.Record == RecordingRule.Always)
            || document.Departments.Any(static one => one.Record == RecordingRule.Always)
            || document.Employees.Any(static one => one.Record == RecordingRule.Always);
        foreach (var menu in document.Menus) _menus.TryAdd(menu.Id, menu);
        TakesMessages = Destinations(document).Any(AsksForMessage);
        PlaysSomething = TakesMessages || _menus.Count > 0
            || document.Departments.Any(static one => one.Waiting.IsHeard() || one.Rating);
        foreach (var number in document.EmergencyNumbers) _emergency.TryAdd(number.Dialled, number);
    }

    public ProjectConfiguration Document { get; }
    /// <summary>A number, department or employee wants conversations recorded, or a share of all is.</summary>
    public bool RecordsSomething { get; }
    /// <summary>Some destination asks for a message.</summary>
    public bool TakesMessages { get; }
    /// <summary>Somewhere clients hear something of us: while they wait, in a menu, before a message, after a conversation.</summary>
    public bool PlaysSomething { get; }
    /// <summary>Calls of some kind are to go through us.</summary>
    public bool AnchorsCalls => Document.Supervision || RecordsSomething || PlaysSomething
        || Document.Numbers.Any(static one => one.Media == MediaMode.Anchored);
    public IEnumerable<string> Accounts => _accounts.Keys;

    public NumberConfiguration? NumberById(string? id) => id is null ? null : _numbersById.GetValueOrDefault(id);
    public NumberConfiguration? Number(string e164) => _numbers.GetValueOrDefault(e164);
    public ExtensionOwner? Extension(string dialled) => _extensions.TryGetValue(dialled, out var owner) ? owner : null;
    public EmergencyNumber? Emergency(string dialled) => _emergency.GetValueOrDefault(dialled);
    public MenuConfiguration? Menu(string? id) => id is null ? null : _menus.GetValueOrDefault(id);
    /// <summary>Another digit could still make it an extension.</summary>
    public bool BeginsExtension(string digits)
    {
        foreach (string extension in _extensions.Keys)
        {
            if (extension.Length > digits.Length && extension.StartsWith(digits, StringComparison.Ordinal)) return true;
        }
        return false;
    }
    public bool HasAccount(string username) => _accounts.ContainsKey(username);
    public EmployeeId? OwnerOfAccount(string username) => _accounts.GetValueOrDefault(username);
    public EmployeeId? OwnerOfNumber(string e164) => _ownersOfNumbers.TryGetValue(e164, out var owner) ? owner : null;

    private static IEnumerable<Destination?> Destinations(ProjectConfiguration document) =>
        document.Numbers.Select(static number => number.LeadsTo)
            .Concat(document.Departments.SelectMany(static one => one.FlowOut.All()))
            .Concat(document.Menus.SelectMany(static menu => menu.Keys.Select(static key => key.LeadsTo).Append(menu.Otherwise)));

    /// <summary>It, or one that follows where nobody took the call.</summary>
    private static bool AsksForMessage(Destination? destination) =>
        destination is not null && (destination.Voicemail is not null || AsksForMessage(destination.Otherwise));

    private void Add(EmployeeConfiguration employee)
    {
        if (employee.Extension is { } extension) _extensions.TryAdd(extension, new ExtensionOwner(employee.Id, null));
        foreach (var contact in employee.MainContacts) Add(employee, contact);
        foreach (var contact in employee.OtherContacts) Add(employee, contact);
    }

    private void Add(EmployeeConfiguration employee, ContactPoint contact)
    {
        var id = new EmployeeId(employee.Id);
        if (contact.Number is { } number) _ownersOfNumbers.TryAdd(number, id);
        if (contact.Account is { } account && _accounts.TryGetValue(account, out var owner) && owner is null) _accounts[account] = id;
    }
}
