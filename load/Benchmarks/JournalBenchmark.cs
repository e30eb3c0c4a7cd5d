using BenchmarkDotNet.Attributes;
using CallCenter.Abstractions;
using CallCenter.Journal;

namespace CallCenter.Benchmarks;

/// <summary>
/// The events of one whole queue call appended to the journal file, turn by turn, with one flush per call and with one per hundred, as
/// happens under load when turns wait together. One operation is one call.
/// </summary>
public class JournalBenchmark
{
    private const int CallsPerFlush = 100;

    private readonly List<(ProjectEvent[] Events, long At)> _turns = [];
    private readonly ProjectId _project = new("benchmark");
    private string _folder = "";
    private JournalFolder _journal = null!;
    private JournalWriter _writer = null!;
    private long _sequence;

    [GlobalSetup]
    public void Prepare()
    {
        var flow = new QueueCallFlow { OnTurn = (events, at) => _turns.Add(([.. events], at)) };
        flow.Run();
        _turns.RemoveAll(turn => turn.Events.Length == 0);
        _folder = Directory.CreateTempSubdirectory("callcenter-journal-").FullName;
        _journal = JournalFolder.Open(new JournalOptions(_folder));
        _writer = _journal.NewWriter();
    }

    [GlobalCleanup]
    public void Remove()
    {
        _journal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public long FlushEachCall()
    {
        Append();
        _writer.Flush();
        return _sequence;
    }

    [Benchmark(OperationsPerInvoke = CallsPerFlush)]
    public long FlushHundredCalls()
    {
        for (var i = 0; i < CallsPerFlush; i++)
        {
            Append();
        }

        _writer.Flush();
        return _sequence;
    }

    private void Append()
    {
        foreach (var (events, at) in _turns)
        {
            _writer.Append(_project, _sequence + 1, at, events);
            _sequence += events.Length;
        }
    }
}
