using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// Keeps every secret in <c>secrets/</c> of the data folder, apart from configuration, journal and history. Reading is from memory and safe
/// from any thread; a change is written first and seen by readers afterwards, as a whole.
/// </summary>
public sealed class SecretStore
{
    private const string KeyName = "key";
    private const string FileName = "secrets.json";

    private readonly PrivateFolder _folder;
    private readonly SecretCipher _cipher;
    private readonly Lock _writing = new();
    private volatile SecretSnapshot _now;

    private SecretStore(PrivateFolder folder, SecretCipher cipher, SecretSnapshot now)
    {
        _folder = folder;
        _cipher = cipher;
        _now = now;
    }

    internal SecretSnapshot Now => _now;

    /// <summary>
    /// Opens the store of a data folder; creates folder and key on the first start. Throws <see cref="SecretsDamagedException"/>.
    /// </summary>
    public static SecretStore Open(string dataFolder)
    {
        var folder = new PrivateFolder(Path.Combine(dataFolder, "secrets"));
        var content = folder.Read(FileName);
        var key = folder.Read(KeyName);
        if (key is null)
        {
            if (content is not null)
                throw new SecretsDamagedException($"{folder.PathOf(FileName)} is there, {folder.PathOf(KeyName)} is not: restore it.");
            key = RandomNumberGenerator.GetBytes(SecretCipher.KeyBytes);
            folder.Replace(KeyName, key);
        }

        if (key.Length != SecretCipher.KeyBytes)
            throw new SecretsDamagedException($"{folder.PathOf(KeyName)} is not a key of {SecretCipher.KeyBytes} bytes: restore it.");
        var cipher = new SecretCipher(key);
        var now = content is null ? new SecretSnapshot() : SecretFileForm.Decrypt(content, cipher, folder.PathOf(FileName));
        return new SecretStore(folder, cipher, now);
    }

    /// <summary>The password of a SIP account; null when there is none.</summary>
    public string? AccountPassword(ProjectId project, string username) => _now.Accounts.GetValueOrDefault(Name(project, username));

    /// <summary>The password of a trunk; null when there is none.</summary>
    public string? TrunkPassword(ProjectId project, string trunk) => _now.Trunks.GetValueOrDefault(Name(project, trunk));

    /// <summary>The password of the project's mail server; null when there is none.</summary>
    public string? MailPassword(ProjectId project) => _now.Mail.GetValueOrDefault(Name(project, DocumentSecrets.MailKey));

    /// <summary>
    /// The administrator's password, made when he has none yet; given once, to be printed at the first start, and null ever after. Nobody
    /// can sign in as administrator before it was taken or set.
    /// </summary>
    public string? TakeFirstStartPassword()
    {
        lock (_writing)
        {
            if (_now.AdministratorHash is not null) return null;
            var password = ReadableText.Password(RandomNumberGenerator.GetBytes(ReadableText.PasswordBytes));
            Write(_now.With(administrator: PasswordHashes.Of(password)));
            return password;
        }
    }

    /// <summary>A new password for the operator, who has no second factor any more.</summary>
    internal string ResetOperator()
    {
        var password = ReadableText.Password(RandomNumberGenerator.GetBytes(ReadableText.PasswordBytes));
        lock (_writing)
        {
            Write(_now.With(
                administrator: PasswordHashes.Of(password), secondFactors: _now.SecondFactors.Remove(FactorName(default, null))));
        }

        return password;
    }

    /// <summary>Adds the secrets of a document that is about to be published; returns what undoes it.</summary>
    internal SecretSnapshot Add(ProjectId project, DocumentSecrets secrets)
    {
        // Slow on purpose, so not within the lock, and on all processors.
        var hashes = secrets.SignIns.AsParallel().Select(pair => KeyValuePair.Create(pair.Key, PasswordHashes.Of(pair.Value))).ToList();
        lock (_writing)
        {
            var before = _now;
            if (!secrets.IsEmpty)
            {
                Write(before.With(
                    accounts: before.Accounts.SetItems(Named(project, secrets.Accounts)),
                    trunks: before.Trunks.SetItems(Named(project, secrets.Trunks)),
                    signIns: before.SignIns.SetItems(Named(project, hashes)),
                    mail: before.Mail.SetItems(Named(project, secrets.Mail))));
            }

            return before;
        }
    }

