using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Settings.Employees;

/// <summary>Which of the three a contact point is.</summary>
public enum ContactKind { Account, Number, Uri }

/// <summary>A contact point as it is being typed.</summary>
public sealed class ContactLine
{
    public ContactKind Kind { get; set; }

    public string Value { get; set; } = "";

    /// <summary>Kept as they are: they are set where outgoing calls are.</summary>
    public IReadOnlyList<string>? Trunks { get; set; }

    public static ContactLine Of(ContactPoint contact) => new()
    {
        Kind = contact.Account is not null ? ContactKind.Account : contact.Number is not null ? ContactKind.Number : ContactKind.Uri,
        Value = contact.Value(),
        Trunks = contact.Trunks,
    };

    public ContactPoint ToContact()
    {
        var value = Value.Trim();
        return Kind switch
        {
            ContactKind.Account => new ContactPoint(Account: value),
            ContactKind.Number => new ContactPoint(Number: value, Trunks: Trunks),
            _ => new ContactPoint(Uri: value),
        };
    }
}
