using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Abstractions.Grains;

/// <summary>
/// A silo: what belongs to its data folder and not to one project. Its key is the silo's name, and it lives on that silo.
/// </summary>
public interface ISiloGrain : IGrainWithStringKey
{
    /// <summary>How it is.</summary>
    ValueTask<SiloState> State();

    /// <summary>The projects that run on it, for other silos.</summary>
    ValueTask<PlacedProject[]> Placed();

    /// <summary>Its projects, for operators: those that are not removed or still finish their last calls.</summary>
    ValueTask<ProjectEntry[]> Projects();

    /// <summary>Makes a project on it, which runs when this returns. Null when it is made, else why it is not.</summary>
    ValueTask<ProjectRefusal?> AddProject(string name);

    /// <summary>Suspends, resumes or removes a project of it. Null when it is done, else why it is not.</summary>
    ValueTask<ProjectRefusal?> SetProject(ProjectId project, ProjectStanding standing);

    /// <summary>Everybody with this name whose password fits; see <see cref="ISignIns.Check"/>.</summary>
    ValueTask<SignedInUser[]> CheckSignIn(string name, string password, ProjectId? project);

    ValueTask SetOperatorPassword(string password);

    /// <summary>See <see cref="ISecondFactors.NewSecret"/>.</summary>
    ValueTask<string> NewSecondFactor();

    /// <summary>See <see cref="ISecondFactors.Set"/>.</summary>
    ValueTask<bool> SetSecondFactor(ProjectId project, EmployeeId? employee, string secret, string code);

    /// <summary>See <see cref="ISecondFactors.Remove"/>.</summary>
    ValueTask<bool> RemoveSecondFactor(ProjectId project, EmployeeId? employee);

    /// <summary>See <see cref="ISecondFactors.Check"/>.</summary>
    ValueTask<bool> CheckSecondFactor(ProjectId project, EmployeeId? employee, string code);

    /// <summary>See <see cref="ISecondFactors.Has"/>.</summary>
    ValueTask<bool> HasSecondFactor(ProjectId project, EmployeeId? employee);

    /// <summary>See <see cref="ISignIns.Find"/>.</summary>
    ValueTask<SignInOwner[]> FindSignIns(string email);

    /// <summary>See <see cref="ISignIns.FindToken"/>.</summary>
    ValueTask<SignInOwner?> FindToken(string token);

    /// <summary>See <see cref="ISignIns.UseToken"/>.</summary>
    ValueTask<SignInOwner?> UseToken(string token, string password);

    /// <summary>The owner and rights of a key; null when it is unknown or revoked, or its project lets nobody in.</summary>
    ValueTask<ApiKey?> CheckKey(string key);
}

/// <summary>How a silo is.</summary>
/// <param name="Alarms">What somebody has to look at, the worst first.</param>
public sealed record SiloState(SiloHealth Health, IReadOnlyList<SiloAlarm> Alarms);
