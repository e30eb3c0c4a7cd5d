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
    private int _made;
    private int _checked;

    /// <summary>How many passwords were looked at.</summary>
    public int Checked => Volatile.Read(ref _checked);

    public ValueTask<SignedInUser?> Check(string name, string password, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _checked);
        return ValueTask.FromResult(password == Kept(name).Password ? Known(name) : null);
    }

    public ValueTask<bool> SetPassword(string name, string password, CancellationToken cancellation = default)
    {
        if (Known(name) is null) return ValueTask.FromResult(false);
        _passwords.AddOrUpdate(name, (password, 1), (_, before) => (password, before.Version + 1));
        return ValueTask.FromResult(true);
    }

    public ValueTask<string?> Stamp(ProjectId project, EmployeeId? employee, CancellationToken cancellation = default)
    {
        var everyone = SampleProject.Configuration.Employees;
        var name = employee is { } one ? everyone.FirstOrDefault(known => known.Id == one.Value)?.Email : ISignIns.Administrator;
        return ValueTask.FromResult(name is null ? null : StampOf(name));
    }

    public ValueTask<ApiKey?> CheckKey(string key, CancellationToken cancellation = default) =>
        ValueTask.FromResult(key.StartsWith("key-", StringComparison.Ordinal) ? _keys.GetValueOrDefault(key[4..]) : null);

    public ValueTask<(ApiKey Key, string ClearText)> CreateKey(
        ProjectId project, string name, AccessLevel access, CancellationToken cancellation = default)
    {
        var key = new ApiKey($"k{Interlocked.Increment(ref _made)}", project, name, access, SampleProject.Start);
        _keys[key.Id] = key;
        return ValueTask.FromResult((key, $"key-{key.Id}"));
    }

    public ValueTask<IReadOnlyList<ApiKey>> Keys(ProjectId project, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<ApiKey>>([.. _keys.Values.Where(key => key.Project == project).OrderBy(key => key.Id)]);

    public ValueTask<bool> RevokeKey(ProjectId project, string id, CancellationToken cancellation = default) =>
        ValueTask.FromResult(_keys.TryRemove(id, out _));

    private SignedInUser? Known(string name)
    {
        if (name == ISignIns.Administrator)
            return new SignedInUser(FakeSilo.Project, name, "Administrator", AccessLevel.Administrator, null, StampOf(name));
        return SampleProject.Configuration.Employees.FirstOrDefault(employee => employee.Email == name) is { } known
            ? new SignedInUser(FakeSilo.Project, name, known.FullName(), known.Access, new EmployeeId(known.Id), StampOf(name))
            : null;
    }

    private (string Password, int Version) Kept(string name) => _passwords.GetValueOrDefault(name, (Password, 0));

    private string StampOf(string name) => $"{name} {Kept(name).Version}";
}
