using BenchmarkDotNet.Attributes;

namespace CallCenter.Benchmarks;

/// <summary>Whole queue calls through the bare engine, six turns each: no SIP, no journal, no silo. One operation is one call.</summary>
public class EngineBenchmark
{
    private readonly QueueCallFlow _flow = new();

    [Benchmark]
    public long QueueCall()
    {
        _flow.Run();
        return _flow.Project.Sequence;
    }
}
