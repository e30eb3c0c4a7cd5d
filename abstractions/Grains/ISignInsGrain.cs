using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Abstractions.Grains;

/// <summary>The sign-ins and API keys of a project; its key is the project's name. See <see cref="ISignIns"/>.</summary>
public interface ISignInsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Whether a sign-in still holds: the project lets him in, the employee is there with this access level and these departments, and the
    /// password is the one that the stamp stands for.
    /// </summary>
    /// <param name="employee">Null for the operator.</param>
    /// <param name="supervises">See <see cref="SignedInUser.Supervises"/>.</param>
    ValueTask<bool> Holds(EmployeeId? employee, AccessLevel access, DepartmentId[] supervises, string? stamp);

    /// <summary>Who signs in by this e-mail; null when nobody does.</summary>
    ValueTask<EmployeeSignIn?> Find(string email);

    /// <summary>Whether a key of the project is in force, and the project lets its owner in.</summary>
    ValueTask<bool> HasKey(string id);

    /// <summary>See <see cref="ISignIns.CreateToken"/>.</summary>
    ValueTask<string?> CreateToken(EmployeeId employee);

    /// <summary>See <see cref="ISignIns.Standings"/>.</summary>
    ValueTask<SignInStanding[]> Standings();

    /// <summary>See <see cref="ISignIns.Stamp"/>.</summary>
    ValueTask<string?> Stamp(EmployeeId? employee);

    /// <summary>Sets a new password for an employee's sign-in; false when there is no such e-mail in the project.</summary>
    ValueTask<bool> SetPassword(string name, string password);

    ValueTask<ApiKey[]> Keys();

    ValueTask<NewApiKey> CreateKey(string name, AccessLevel access, bool isOperator);

    ValueTask<bool> RevokeKey(string id);
}

/// <summary>An employee who may sign in.</summary>
/// <param name="Email">As the configuration writes it.</param>
public sealed record EmployeeSignIn(EmployeeId Employee, string Email);

/// <summary>A key that was just made.</summary>
/// <param name="ClearText">Given this once.</param>
public sealed record NewApiKey(ApiKey Key, string ClearText);