    /// <summary>Puts a project's document secrets back as they were before <see cref="Add"/>; other changes since then stay.</summary>
    internal void Undo(ProjectId project, SecretSnapshot before)
    {
        lock (_writing)
        {
            Write(_now.With(
                accounts: Restored(project, _now.Accounts, before.Accounts), trunks: Restored(project, _now.Trunks, before.Trunks),
                signIns: Restored(project, _now.SignIns, before.SignIns), mail: Restored(project, _now.Mail, before.Mail)));
        }
    }

    /// <summary>Forgets the secrets of accounts, trunks and employees that a published document no longer has.</summary>
    internal void Prune(ProjectId project, ProjectConfiguration published)
    {
        var accounts = published.SipAccounts.Select(account => Name(project, account.Username)).ToHashSet();
        var trunks = published.Trunks.Select(trunk => Name(project, trunk.Id)).ToHashSet();
        var employees = published.Employees.Select(employee => Name(project, employee.Id)).ToHashSet();
        HashSet<string> mail = published.Mail.Username is null ? [] : [Name(project, DocumentSecrets.MailKey)];
        lock (_writing)
        {
            var after = _now.With(
                accounts: Pruned(project, _now.Accounts, accounts), trunks: Pruned(project, _now.Trunks, trunks),
                signIns: Pruned(project, _now.SignIns, employees), mail: Pruned(project, _now.Mail, mail),
                tokens: Pruned(project, _now.Tokens, employees), secondFactors: Pruned(project, _now.SecondFactors, employees));
            if (after.Count < _now.Count) Write(after);
        }
    }

    /// <summary>
    /// A file of its own beside the secrets, encrypted like them; null when there is none. Throws
    /// <see cref="CryptographicException"/> or <see cref="FormatException"/> for one that was not written here under this name.
    /// </summary>
    internal string? ReadSealed(string name) =>
        _folder.Read(name) is { } content ? _cipher.Decrypt(name, Encoding.ASCII.GetString(content)) : null;

    /// <summary>Keeps a file that cannot be read for whoever can, out of the way of the next one; returns its new path.</summary>
    internal string SetAside(string name)
    {
        _folder.Rename(name, name + ".unreadable");
        return _folder.PathOf(name + ".unreadable");
    }

    internal void WriteSealed(string name, string clear) => _folder.Replace(name, Encoding.ASCII.GetBytes(_cipher.Encrypt(name, clear)));

    internal void SetAdministrator(string hash)
    {
        lock (_writing) Write(_now.With(administrator: hash));
    }

    /// <summary>Sets a password; a token by which another could be set is void.</summary>
    internal void SetSignIn(ProjectId project, string employee, string hash)
    {
        lock (_writing)
        {
            var name = Name(project, employee);
            Write(_now.With(signIns: _now.SignIns.SetItem(name, hash), tokens: _now.Tokens.Remove(name)));
        }
    }

    /// <summary>The secret of an employee's authenticator app, or of the operator's; null when there is none.</summary>
    internal string? SecondFactor(ProjectId project, string? employee) =>
        _now.SecondFactors.GetValueOrDefault(FactorName(project, employee));

    /// <summary>Null takes it away.</summary>
    internal void SetSecondFactor(ProjectId project, string? employee, string? secret)
    {
        lock (_writing)
        {
            var name = FactorName(project, employee);
            Write(_now.With(secondFactors: secret is null
                ? _now.SecondFactors.Remove(name) : _now.SecondFactors.SetItem(name, secret)));
        }
    }

    // A project's name has no stroke and is not empty, so the operator's is no employee's.
    private static string FactorName(ProjectId project, string? employee) => employee is null ? "/admin" : Name(project, employee);

