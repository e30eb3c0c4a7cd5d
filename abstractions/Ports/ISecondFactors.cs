namespace CallCenter.Abstractions.Ports;

/// <summary>
/// Second factors of sign-ins: codes of an authenticator app (TOTP, RFC 6238). Kept beside the passwords, encrypted; a secret comes in
/// once and never out.
/// </summary>
public interface ISecondFactors
{
    /// <param name="employee">Null for the operator, here and below; then the project does not matter.</param>
    bool Has(ProjectId project, EmployeeId? employee);

    /// <summary>A secret for an app, Base32; it counts once it is set.</summary>
    string NewSecret();

    /// <summary>
    /// Takes a secret in force; false when it is none, the code is not one of it, or there is one already: whoever only knows the password
    /// must not put his in its place.
    /// </summary>
    bool Set(ProjectId project, EmployeeId? employee, string secret, string code);

    /// <summary>False when there was none.</summary>
    bool Remove(ProjectId project, EmployeeId? employee);

    /// <summary>Whether a code fits now; each does once.</summary>
    bool Check(ProjectId project, EmployeeId? employee, string code);
}
