using CallCenter.Abstractions.Configuration;

namespace CallCenter.Abstractions.Ports;

/// <summary>
/// Who may sign in, and API keys. Kept beside the journal in the data folder, hashed, so that signing in needs no database.
/// </summary>
public interface ISignIns
{
    /// <summary>The built-in administrator's sign-in name.</summary>
    const string Administrator = "admin";

    /// <summary>
    /// Checks a name (e-mail, or <see cref="Administrator"/>) and password, in whatever Unicode form it is typed; null when they do not
    /// fit. Costs the same for unknown names.
    /// </summary>
    ValueTask<SignedInUser?> Check(string name, string password, CancellationToken cancellation = default);

    /// <summary>
    /// Sets a new password for an employee's sign-in or for <see cref="Administrator"/>; false when there is no such name.
    /// </summary>
    ValueTask<bool> SetPassword(string name, string password, CancellationToken cancellation = default);

    /// <summary>
    /// What stands for the password of an employee, or of <see cref="Administrator"/> when he is null: another one with every new
    /// password, the same after a restart. Null when there is no password.
    /// </summary>
    ValueTask<string?> Stamp(ProjectId project, EmployeeId? employee, CancellationToken cancellation = default);

    /// <summary>The key's owner and rights; null when the key is unknown or revoked.</summary>
    ValueTask<ApiKey?> CheckKey(string key, CancellationToken cancellation = default);

    /// <summary>Makes a key; the clear text is given once and only here.</summary>
    ValueTask<(ApiKey Key, string ClearText)> CreateKey(
        ProjectId project, string name, AccessLevel access, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<ApiKey>> Keys(ProjectId project, CancellationToken cancellation = default);

    ValueTask<bool> RevokeKey(ProjectId project, string id, CancellationToken cancellation = default);
}

/// <summary>A person who signed in.</summary>
/// <param name="Employee">The employee he is; null for the built-in administrator.</param>
/// <param name="Stamp">Stands for the password that fitted; see <see cref="ISignIns.Stamp"/>.</param>
public sealed record SignedInUser(
    ProjectId Project, string Name, string DisplayName, AccessLevel Access, EmployeeId? Employee, string Stamp);

/// <summary>An API key without its secret. <paramref name="Id"/> is the part that may be shown.</summary>
public sealed record ApiKey(string Id, ProjectId Project, string Name, AccessLevel Access, long CreatedAt);
