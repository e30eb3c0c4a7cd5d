namespace CallCenter.Media.Engine;

/// <summary>Which way media flows on a leg, seen from us (RFC 3264 §5.1). Hold is <see cref="None"/>.</summary>
[Flags]
public enum MediaDirection
{
    /// <summary>Nothing is sent and nothing heard; reports go on (RFC 3264 §6.1).</summary>
    None = 0,
    Send = 1,
    Receive = 2,
    Both = Send | Receive,
}
