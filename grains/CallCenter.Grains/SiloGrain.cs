using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a silo.</summary>
[Reentrant, NamedPlacement]
public sealed class SiloGrain(ISiloHealth health, IProjectRegistry registry, ISignIns signIns) : Grain, ISiloGrain
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

    public async ValueTask<SignInOwner[]> FindSignIns(string email) => [.. await signIns.Find(email)];

    public ValueTask<SignInOwner?> FindToken(string token) => signIns.FindToken(token);

    public ValueTask<SignInOwner?> UseToken(string token, string password) =>
        new(Task.Run(async () => await signIns.UseToken(token, password)));

    public async ValueTask<ApiKey?> CheckKey(string key) =>
        await signIns.CheckKey(key) is { } known && registry.LetsIn(known.Project, known.IsOperator) ? known : null;
}
