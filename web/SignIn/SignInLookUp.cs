using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Cluster;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Whose a name and password, or a key, are: every silo is asked, because each knows those of its data folder. Throws
/// <see cref="SiloIsAwayException"/> when nobody knows them and a silo is away that might.
/// </summary>
public sealed class SignInLookUp(IGrainFactory grains, ClusterView cluster)
{
    /// <summary>
    /// Everybody whose password fits, one for each project; the operator once. See <see cref="ISiloGrain.CheckSignIn"/>.
    /// </summary>
    /// <param name="project">Only this one; null: all.</param>
    public async Task<IReadOnlyList<SignedInUser>> Check(string name, string password, ProjectId? project)
    {
        var asked = project is { } only && cluster.PlaceOf(only) is { } place ? [place] : cluster.Silos;
        var found = await Ask(asked, silo => silo.CheckSignIn(name, password, project));
        List<SignedInUser> users = [.. found.SelectMany(static some => some)];
        // Whoever is operator of one silo is that of the cluster.
        return users.FirstOrDefault(static user => user.IsOperator) is { } above ? [above] : KnownOrAway(users, asked);
    }

    /// <summary>The key's owner and rights; null when the key is unknown, revoked, or of a project that lets nobody in.</summary>
    public async Task<ApiKey?> CheckKey(string key)
    {
        var asked = cluster.Silos;
        List<ApiKey> found = [.. (await Ask(asked, silo => silo.CheckKey(key))).OfType<ApiKey>()];
        return KnownOrAway(found, asked).FirstOrDefault();
    }

    /// <summary>The operator is the same for all silos; one that is away keeps his old password.</summary>
    public Task SetOperatorPassword(string password) => Task.WhenAll(
        cluster.Silos.Where(static silo => silo.IsHere).Select(silo => grains.Silo(silo.Name).SetOperatorPassword(password).AsTask()));

    /// <summary>A secret for somebody's authenticator app.</summary>
    public ValueTask<string> NewSecondFactor(ProjectId project) => grains.Silo(Of(project, null)[0].Name).NewSecondFactor();

    /// <summary>See <see cref="ISecondFactors.Set"/>; the operator's is set on all silos that are here.</summary>
    public async Task<bool> SetSecondFactor(ProjectId project, EmployeeId? employee, string secret, string code) =>
        (await Ask(Of(project, employee), silo => silo.SetSecondFactor(project, employee, secret, code))).Any(static done => done);

    /// <summary>See <see cref="ISecondFactors.Remove"/>.</summary>
    public async Task<bool> RemoveSecondFactor(ProjectId project, EmployeeId? employee) =>
        (await Ask(Of(project, employee), silo => silo.RemoveSecondFactor(project, employee))).Any(static done => done);

    /// <summary>See <see cref="ISecondFactors.Check"/>.</summary>
    public async Task<bool> CheckSecondFactor(ProjectId project, EmployeeId? employee, string code) =>
        (await Ask(Of(project, employee), silo => silo.CheckSecondFactor(project, employee, code))).Any(static fits => fits);

    /// <summary>See <see cref="ISecondFactors.Has"/>.</summary>
    public async Task<bool> HasSecondFactor(ProjectId project, EmployeeId? employee) =>
        (await Ask(Of(project, employee), silo => silo.HasSecondFactor(project, employee))).Any(static has => has);

    // An employee's is with his project, the operator's with every silo.
    private List<SiloPlace> Of(ProjectId project, EmployeeId? employee)
    {
        IReadOnlyList<SiloPlace> places = employee is not null && cluster.PlaceOf(project) is { } place ? [place] : cluster.Silos;
        List<SiloPlace> here = [.. places.Where(static silo => silo.IsHere)];
        return here.Count > 0 ? here : throw new SiloIsAwayException();
    }

    /// <summary>Everybody with this e-mail, one for each project. See <see cref="ISiloGrain.FindSignIns"/>.</summary>
    public async Task<IReadOnlyList<SignInOwner>> Find(string email) =>
        [.. (await Ask(cluster.Silos, silo => silo.FindSignIns(email))).SelectMany(static some => some)];

    /// <summary>Whose a token is; null when it is void.</summary>
    public async Task<SignInOwner?> FindToken(string token)
    {
        var asked = cluster.Silos;
        List<SignInOwner> found = [.. (await Ask(asked, silo => silo.FindToken(token))).OfType<SignInOwner>()];
        return KnownOrAway(found, asked).FirstOrDefault();
    }

    /// <summary>Sets a password by a token; null when it is void.</summary>
    public async Task<SignInOwner?> UseToken(string token, string password) =>
        (await Ask(cluster.Silos, silo => silo.UseToken(token, password))).OfType<SignInOwner>().FirstOrDefault();

    private async Task<IReadOnlyList<T>> Ask<T>(IReadOnlyList<SiloPlace> silos, Func<ISiloGrain, ValueTask<T>> ask) =>
        await Task.WhenAll(silos.Where(static silo => silo.IsHere).Select(silo => ask(grains.Silo(silo.Name)).AsTask()));

    private static List<T> KnownOrAway<T>(List<T> found, IReadOnlyList<SiloPlace> asked) =>
        found.Count > 0 || (asked.Count > 0 && asked.All(static silo => silo.IsHere)) ? found : throw new SiloIsAwayException();
}
