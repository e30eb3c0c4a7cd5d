using System.Security.Claims;
using System.Security.Cryptography;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.SignIn;

/// <summary>Who looks at a page or calls the API, as his claims say. The project comes from here and never from the address.</summary>
/// <param name="Name">Sign-in name or name of the API key: the <c>By</c> of commands.</param>
/// <param name="Employee">The employee he is; null for the operator and API keys.</param>
public sealed record Viewer(ProjectId Project, string Name, string DisplayName, AccessLevel Access, EmployeeId? Employee)
{
    private const string ProjectClaim = "project";
    private const string AccessClaim = "access";
    private const string EmployeeClaim = "employee";
    private const string DisplayNameClaim = "displayName";
    private const string StampClaim = "stamp";
    private const string SignInClaim = "signIn";
    private const string OperatorClaim = "operator";
    private const string SupervisesClaim = "supervises";

    /// <summary>The departments that he sees, in the order of their keys; empty: all.</summary>
    public IReadOnlyList<DepartmentId> Supervises { get; init; } = [];

    /// <summary>Above the projects: he makes them, and is an administrator in each.</summary>
    public bool IsOperator { get; init; }

    /// <summary>Stands for the password of his sign-in; null with API keys.</summary>
    public string? Stamp { get; init; }

    /// <summary>Tells one sign-in from another of the same person; null with API keys.</summary>
    public string? SignIn { get; init; }

    /// <summary>Null when nobody is signed in.</summary>
    public static Viewer? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { } name }
            || principal.FindFirstValue(ProjectClaim) is not { } project
            || !Enum.TryParse<AccessLevel>(principal.FindFirstValue(AccessClaim), out var access))
        {
            return null;
        }

        EmployeeId? employee = principal.FindFirstValue(EmployeeClaim) is { } id ? new EmployeeId(id) : null;
        return new Viewer(new ProjectId(project), name, principal.FindFirstValue(DisplayNameClaim) ?? name, access, employee)
        {
            Stamp = principal.FindFirstValue(StampClaim),
            SignIn = principal.FindFirstValue(SignInClaim),
            IsOperator = principal.HasClaim(OperatorClaim, OperatorClaim),
            Supervises = [.. principal.FindAll(SupervisesClaim).Select(static claim => new DepartmentId(claim.Value))],
        };
    }

    /// <summary>Of what is kept for him: no employee's key begins so.</summary>
    public string PersonKey => Employee?.Value ?? $"@{Name}";

    /// <summary>A new sign-in of somebody whose password fitted.</summary>
    public static Viewer Of(SignedInUser user) => new(user.Project, user.Name, user.DisplayName, user.Access, user.Employee)
    {
        Stamp = user.Stamp,
        IsOperator = user.IsOperator,
        Supervises = user.Supervises,
        SignIn = RandomNumberGenerator.GetHexString(32, lowercase: true),
    };

    /// <summary>The same as claims of an authentication scheme.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, Name), new(DisplayNameClaim, DisplayName), new(ProjectClaim, Project.Value),
            new(AccessClaim, Access.ToString()),
        ];
        if (Employee is { } employee)
        {
            claims.Add(new Claim(EmployeeClaim, employee.Value));
        }

        if (Stamp is { } stamp)
        {
            claims.Add(new Claim(StampClaim, stamp));
        }

        if (SignIn is { } signIn)
        {
            claims.Add(new Claim(SignInClaim, signIn));
        }

        if (IsOperator)
        {
            claims.Add(new Claim(OperatorClaim, OperatorClaim));
        }

        claims.AddRange(Supervises.Select(static department => new Claim(SupervisesClaim, department.Value)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    public bool May(Right right) => right.Has(this);

    /// <summary>Whose calls alone he may see; null when he may see those of others too.</summary>
    /// <remarks>Someone without that right who is no employee gets a key that fits nobody, so that he sees nothing.</remarks>
    public EmployeeId? OnlyOwnedBy() => May(Rights.Watch) ? null : Employee ?? new EmployeeId("");

    /// <summary>Whether he sees what is of this department; what is of none, only who sees all.</summary>
    public bool Sees(DepartmentId? department) => Supervises.Count == 0 || (department is { } one && Supervises.Contains(one));

    /// <summary>A question of his, about what he may see alone.</summary>
    public CallQuery Narrow(CallQuery query) => query with
    {
        OnlyOwnedBy = OnlyOwnedBy(),
        OnlyOf = Supervises.Count == 0 ? null : Supervises,
        OrOwnedBy = Supervises.Count == 0 ? null : Employee,
        HeardBy = HeardBy(),
    };

    /// <summary>The same of recorded conversations.</summary>
    public TalkQuery Narrow(TalkQuery query) => query with
    {
        Employees = HeardBy() is { } self ? [self] : query.Employees,
        OnlyOf = Supervises.Count == 0 ? null : Supervises,
        OrOwnedBy = Supervises.Count == 0 ? null : Employee,
    };

    /// <summary>Whose conversations alone he may hear; null when he may hear those of others too. None where he is no employee.</summary>
    public EmployeeId? HeardBy() => May(Rights.Listen) ? null : Employee ?? new EmployeeId("");

    /// <summary>The departments that a question may be about, of those that were asked for; empty: all.</summary>
    public IReadOnlyList<DepartmentId> Within(IReadOnlyList<DepartmentId> asked)
    {
        if (Supervises.Count == 0) return asked;
        DepartmentId[] allowed = [.. asked.Where(Supervises.Contains)];
        return allowed.Length > 0 ? allowed : Supervises;
    }
}
