using CallCenter.Abstractions.Calls;
using CallCenter.Media.Engine;
using CallCenter.Media.Mixing;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>
/// Supervisors hear a conversation: as long as one does, it is a conference of all; with the last one it is two legs again.
/// </content>
internal sealed partial class B2bua
{
    /// <summary>He hears both, and is heard as ordered; or again after a restart.</summary>
    public void Supervise(Supervise order, long now)
    {
        if (_core.Legs.Find(order.Call) is not { Caller: { Peer: CalledLeg { Audio: { } other } peer, Audio: { } audio } caller } circuit
            || circuit.Find(order.Leg) is not CalledLeg { IsAnswered: true, IsEnded: false, Audio: { } own } leg)
        {
            return;
        }

        if (!audio.CanBeMixed || !other.CanBeMixed || !own.CanBeMixed)
        {
            // Both phones agreed on what we only pass on: a mix would silence them.
            OnBroken(leg, "The phones talk in what cannot be mixed", now);
            return;
        }

        leg.Supervises = true;
        if (circuit.Conference is null)
        {
            circuit.Conference = MediaEngine.OpenConference();
            audio.Join(circuit.Conference, MixRole.Join);
            other.Join(circuit.Conference, MixRole.Join);
        }

        var employee = order.Employee == caller.Id.Number ? audio : other;
        own.Join(circuit.Conference, RoleOf(order.Mode), employee);
        leg.ForgetAnswer();
    }

    /// <summary>A leg is over: who talk hear each other alone when no supervisor is left.</summary>
    private static void LeaveConference(SipLeg leg)
    {
        if (leg is not CalledLeg { Supervises: true, Circuit: { Conference: not null } circuit })
        {
            return;
        }

        if (circuit.Called.All(static other => other.IsEnded || !other.Supervises))
        {
            circuit.Conference = null;
            if (circuit.Caller is { IsEnded: false, Peer: { IsEnded: false } peer } caller)
            {
                circuit.Path.Connect(caller, peer);
            }
        }
    }

    private static MixRole RoleOf(SupervisionMode mode) => mode switch
    {
        SupervisionMode.Whisper => MixRole.Whisper,
        SupervisionMode.Join => MixRole.Join,
        _ => MixRole.Listen,
    };
}
