namespace CallCenter.Silo.Signaling.Security;

/// <summary>A rate with a burst, as a value: tokens come back with time, taking one is allowed while there is one.</summary>
internal struct TokenBucket
{
    private double _tokens;
    private long _at;

    public static TokenBucket Full(long now, double burst) => new() { _tokens = burst, _at = now };

    public bool TryTake(long now, double burst, double perSecond)
    {
        _tokens = Math.Min(burst, _tokens + ((now - _at) * perSecond / 1000));
        _at = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }

    public void GiveBack(double burst) => _tokens = Math.Min(burst, _tokens + 1);
}
