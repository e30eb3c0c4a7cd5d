namespace CallCenter.Silo.Loop;

/// <summary>
/// The loops that a receiver put messages into. The first is drained by the receiver itself, without a hand-over; where messages of several
/// projects came together the others are drained beside it. Of one receiver.
/// </summary>
public sealed class TouchedLoops
{
    private readonly List<ProjectLoop> _loops = [];

    public void Add(ProjectLoop loop)
    {
        if (!_loops.Contains(loop))
        {
            _loops.Add(loop);
        }
    }

    public void Drain()
    {
        for (var i = 1; i < _loops.Count; i++)
        {
            _loops[i].DrainElsewhere();
        }

        if (_loops is [var first, ..])
        {
            first.Drain();
        }

        _loops.Clear();
    }
}
