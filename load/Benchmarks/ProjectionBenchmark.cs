using BenchmarkDotNet.Attributes;
using CallCenter.History.Shipping;

namespace CallCenter.Benchmarks;

/// <summary>
/// What the shipper does for a call before PostgreSQL gets it: journal file to turns to rows to the bytes of <c>COPY</c>, which nobody
/// takes. One operation is one call.
/// </summary>
public class ProjectionBenchmark
{
    private const int Calls = 2_000;
    private const int EventsPerBatch = 5_000;

    private readonly HistoryRows _rows = new();
    private JournaledProject _project = null!;
    private long _first;

    [GlobalSetup]
    public void Prepare()
    {
        _project = new JournaledProject(withJournal: true);
        _project.Run(1);
        _first = _project.Sequence;
        _project.Run(Calls);
    }

    [GlobalCleanup]
    public void Remove()
    {
        _rows.Dispose();
        _project.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long JournalToCopy()
    {
        long bytes = 0;
        for (var shipped = _first; shipped < _project.Sequence;)
        {
            var turns = _project.Reader.ReadAfter(_project.Id, shipped, EventsPerBatch);
            _rows.Fill([turns]);
            foreach (var table in _rows.Filled)
            {
                bytes += table.Finish().Length;
            }

            shipped = turns[^1].LastSequence;
        }

        return bytes;
    }
}
