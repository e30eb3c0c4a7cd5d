namespace CallCenter.Load.Transport;

/// <summary>Where a leg is in its life.</summary>
public enum LegState
{
    /// <summary>Our INVITE waits for its final response.</summary>
    Calling,

    /// <summary>We gave up an INVITE of ours; its final response is still to come.</summary>
    Cancelling,

    /// <summary>The other side's INVITE waits for our final response.</summary>
    Alerting,

    /// <summary>We sent 200 and wait for the ACK.</summary>
    Answering,

    Talking,

    /// <summary>Our BYE waits for its response.</summary>
    Leaving,

    Over,
}
