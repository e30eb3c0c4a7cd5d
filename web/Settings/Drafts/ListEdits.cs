namespace CallCenter.Web.Settings.Drafts;

/// <summary>Changes of the lists in a document, which are never changed in place.</summary>
public static class ListEdits
{
    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> list, int index) => [.. list.Take(index), .. list.Skip(index + 1)];

    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int index, T entry) =>
        [.. list.Take(index), entry, .. list.Skip(index + 1)];

    /// <summary>Moves an entry by so many places, as far as the list goes.</summary>
    public static IReadOnlyList<T> Moved<T>(this IReadOnlyList<T> list, int index, int by)
    {
        var others = list.Without(index).ToList();
        others.Insert(Math.Clamp(index + by, 0, others.Count), list[index]);
        return others;
    }
}
