using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Grains;

/// <summary>Whether a project lets somebody in: only the operator looks into a suspended one.</summary>
internal static class LettingIn
{
    public static bool LetsIn(this IProjectRegistry registry, ProjectId project, bool isOperator) =>
        registry.Running.FirstOrDefault(one => one.Id == project) is { } running
        && (isOperator || running.Standing == ProjectStanding.Active);
}
