using CallCenter.Abstractions.Calls;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>A caller with us alone: what he is told, what he presses, the message that he leaves.</content>
internal sealed partial class B2bua
{
    /// <summary>He hears this, or again after a restart, from its beginning.</summary>
    public void Speak(Speak order)
    {
        if (_core.Legs.Find(order.Call)?.Caller.Audio is { } audio)
        {
            var clip = _core.Sounds.Say(_core.Language, order.Prompts);
            audio.SayAlone(clip, at => _core.Project.Handle(new ReportSpoken(order.Call, order.Step, order.Attempt), at));
        }
    }

    /// <summary>His message is recorded from now on, or again after a restart.</summary>
    public void Record(RecordMessage order, long now)
    {
        if (_core.Legs.Find(order.Call) is { Recording: null, Caller.Audio: { } audio } circuit)
        {
            var setup = _core.Edge.Media.Recordings.Begin(
                _core.Project, _core.Loop, order, _core.MessageSilence,
                at => _core.Project.Handle(new ReportMessageOver(order.Call, order.Step), at), now);
            circuit.Recording = audio.Record(right: null, setup);
        }
    }

    /// <summary>Who is answered hears a tone while somebody is rung for him.</summary>
    public void PlayRinging(CallerLeg caller, long now) => caller.Audio?.PlayMusic(_core.Edge.Media.Sounds.Ringing, now);

    private void EndMessage(EndMessage order)
    {
        if (_core.Legs.Find(order.Call) is { Recording: { } recording } circuit)
        {
            circuit.Caller.Audio?.EndRecording(recording);
            circuit.Recording = null;
        }
    }
}
