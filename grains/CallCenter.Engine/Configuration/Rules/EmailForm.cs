namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Whether a text is an e-mail address, as far as that can be seen from it.</summary>
internal static class EmailForm
{
    private const int Longest = 254;

    /// <summary>Adds an error when it is none.</summary>
    public static bool Check(string path, string email, Findings findings)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var isOne = email.Length <= Longest && at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1
            && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or ',' or ';');
        if (!isOne) findings.Add(path, $"\"{email}\" is no e-mail address", "write it like \"olena@example.com\"");
        return isOne;
    }
}
