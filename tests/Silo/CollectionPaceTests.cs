using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests;

public class CollectionPaceTests
{
    [Fact]
    public async Task After_work_without_a_full_collection_one_is_made_in_the_background()
    {
        // A small heap is collected at once, as that costs less than to do it beside.
        byte[][] heap = [.. Enumerable.Range(0, 40_000).Select(_ => new byte[500])];
        using var pace = new CollectionPace(TimeProvider.System);
        var before = GC.GetGCMemoryInfo(GCKind.Background).Index;

        await Eventually.Holds(() =>
        {
            GC.Collect(0);
            pace.Keep();
            return GC.GetGCMemoryInfo(GCKind.Background).Index > before;
        });
        GC.KeepAlive(heap);
    }
}
