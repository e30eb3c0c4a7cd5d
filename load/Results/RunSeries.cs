namespace CallCenter.Load.Results;

/// <summary>Figures of each second of a run, at most a day of them: what comes later counts in the last second.</summary>
internal sealed class RunSeries(long startMicros)
{
    public const int MostSeconds = 24 * 60 * 60;

    private Second[] _seconds = new Second[64];
    private int _waitingNow;
    private int _talkingNow;
    private int _gaugesUpTo;

    /// <summary>Seconds begun so far.</summary>
    public int Count { get; private set; }

    public void Offered(long micros) => At(micros).Offered++;

    public void Answered(long micros) => At(micros).Answered++;

    public void Abandoned(long micros) => At(micros).Abandoned++;

    public void Refused(long micros) => At(micros).Refused++;

    public void Failed(long micros) => At(micros).Failed++;

    public void ReachedEmployee(long inviteMicros, long employeeMicros)
    {
        ref var second = ref At(inviteMicros);
        second.SlowestMicros = Math.Max(second.SlowestMicros, employeeMicros - inviteMicros);
    }

    public void Waiting(long micros, int now)
    {
        ref var second = ref WithGauges(micros);
        _waitingNow = now;
        second.Waiting = Math.Max(second.Waiting, now);
    }

    public void Talking(long micros, int now)
    {
        ref var second = ref WithGauges(micros);
        _talkingNow = now;
        second.Talking = Math.Max(second.Talking, now);
    }

    /// <summary>The columns up to this time.</summary>
    public SeriesResult Result(long nowMicros)
    {
        WithGauges(nowMicros);
        var seconds = _seconds.AsSpan(0, Count).ToArray();
        return new SeriesResult(
            [.. seconds.Select(second => second.Offered)], [.. seconds.Select(second => second.Answered)],
            [.. seconds.Select(second => second.Abandoned)], [.. seconds.Select(second => second.Refused)],
            [.. seconds.Select(second => second.Failed)], [.. seconds.Select(second => second.Waiting)],
            [.. seconds.Select(second => second.Talking)],
            [.. seconds.Select(second => Math.Round(second.SlowestMicros / 1000.0, 2))]);
    }

    private ref Second At(long micros)
    {
        var index = (int)Math.Clamp((micros - startMicros) / 1_000_000, 0, MostSeconds - 1);
        if (index >= _seconds.Length) Array.Resize(ref _seconds, Math.Max(index + 1, _seconds.Length * 2));
        if (index >= Count) Count = index + 1;
        return ref _seconds[index];
    }

    /// <summary>The second of this time; in it and in those without a change a gauge begins at what it was.</summary>
    private ref Second WithGauges(long micros)
    {
        ref var second = ref At(micros);
        var index = (int)Math.Clamp((micros - startMicros) / 1_000_000, 0, MostSeconds - 1);
        for (; _gaugesUpTo <= index; _gaugesUpTo++)
        {
            _seconds[_gaugesUpTo].Waiting = _waitingNow;
            _seconds[_gaugesUpTo].Talking = _talkingNow;
        }

        return ref second;
    }

    private struct Second
    {
        public int Offered;
        public int Answered;
        public int Abandoned;
        public int Refused;
        public int Failed;
        public int Waiting;
        public int Talking;
        public long SlowestMicros;
    }
}
