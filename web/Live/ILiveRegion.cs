using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Live;

/// <summary>What is watched, for whom. Two viewers with equal topics share one drawing.</summary>
/// <param name="Argument">What the region needs to know, in one canonical spelling: a filter, an employee.</param>
/// <param name="Access">The rights that matter to the region, not more: fewer distinct values, more sharing.</param>
public sealed record RegionTopic(ProjectId Project, string Region, string Argument, Language Language, AccessLevel Access);

/// <summary>A kind of live region. Implementations are singletons and keep no state.</summary>
public interface ILiveRegion
{
    string Name { get; }

    /// <summary>The topic for a viewer; null when he may not see it.</summary>
    ValueTask<RegionTopic?> TopicFor(Viewer viewer, Language language, string argument);

    /// <summary>
    /// What is to be seen now. <paramref name="before"/> may be given back as it is when nothing that matters changed; null means
    /// that the topic does not exist.
    /// </summary>
    ValueTask<RegionPicture?> Draw(RegionTopic topic, BoardSnapshot board, RegionPicture? before, CancellationToken cancellation);
}
