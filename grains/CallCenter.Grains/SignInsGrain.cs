using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a project's sign-ins and keys.</summary>
[Reentrant, ProjectPlacement]
public sealed class SignInsGrain(ISignIns signIns, IProjectRegistry registry, IProjects projects) : Grain, ISignInsGrain
{
    private ProjectId Id => new(this.GetPrimaryKeyString());

    public async ValueTask<bool> Holds(EmployeeId? employee, AccessLevel access, DepartmentId[] supervises, string? stamp)
    {
        if (!registry.LetsIn(Id, isOperator: employee is null) || stamp is null || await signIns.Stamp(Id, employee) != stamp)
        {
            return false;
        }

        if (employee is not { } person)
        {
            return true;
        }

        var (_, document) = await projects.Configuration(Id);
        return document.Employees.FirstOrDefault(one => one.Id == person.Value) is { } known && known.Access == access
            && known.Supervised().SequenceEqual(supervises);
    }

    public async ValueTask<EmployeeSignIn?> Find(string email)
    {
        var (_, document) = await projects.Configuration(Id);
        return document.Employees.FirstOrDefault(one => email.Equals(one.Email, StringComparison.OrdinalIgnoreCase)) is { } employee
            ? new EmployeeSignIn(new EmployeeId(employee.Id), employee.Email!)
            : null;
    }

    public async ValueTask<bool> HasKey(string id) =>
        (await signIns.Keys(Id)).FirstOrDefault(key => key.Id == id) is { } known && registry.LetsIn(Id, known.IsOperator);

    public ValueTask<string?> CreateToken(EmployeeId employee) => signIns.CreateToken(Id, employee);

    public async ValueTask<SignInStanding[]> Standings() => [.. await signIns.Standings(Id)];

    public ValueTask<string?> Stamp(EmployeeId? employee) => signIns.Stamp(Id, employee);

    // Beside the turns of grains, as looking at one is.
    public ValueTask<bool> SetPassword(string name, string password)
    {
        var project = Id;
        return new(Task.Run(async () => await signIns.SetPassword(project, name, password)));
    }

    public async ValueTask<ApiKey[]> Keys() => [.. await signIns.Keys(Id)];

    public async ValueTask<NewApiKey> CreateKey(string name, AccessLevel access, bool isOperator)
    {
        var (key, clearText) = await signIns.CreateKey(Id, name, access, isOperator);
        return new NewApiKey(key, clearText);
    }

    public ValueTask<bool> RevokeKey(string id) => signIns.RevokeKey(Id, id);
}