    internal KeptToken? TokenOf(ProjectId project, string employee) => _now.Tokens.GetValueOrDefault(Name(project, employee));

    /// <summary>Keeps a token in place of an earlier one; those that are over go.</summary>
    internal void SetToken(ProjectId project, string employee, KeptToken token, long now)
    {
        lock (_writing)
        {
            var valid = _now.Tokens.RemoveRange(_now.Tokens.Where(pair => pair.Value.ExpiresAt <= now).Select(pair => pair.Key));
            Write(_now.With(tokens: valid.SetItem(Name(project, employee), token)));
        }
    }

    /// <summary>Sets a password by a token, which is void then. False when it is not this one's any more.</summary>
    internal bool UseToken(ProjectId project, string employee, KeptToken token, string hash)
    {
        lock (_writing)
        {
            if (TokenOf(project, employee) != token) return false;
            SetSignIn(project, employee, hash);
            return true;
        }
    }

    /// <summary>Whose a token is, by its hash; null when nobody has it.</summary>
    internal (ProjectId Project, string Employee, KeptToken Token)? FindToken(string hash)
    {
        foreach (var (name, token) in _now.Tokens)
        {
            if (token.Hash == hash && name.Split('/', 2) is [var project, var employee]) return (new ProjectId(project), employee, token);
        }

        return null;
    }

    /// <summary>
    /// Keeps the same password otherwise. Nothing when it was changed meanwhile.
    /// </summary>
    internal void RenewAdministrator(string before, string hash)
    {
        lock (_writing)
        {
            if (_now.AdministratorHash == before) Write(_now.With(administrator: hash));
        }
    }

    /// <summary>As <see cref="RenewAdministrator"/>, of an employee.</summary>
    internal void RenewSignIn(ProjectId project, string employee, string before, string hash)
    {
        lock (_writing)
        {
            if (SignInHash(project, employee) == before) Write(_now.With(signIns: _now.SignIns.SetItem(Name(project, employee), hash)));
        }
    }

    internal string? SignInHash(ProjectId project, string employee) => _now.SignIns.GetValueOrDefault(Name(project, employee));

    /// <summary>False when there are as many keys as may be.</summary>
    internal bool AddKey(string id, KeptApiKey key, int most)
    {
        lock (_writing)
        {
            if (_now.ApiKeys.Values.Count(other => other.Project == key.Project) >= most) return false;
            Write(_now.With(apiKeys: _now.ApiKeys.Add(id, key)));
            return true;
        }
    }

    internal bool RemoveKey(ProjectId project, string id)
    {
        lock (_writing)
        {
            if (!_now.ApiKeys.TryGetValue(id, out var key) || key.Project != project.Value) return false;
            Write(_now.With(apiKeys: _now.ApiKeys.Remove(id)));
            return true;
        }
    }

    private void Write(SecretSnapshot after)
    {
        _folder.Replace(FileName, SecretFileForm.Encrypt(after, _cipher));
        _now = after;
    }

    private static ImmutableDictionary<string, string> Restored(
        ProjectId project, ImmutableDictionary<string, string> now, ImmutableDictionary<string, string> before) =>
        now.RemoveRange(now.Keys.Where(name => Belongs(project, name))).SetItems(before.Where(pair => Belongs(project, pair.Key)));

    private static ImmutableDictionary<string, T> Pruned<T>(
        ProjectId project, ImmutableDictionary<string, T> now, HashSet<string> stay) =>
        now.RemoveRange(now.Keys.Where(name => Belongs(project, name) && !stay.Contains(name)));

    private static IEnumerable<KeyValuePair<string, string>> Named(ProjectId project, IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.Select(pair => KeyValuePair.Create(Name(project, pair.Key), pair.Value));

    private static string Name(ProjectId project, string key) => $"{project.Value}/{key}";

    private static bool Belongs(ProjectId project, string name) => name.StartsWith(project.Value + "/", StringComparison.Ordinal);
}
