using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a silo.</summary>
[Reentrant, NamedPlacement]
public sealed class SiloGrain(ISiloHealth health, IProjectRegistry registry, ISignIns signIns, ISecondFactors factors) : Grain, ISiloGrain
{
    public ValueTask<SiloState> State() => ValueTask.FromResult(new SiloState(health.Read(), health.Alarms));

    public ValueTask<PlacedProject[]> Placed() => ValueTask.FromResult<PlacedProject[]>([.. registry.Running]);

    public async ValueTask<ProjectEntry[]> Projects() => [.. await registry.List()];

    public ValueTask<ProjectRefusal?> AddProject(string name) => registry.Add(name);

    public ValueTask<ProjectRefusal?> SetProject(ProjectId project, ProjectStanding standing) => registry.Set(project, standing);

    // Looking at a password takes some 100 ms of a processor: beside the turns of grains, which are short.
    public async ValueTask<SignedInUser[]> CheckSignIn(string name, string password, ProjectId? project) =>
        [.. await Task.Run(async () => await signIns.Check(name, password, project))];

    public ValueTask SetOperatorPassword(string password) => new(Task.Run(async () => await signIns.SetOperatorPassword(password)));

    public ValueTask<string> NewSecondFactor() => ValueTask.FromResult(factors.NewSecret());

    public ValueTask<bool> SetSecondFactor(ProjectId project, EmployeeId? employee, string secret, string code) =>
        ValueTask.FromResult(factors.Set(project, employee, secret, code));

    public ValueTask<bool> RemoveSecondFactor(ProjectId project, EmployeeId? employee) =>
        ValueTask.FromResult(factors.Remove(project, employee));

    public ValueTask<bool> CheckSecondFactor(ProjectId project, EmployeeId? employee, string code) =>
        ValueTask.FromResult(factors.Check(project, employee, code));

    public ValueTask<bool> HasSecondFactor(ProjectId project, EmployeeId? employee) =>
        ValueTask.FromResult(factors.Has(project, employee));

    public async ValueTask<SignInOwner[]> FindSignIns(string email) => [.. await signIns.Find(email)];

    public ValueTask<SignInOwner?> FindToken(string token) => signIns.FindToken(token);

    public ValueTask<SignInOwner?> UseToken(string token, string password) =>
        new(Task.Run(async () => await signIns.UseToken(token, password)));

    public async ValueTask<ApiKey?> CheckKey(string key) =>
        await signIns.CheckKey(key) is { } known && registry.LetsIn(known.Project, known.IsOperator) ? known : null;
}
