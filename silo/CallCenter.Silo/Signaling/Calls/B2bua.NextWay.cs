namespace CallCenter.Silo.Signaling.Calls;

/// <content>
/// A server that does not take an INVITE: the next one of the same name is tried (RFC 3263 §4.3), and after the last one the project may
/// know another trunk.
/// </content>
internal sealed partial class B2bua
{
    /// <summary>
    /// Deviation: where there is something else to try, Timer B (32 s) is not waited for; a server that said nothing to three repetitions,
    /// not even 100, is not there, and a caller waits.
    /// </summary>
    private const long UnheardMs = 4_000;

    /// <summary>True where the INVITE of the branch went on to another server.</summary>
    private bool TriesNextWay(RingBranch branch, int status, long now)
    {
        var isOfTheWay = status == 503 || (status == 408 && !branch.IsHeard);
        if (!isOfTheWay || branch.Leg.IsEnded || branch.Leg.IsAnswered || !branch.TryNextWay(now))
        {
            return false;
        }

        SignalingLog.NextServer(_core.Log, branch.Leg.Id.ToString(), status, branch.Way.Remote.ToString());
        EndEarlyMedia(branch);
        ListenFor(branch.Leg, now);
        _core.Sender.Send(branch, branch.Way, now);
        return true;
    }

    /// <summary>Somebody has to say something soon, where it would be of use to know.</summary>
    private void ListenFor(CalledLeg leg, long now)
    {
        foreach (var branch in leg.Branches)
        {
            if (leg.Order.HasNextTrunk || branch.Destination.OtherWays.Count > 0)
            {
                _timers.Set(leg, now + UnheardMs);
                return;
            }
        }
    }

    /// <summary>Whoever was not heard by now is not there.</summary>
    private void OnUnheard(CalledLeg leg, long now)
    {
        for (var i = 0; i < leg.Branches.Count && !leg.IsEnded; i++)
        {
            var branch = leg.Branches[i];
            if (!branch.IsEnded && !branch.IsHeard)
            {
                branch.LetGo(now);
                OnBranchFailed(branch, 408, "No response", now);
            }
        }
    }
}
