using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// Signs people in by e-mail and password and programs by API key. Who may sign in, as what, is the published configuration's word; only
/// the hashes are kept here.
/// </summary>
public sealed class SignIns(SecretStore store, IProjects projects, TimeProvider time) : ISignIns
{
    /// <summary>Keys of one project; more cannot be made until some are revoked.</summary>
    public const int MostKeys = 1000;

    private const string KeyPrefix = "cc";
    private const int KeyIdLength = 10;
    private const int KeySecretLength = 40;

    public async ValueTask<SignedInUser?> Check(string name, string password, CancellationToken cancellation = default)
    {
        if (IsAdministrator(name))
        {
            var kept = store.Now.AdministratorHash;
            return Fits(kept, password, renewed => store.RenewAdministrator(kept!, renewed))
                ? new SignedInUser(
                    projects.All[0], ISignIns.Administrator, "Administrator", AccessLevel.Administrator, null,
                    PasswordHashes.StampOf(kept!))
                : null;
        }

        var found = await Find(name, cancellation);
        var hash = found is var (project, employee) ? store.SignInHash(project, employee.Id) : null;
        if (!Fits(hash, password, renewed => store.RenewSignIn(found!.Value.Project, found.Value.Employee.Id, hash!, renewed))
            || found is not var (home, person)) return null;
        return new SignedInUser(
            home, person.Email!, person.FullName(), person.Access, new EmployeeId(person.Id), PasswordHashes.StampOf(hash!));
    }

    public async ValueTask<bool> SetPassword(string name, string password, CancellationToken cancellation = default)
    {
        if (IsAdministrator(name))
        {
            store.SetAdministrator(PasswordHashes.Of(password));
            return true;
        }

        if (await Find(name, cancellation) is not var (project, employee)) return false;
        store.SetSignIn(project, employee.Id, PasswordHashes.Of(password));
        return true;
    }

    public ValueTask<string?> Stamp(ProjectId project, EmployeeId? employee, CancellationToken cancellation = default)
    {
        var hash = employee is { } one ? store.SignInHash(project, one.Value) : store.Now.AdministratorHash;
        return ValueTask.FromResult(hash is null ? null : PasswordHashes.StampOf(hash));
    }

    public ValueTask<ApiKey?> CheckKey(string key, CancellationToken cancellation = default)
    {
        var parts = key.Split('_');
        var known = parts is [KeyPrefix, var id, _] && store.Now.ApiKeys.TryGetValue(id, out var kept)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(key)), Encoding.ASCII.GetBytes(kept.Hash))
                ? Shown(id, kept)
                : null;
        return ValueTask.FromResult(known);
    }

    public ValueTask<(ApiKey Key, string ClearText)> CreateKey(
        ProjectId project, string name, AccessLevel access, CancellationToken cancellation = default)
    {
        var id = ReadableText.Plain(RandomNumberGenerator.GetBytes(KeyIdLength));
        var clear = $"{KeyPrefix}_{id}_{ReadableText.Plain(RandomNumberGenerator.GetBytes(KeySecretLength))}";
        var kept = new KeptApiKey(project.Value, name, access, time.GetUtcNow().ToUnixTimeMilliseconds(), Hash(clear));
        return store.AddKey(id, kept, MostKeys)
            ? ValueTask.FromResult((Shown(id, kept), clear))
            : throw new InvalidOperationException($"The project has {MostKeys} API keys; revoke some first.");
    }

    public ValueTask<IReadOnlyList<ApiKey>> Keys(ProjectId project, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<ApiKey>>(
        [
            .. store.Now.ApiKeys.Where(pair => pair.Value.Project == project.Value).Select(pair => Shown(pair.Key, pair.Value))
                .OrderBy(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal),
        ]);

    public ValueTask<bool> RevokeKey(ProjectId project, string id, CancellationToken cancellation = default) =>
        ValueTask.FromResult(store.RemoveKey(project, id));

    // Whoever signs in gives the password that a stronger hash can be made of; nobody else ever does.
    private static bool Fits(string? kept, string password, Action<string> renew)
    {
        var fit = PasswordHashes.Fit(kept, password);
        if (fit != PasswordFit.YesButOld) return fit == PasswordFit.Yes;
        try
        {
            renew(PasswordHashes.Renewed(kept!, password));
        }
        catch (IOException)
        {
            // Whoever looks after a full disk has to be able to sign in; the next time makes it anew.
        }

        return true;
    }

    private async ValueTask<(ProjectId Project, EmployeeConfiguration Employee)?> Find(string email, CancellationToken cancellation)
    {
        foreach (var project in projects.All)
        {
            var (_, document) = await projects.Configuration(project, cancellation);
            var employee = document.Employees.FirstOrDefault(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase));
            if (employee is not null && email.Length > 0) return (project, employee);
        }

        return null;
    }

    private static bool IsAdministrator(string name) => string.Equals(name, ISignIns.Administrator, StringComparison.OrdinalIgnoreCase);

    private static ApiKey Shown(string id, KeptApiKey kept) => new(id, new ProjectId(kept.Project), kept.Name, kept.Access, kept.CreatedAt);

    private static string Hash(string clear) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(clear)));
}
