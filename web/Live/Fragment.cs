namespace CallCenter.Web.Live;

/// <summary>
/// One keyed piece of a live region: a tile, a row. It is rendered again only when <see cref="Model"/> differs from the last one by
/// <c>Equals</c>, so models are flat records without lists.
/// </summary>
/// <param name="Key">Unique in its region; also the <c>data-key</c> of the one element that the component renders.</param>
/// <param name="Component">A <see cref="FragmentBase{TModel}"/> for this model.</param>
public sealed record Fragment(string Key, Type Component, object Model)
{
    public static Fragment Of<TComponent, TModel>(string key, TModel model)
        where TComponent : FragmentBase<TModel>
        where TModel : notnull => new(key, typeof(TComponent), model);
}

/// <summary>A list of fragments in their order; in the page the element with <c>data-live-section</c> of this name holds them.</summary>
public sealed record RegionSection(string Name, IReadOnlyList<Fragment> Fragments);

/// <summary>What a live region shows at one moment.</summary>
/// <param name="Zone">Time zone of the project.</param>
/// <param name="Basis">What the region wants to remember of it for its next drawing.</param>
/// <param name="RefreshAt">Unix milliseconds UTC when it has to be drawn again even if nothing happens; null: only after changes.</param>
public sealed record RegionPicture(TimeZoneInfo Zone, IReadOnlyList<RegionSection> Sections, object? Basis = null, long? RefreshAt = null);
