using BenchmarkDotNet.Attributes;

namespace CallCenter.Benchmarks;

/// <summary>
/// Whole queue calls on one and on both processors: independent projects, each with its thread and, where it is on, its own journal files,
/// written once per 128 turns as the loop does under load. One operation is one call, whichever project it was in.
/// </summary>
public class ProjectsBenchmark
{
    private const int Calls = 24_000;

    private JournaledProject[] _projects = [];

    [Params(1, 2)]
    public int Projects { get; set; }

    [Params(false, true)]
    public bool Journal { get; set; }

    [GlobalSetup]
    public void Prepare() => _projects = [.. Enumerable.Range(0, Projects).Select(_ => new JournaledProject(Journal))];

    [Benchmark(OperationsPerInvoke = Calls)]
    public void QueueCalls()
    {
        var threads = _projects.Select(project => new Thread(() => project.Run(Calls / Projects))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    /// <summary>Sets BenchmarkDotNet to one invocation each iteration; what was written goes, so that no disk fills.</summary>
    [IterationCleanup]
    public void Trim() => Array.ForEach(_projects, project => project.Trim());

    [GlobalCleanup]
    public void Remove() => Array.ForEach(_projects, project => project.Dispose());
}
