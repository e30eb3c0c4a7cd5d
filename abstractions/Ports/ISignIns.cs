using CallCenter.Abstractions.Configuration;

namespace CallCenter.Abstractions.Ports;

/// <summary>
/// Who may sign in, and API keys. Kept beside the journal in the data folder, hashed, so that signing in needs no database.
/// </summary>
public interface ISignIns
{
    /// <summary>In so many projects an e-mail is looked for; who has it in more names his project.</summary>
    const int MostProjects = 8;

    /// <summary>How long a token is good for.</summary>
    static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(48);

    /// <summary>
    /// Checks a name (e-mail, or <see cref="SignedInUser.Operator"/>) and password, in whatever Unicode form it is typed. An e-mail is
    /// unique within a project, so whoever has the same one in several gets all whose password fits; nobody when none does. Suspended
    /// projects let no employee in. Costs the same for unknown names as for one of one project.
    /// </summary>
    /// <param name="project">Only this one; null: all.</param>
    ValueTask<IReadOnlyList<SignedInUser>> Check(
        string name, string password, ProjectId? project = null, CancellationToken cancellation = default);

    /// <summary>Sets a new password for an employee's sign-in; false when there is no such e-mail in the project.</summary>
    ValueTask<bool> SetPassword(ProjectId project, string name, string password, CancellationToken cancellation = default);

    ValueTask SetOperatorPassword(string password, CancellationToken cancellation = default);

    /// <summary>
    /// Makes the token by which an employee sets his password, once and within <see cref="TokenLifetime"/>; an earlier one of his is void.
    /// </summary>
    /// <returns>Null when there is no such employee, or none with an e-mail.</returns>
    ValueTask<string?> CreateToken(ProjectId project, EmployeeId employee, CancellationToken cancellation = default);

    /// <summary>Whose a token is; null when it is void or unknown, or of a project that lets nobody in. Does not use it.</summary>
    ValueTask<SignInOwner?> FindToken(string token, CancellationToken cancellation = default);

    /// <summary>Sets the password of the token's owner. Null, and nothing is set, when <see cref="FindToken"/> knows nobody.</summary>
    ValueTask<SignInOwner?> UseToken(string token, string password, CancellationToken cancellation = default);

    /// <summary>Everybody with this e-mail, at most one in a project and <see cref="MostProjects"/> in all.</summary>
    ValueTask<IReadOnlyList<SignInOwner>> Find(string email, CancellationToken cancellation = default);

    /// <summary>How far the sign-in of each employee with an e-mail is.</summary>
    ValueTask<IReadOnlyList<SignInStanding>> Standings(ProjectId project, CancellationToken cancellation = default);

    /// <summary>
    /// What stands for the password of an employee, or of <see cref="SignedInUser.Operator"/> when he is null: another one with every new
    /// password, the same after a restart. Null when there is no password.
    /// </summary>
    ValueTask<string?> Stamp(ProjectId project, EmployeeId? employee, CancellationToken cancellation = default);

    /// <summary>
    /// The key's owner and rights; null when the key is unknown or revoked. Also of a project that lets nobody in.
    /// </summary>
    ValueTask<ApiKey?> CheckKey(string key, CancellationToken cancellation = default);

    /// <summary>Makes a key; the clear text is given once and only here.</summary>
    ValueTask<(ApiKey Key, string ClearText)> CreateKey(
        ProjectId project, string name, AccessLevel access, bool isOperator = false, CancellationToken cancellation = default);

    ValueTask<IReadOnlyList<ApiKey>> Keys(ProjectId project, CancellationToken cancellation = default);

    ValueTask<bool> RevokeKey(ProjectId project, string id, CancellationToken cancellation = default);
}

/// <summary>A person who signed in.</summary>
/// <param name="Employee">The employee he is; null for the operator.</param>
/// <param name="Stamp">Stands for the password that fitted; see <see cref="ISignIns.Stamp"/>.</param>
public sealed record SignedInUser(
    ProjectId Project, string Name, string DisplayName, AccessLevel Access, EmployeeId? Employee, string Stamp)
{
    /// <summary>The departments that he sees; empty: all.</summary>
    public IReadOnlyList<DepartmentId> Supervises { get; init; } = [];

    /// <summary>Whether a code is to be asked for as well; see <see cref="ISecondFactors"/>.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>The operator's sign-in name. He is above the projects, and an administrator in each.</summary>
    public const string Operator = "admin";

    public bool IsOperator => Employee is null;
}

/// <summary>An API key without its secret. <paramref name="Id"/> is the part that may be shown.</summary>
/// <param name="IsOperator">Whether it also makes, suspends and removes projects.</param>
public sealed record ApiKey(string Id, ProjectId Project, string Name, AccessLevel Access, long CreatedAt, bool IsOperator = false);

/// <summary>An employee who may sign in.</summary>
/// <param name="Email">As the configuration writes it.</param>
public sealed record SignInOwner(ProjectId Project, EmployeeId Employee, string Email, string DisplayName, AccessLevel Access);

/// <summary>How far an employee's sign-in is.</summary>
/// <param name="HasPassword">Whether he can sign in.</param>
/// <param name="TokenUntil">Until when he may set a password by the token he was sent; null when there is none. UTC milliseconds.</param>
/// <param name="HasSecondFactor">Whether a code is asked for beside the password.</param>
public sealed record SignInStanding(EmployeeId Employee, bool HasPassword, long? TokenUntil, bool HasSecondFactor = false);
