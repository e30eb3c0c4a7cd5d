namespace CallCenter.Silo.Telemetry;

/// <summary>How fast a new call is reacted to. It is there only while somebody measures.</summary>
internal sealed class CallReaction(SiloTelemetry telemetry, UnsentTimes unsent, long receivedAt, long arrivedAt)
{
    private bool _isInvited;
    private bool _isRinging;

    /// <summary>
    /// An INVITE to an employee is in the outbox. Later than in the turn of the arrival nobody was free, and the time is the queue's: it is
    /// in the records.
    /// </summary>
    public void Invited(long now)
    {
        if (!_isInvited && now == arrivedAt)
        {
            unsent.Add(telemetry.InviteToInvite, receivedAt);
        }

        _isInvited = true;
    }

    /// <summary>A 180 for the caller is in the outbox.</summary>
    public void Rang()
    {
        if (!_isRinging)
        {
            unsent.Add(telemetry.InviteToRinging, receivedAt);
        }

        _isRinging = true;
    }
}
