using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Employees can be reached, and a SIP account or number leads to one employee only (E-01, E-04, E-05).</summary>
internal sealed class ContactPointRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.Employees.Count; i++)
        {
            var (employee, path) = (document.Employees[i], $"$.employees[{i}]");
            if (employee.MainContacts.Count == 0)
            {
                findings.Add($"{path}.mainContacts", $"\"{employee.Id}\" has no main contact point",
                    "add at least one: a SIP account, a number or a SIP address");
            }

            var uris = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var all = employee.MainContacts.Select((contact, at) => (contact, $"{path}.mainContacts[{at}]"))
                .Concat(employee.OtherContacts.Select((contact, at) => (contact, $"{path}.otherContacts[{at}]")));
            foreach (var (contact, place) in all)
            {
                if (!IsOneKind(contact, place, findings)) continue;
                keys.TrunksInOrder($"{place}.trunks", contact.Trunks, findings);
                if (contact is { Trunks: not null, Number: null })
                    findings.Add($"{place}.trunks", "it has no effect here", "leave it out: only numbers are called through trunks");
                if (contact.Uri is { } uri) CheckUri(uri, place, uris, findings);
                else CheckOwned(contact, place, employee, document, keys, owners, findings);
            }
        }
    }

    private static bool IsOneKind(ContactPoint contact, string path, Findings findings)
    {
        var set = (contact.Account is null ? 0 : 1) + (contact.Number is null ? 0 : 1) + (contact.Uri is null ? 0 : 1);
        if (set != 1) findings.Add(path, $"{set} kinds of contact point are set", "set exactly one of account, number and uri");
        return set == 1;
    }

    private static void CheckOwned(
        ContactPoint contact, string path, EmployeeConfiguration employee, ProjectConfiguration document, DocumentKeys keys,
        Dictionary<string, string> owners, Findings findings)
    {
        if (contact.Account is { } account) keys.Account($"{path}.account", account, findings);
        if (contact.Number is { } number) CheckNumber(number, $"{path}.number", document, keys, findings);
        var property = contact.Account is null ? "number" : "account";
        if (!owners.TryAdd($"{property} {contact.Value()}", employee.Id))
        {
            findings.Add($"{path}.{property}", $"the {property} \"{contact.Value()}\" is used twice",
                $"\"{owners[$"{property} {contact.Value()}"]}\" has it already; it may lead to one employee only");
        }
    }

    private static void CheckNumber(string number, string path, ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        NumberRule.E164(path, number, document.DefaultCountry, findings);
        if (keys.OwnNumbers.Contains(number))
        {
            findings.Add(path, $"{number} is a number of the project itself, a call to it would come back",
                "use the employee's own number");
        }

        if (!keys.HasTrunk) findings.Add(path, "a phone number cannot be called without a trunk", "add a trunk, or use an account or uri");
    }

    private static void CheckUri(string uri, string path, HashSet<string> seen, Findings findings)
    {
        if (!SipUriForm.IsValid(uri))
            findings.Add($"{path}.uri", $"\"{uri}\" is no SIP URI", "write it like \"sip:olena@192.0.2.10:5060\"");
        else if (!seen.Add(uri)) findings.Add($"{path}.uri", $"\"{uri}\" is listed twice", "take one of the entries out");
    }
}
