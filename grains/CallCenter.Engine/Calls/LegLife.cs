using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>
/// What happens to any leg of a call, the caller's and those that we rang: it is answered, holds the other side, ends. Times are kept as
/// 0 where there is none, which is half of what a nullable takes.
/// </summary>
internal class LegLife
{
    private long _answeredAt;
    private long _endedAt;
    private long _heldSince;

    public long? AnsweredAt { get => Known(_answeredAt); set => _answeredAt = value ?? 0; }
    public long? EndedAt { get => Known(_endedAt); private set => _endedAt = value ?? 0; }
    public LegEnd End { get; private set; }
    public int? SipStatus { get; private set; }
    /// <summary>Header lines that explain its end, see <see cref="LegEnded"/>.</summary>
    public string? Said { get; private set; }
    /// <summary>Since when it holds the other side.</summary>
    public long? HeldSince { get => Known(_heldSince); set => _heldSince = value ?? 0; }
    public long HoldMs { get; set; }

    public bool IsLive => _endedAt == 0;

    public void Hold(bool held, long at)
    {
        HoldMs += held ? 0 : at - _heldSince;
        _heldSince = held ? at : 0;
    }

    public void Over(LegEnded ended, long at)
    {
        Over(ended.EndedAt ?? at, ended.End, ended.SipStatus, ended.Said);
        if (_heldSince != 0) Hold(false, _endedAt);
    }

    /// <summary>As a snapshot keeps it.</summary>
    protected void Over(long? at, LegEnd end, int? sipStatus, string? said) => (EndedAt, End, SipStatus, Said) = (at, end, sipStatus, said);

    protected static long? Known(long at) => at == 0 ? null : at;
}
