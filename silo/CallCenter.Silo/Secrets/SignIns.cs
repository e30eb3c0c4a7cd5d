using System.Security.Cryptography;
using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Silo.Secrets;

/// <summary>
/// Signs people in by e-mail and password and programs by API key. Who may sign in, as what, is the published configuration's word; only
/// the hashes are kept here.
/// </summary>
public sealed class SignIns(
    SecretStore store, ISecondFactors factors, IProjects projects, IProjectRegistry registry, TimeProvider time) : ISignIns
{
    /// <summary>Keys of one project; more cannot be made until some are revoked.</summary>
    public const int MostKeys = 1000;

    private const string KeyPrefix = "cc";
    private const int KeyIdLength = 10;
    private const int KeySecretLength = 40;
    private const int TokenLength = 40;

    public async ValueTask<IReadOnlyList<SignedInUser>> Check(
        string name, string password, ProjectId? project = null, CancellationToken cancellation = default)
    {
        if (IsOperator(name))
        {
            var kept = store.Now.AdministratorHash;
            return Fits(kept, password, renewed => store.RenewAdministrator(kept!, renewed)) && Home(project) is { } place
                ? [new SignedInUser(
                    place, SignedInUser.Operator, "Administrator", AccessLevel.Administrator, null, PasswordHashes.StampOf(kept!))
                {
                    HasSecondFactor = factors.Has(place, null),
                }]
                : [];
        }

        var found = await Find(name, project, cancellation);
        if (found.Count == 0)
        {
            Fits(null, password, static _ => { });
        }

        var fitting = new List<SignedInUser>();
        foreach (var (home, person) in found)
        {
            var hash = store.SignInHash(home, person.Id);
            if (Fits(hash, password, renewed => store.RenewSignIn(home, person.Id, hash!, renewed)))
            {
                fitting.Add(new SignedInUser(
                    home, person.Email!, person.FullName(), person.Access, new EmployeeId(person.Id), PasswordHashes.StampOf(hash!))
                {
                    Supervises = [.. person.Supervised()],
                    HasSecondFactor = factors.Has(home, new EmployeeId(person.Id)),
                });
            }
        }

        return fitting;
    }

    public async ValueTask<bool> SetPassword(ProjectId project, string name, string password, CancellationToken cancellation = default)
    {
        if (await Find(name, project, cancellation) is not [var (_, employee)]) return false;
        store.SetSignIn(project, employee.Id, PasswordHashes.Of(password));
        return true;
    }

    public ValueTask SetOperatorPassword(string password, CancellationToken cancellation = default)
    {
        store.SetAdministrator(PasswordHashes.Of(password));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<string?> CreateToken(ProjectId project, EmployeeId employee, CancellationToken cancellation = default)
    {
        if (await Owner(project, employee.Value, cancellation) is null) return null;
        var clear = ReadableText.Plain(RandomNumberGenerator.GetBytes(TokenLength));
        var now = time.GetUtcNow();
        var until = (now + ISignIns.TokenLifetime).ToUnixTimeMilliseconds();
        store.SetToken(project, employee.Value, new KeptToken(Hash(clear), until), now.ToUnixTimeMilliseconds());
        return clear;
    }

    public async ValueTask<SignInOwner?> FindToken(string token, CancellationToken cancellation = default) =>
        Known(token) is { } found ? await Owner(found.Project, found.Employee, cancellation) : null;

    public async ValueTask<SignInOwner?> UseToken(string token, string password, CancellationToken cancellation = default) =>
        Known(token) is { } found && await Owner(found.Project, found.Employee, cancellation) is { } owner
        && store.UseToken(found.Project, found.Employee, found.Token, PasswordHashes.Of(password)) ? owner : null;

    public async ValueTask<IReadOnlyList<SignInOwner>> Find(string email, CancellationToken cancellation = default) =>
        [.. (await Find(email, null, cancellation)).Select(found => Owner(found.Project, found.Employee))];

    public async ValueTask<IReadOnlyList<SignInStanding>> Standings(ProjectId project, CancellationToken cancellation = default)
    {
        var (_, document) = await projects.Configuration(project, cancellation);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return
        [
            .. document.Employees.Where(employee => employee.Email is not null).Select(employee => new SignInStanding(
                new EmployeeId(employee.Id), store.SignInHash(project, employee.Id) is not null,
                store.TokenOf(project, employee.Id) is { } token && token.ExpiresAt > now ? token.ExpiresAt : null,
                factors.Has(project, new EmployeeId(employee.Id)))),
        ];
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
        ProjectId project, string name, AccessLevel access, bool isOperator = false, CancellationToken cancellation = default)
    {
        var id = ReadableText.Plain(RandomNumberGenerator.GetBytes(KeyIdLength));
        var clear = $"{KeyPrefix}_{id}_{ReadableText.Plain(RandomNumberGenerator.GetBytes(KeySecretLength))}";
        var kept = new KeptApiKey(
            project.Value, name, access, time.GetUtcNow().ToUnixTimeMilliseconds(), Hash(clear), isOperator);
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

    private (ProjectId Project, string Employee, KeptToken Token)? Known(string token) =>
        store.FindToken(Hash(token)) is { } found && found.Token.ExpiresAt > time.GetUtcNow().ToUnixTimeMilliseconds() ? found : null;

    /// <summary>Null when there is no such employee, he has no e-mail, or his project lets nobody in.</summary>
    private async ValueTask<SignInOwner?> Owner(ProjectId project, string employee, CancellationToken cancellation)
    {
        if (!registry.Running.Any(one => one.Id == project && one.Standing == ProjectStanding.Active)) return null;
        var (_, document) = await projects.Configuration(project, cancellation);
        return document.Employees.FirstOrDefault(one => one.Id == employee) is { Email: not null } found ? Owner(project, found) : null;
    }

    private static SignInOwner Owner(ProjectId project, EmployeeConfiguration employee) =>
        new(project, new EmployeeId(employee.Id), employee.Email!, employee.FullName(), employee.Access);

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

    /// <summary>The employees of this e-mail, at most one in a project.</summary>
    private async ValueTask<IReadOnlyList<(ProjectId Project, EmployeeConfiguration Employee)>> Find(
        string email, ProjectId? only, CancellationToken cancellation)
    {
        var found = new List<(ProjectId, EmployeeConfiguration)>();
        foreach (var (project, standing) in registry.Running)
        {
            if (email.Length == 0 || (only is { } one && one != project) || standing != ProjectStanding.Active) continue;
            var (_, document) = await projects.Configuration(project, cancellation);
            var employee = document.Employees.FirstOrDefault(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase));
            if (employee is not null) found.Add((project, employee));
            if (found.Count == ISignIns.MostProjects) break;
        }

        return found;
    }

    /// <summary>Where the operator works: in the named project, else in the first.</summary>
    private ProjectId? Home(ProjectId? named) =>
        (named is { } project ? registry.Running.FirstOrDefault(running => running.Id == project) : registry.Running[0])?.Id;

    private static bool IsOperator(string name) => string.Equals(name, SignedInUser.Operator, StringComparison.OrdinalIgnoreCase);

    private static ApiKey Shown(string id, KeptApiKey kept) => new(
        id, new ProjectId(kept.Project), kept.Name, kept.Access, kept.CreatedAt, kept.IsOperator);

    private static string Hash(string clear) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(clear)));
}
