using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>
/// Sign-ins of the sample project, all with one password, and keys whose clear text is <c>key-</c> and their id.
/// </summary>
public sealed class FakeSignIns : ISignIns
{
    public const string Password = "correct horse battery";

    private readonly ConcurrentDictionary<string, (string Password, int Version)> _passwords = new();
    private readonly ConcurrentDictionary<string, ApiKey> _keys = new();
    private readonly ConcurrentDictionary<EmployeeId, string> _tokens = new();
    private int _made;
    private int _checked;

    /// <summary>Whose sign-ins they are.</summary>
    public ProjectConfiguration Document { get; set; } = SampleProject.Configuration;

    /// <summary>Their second factors; null: nobody has one.</summary>
    public ISecondFactors? Factors { get; set; }

    /// <summary>How many passwords were looked at.</summary>
    public int Checked => Volatile.Read(ref _checked);

    /// <summary>Other projects in which everybody has a sign-in as well, with the same password.</summary>
    public ConcurrentQueue<ProjectId> AlsoIn { get; } = new();

    public ValueTask<IReadOnlyList<SignedInUser>> Check(
        string name, string password, ProjectId? project = null, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _checked);
        IReadOnlyList<SignedInUser> everywhere = password == Kept(name).Password && Known(name) is { } user
            ? [user, .. user.IsOperator ? [] : AlsoIn.Select(other => user with { Project = other })] : [];
        return ValueTask.FromResult<IReadOnlyList<SignedInUser>>(
            project is not { } only ? everywhere
            : everywhere is [{ IsOperator: true } above] ? [above with { Project = only }]
            : [.. everywhere.Where(one => one.Project == only)]);
    }

    public ValueTask<bool> SetPassword(ProjectId project, string name, string password, CancellationToken cancellation = default)
    {
        if (Known(name) is not { IsOperator: false }) return ValueTask.FromResult(false);
        Set(name, password);
        return ValueTask.FromResult(true);
    }

    public ValueTask SetOperatorPassword(string password, CancellationToken cancellation = default)
    {
        Set(SignedInUser.Operator, password);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> CreateToken(ProjectId project, EmployeeId employee, CancellationToken cancellation = default)
    {
        if (Owner(employee) is null) return ValueTask.FromResult<string?>(null);
        var token = $"token{Interlocked.Increment(ref _made)}";
        _tokens[employee] = token;
        return ValueTask.FromResult<string?>(token);
    }

    public ValueTask<SignInOwner?> FindToken(string token, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_tokens.FirstOrDefault(pair => pair.Value == token) is { Value: not null } found ? Owner(found.Key) : null);

    public async ValueTask<SignInOwner?> UseToken(string token, string password, CancellationToken cancellation = default)
    {
        if (await FindToken(token, cancellation) is not { } owner || !_tokens.TryRemove(owner.Employee, out _)) return null;
        Set(owner.Email, password);
        return owner;
    }

    public ValueTask<IReadOnlyList<SignInOwner>> Find(string email, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<SignInOwner>>(
            Document.Employees.FirstOrDefault(one => one.Email == email) is { } known
                ? [Owner(new EmployeeId(known.Id))!] : []);

    public ValueTask<IReadOnlyList<SignInStanding>> Standings(ProjectId project, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<SignInStanding>>(
        [
            .. Document.Employees.Where(one => one.Email is not null).Select(one => new SignInStanding(
                new EmployeeId(one.Id), true, _tokens.ContainsKey(new EmployeeId(one.Id)) ? SampleProject.Start : null,
                Factors?.Has(project, new EmployeeId(one.Id)) == true)),
        ]);

    public ValueTask<string?> Stamp(ProjectId project, EmployeeId? employee, CancellationToken cancellation = default)
    {
        var everyone = Document.Employees;
        var name = employee is { } one ? everyone.FirstOrDefault(known => known.Id == one.Value)?.Email : SignedInUser.Operator;
        return ValueTask.FromResult(name is null ? null : StampOf(name));
    }

    public ValueTask<ApiKey?> CheckKey(string key, CancellationToken cancellation = default) =>
        ValueTask.FromResult(key.StartsWith("key-", StringComparison.Ordinal) ? _keys.GetValueOrDefault(key[4..]) : null);

    public ValueTask<(ApiKey Key, string ClearText)> CreateKey(
        ProjectId project, string name, AccessLevel access, bool isOperator = false, CancellationToken cancellation = default)
    {
        var key = new ApiKey($"k{Interlocked.Increment(ref _made)}", project, name, access, SampleProject.Start, isOperator);
        _keys[key.Id] = key;
        return ValueTask.FromResult((key, $"key-{key.Id}"));
    }

    public ValueTask<IReadOnlyList<ApiKey>> Keys(ProjectId project, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<ApiKey>>([.. _keys.Values.Where(key => key.Project == project).OrderBy(key => key.Id)]);

    public ValueTask<bool> RevokeKey(ProjectId project, string id, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_keys.TryRemove(id, out _));

    private SignInOwner? Owner(EmployeeId employee) =>
        Document.Employees.FirstOrDefault(one => one.Id == employee.Value) is { Email: { } email } known
            ? new SignInOwner(FakeSilo.Project, employee, email, known.FullName(), known.Access) : null;

    private SignedInUser? Known(string name)
    {
        if (name == SignedInUser.Operator)
            return new SignedInUser(FakeSilo.Project, name, "Administrator", AccessLevel.Administrator, null, StampOf(name))
            {
                HasSecondFactor = Factors?.Has(FakeSilo.Project, null) == true,
            };
        return Document.Employees.FirstOrDefault(employee => employee.Email == name) is { } known
            ? new SignedInUser(FakeSilo.Project, name, known.FullName(), known.Access, new EmployeeId(known.Id), StampOf(name))
            {
                Supervises = [.. known.Supervised()],
                HasSecondFactor = Factors?.Has(FakeSilo.Project, new EmployeeId(known.Id)) == true,
            }
            : null;
    }

    private void Set(string name, string password) =>
        _passwords.AddOrUpdate(name, (password, 1), (_, before) => (password, before.Version + 1));

    private (string Password, int Version) Kept(string name) => _passwords.GetValueOrDefault(name, (Password, 0));

    private string StampOf(string name) => $"{name} {Kept(name).Version}";
}
