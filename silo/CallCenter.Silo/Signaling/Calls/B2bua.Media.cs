using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>What the media of a leg tells: hold, and where it goes through us keys and silence.</content>
internal sealed partial class B2bua
{
    /// <summary>The user agent described itself anew: it may hold the other side now, or no longer.</summary>
    public void NoteHold(SipLeg leg, SipMessage message, long now)
    {
        if (!leg.IsEnded && SdpSummary.TryParse(message.Sdp, out var summary) && summary.IsHold != leg.IsHeld)
        {
            leg.IsHeld = summary.IsHold;
            TellHold(leg, now);
        }
    }

    /// <summary>Whoever holds before he talks with somebody holds him from the first moment on.</summary>
    private void TellHold(SipLeg leg, long now)
    {
        if (leg.Peer is not null)
        {
            _core.Project.Handle(new ReportHold(leg.Id, leg.IsHeld), now);
            leg.Circuit.Path.NoteHold(leg, now);
        }
    }

    /// <summary>The caller hears music from now on, or again after a restart.</summary>
    public void PlayMusic(CallId call, long now) =>
        _core.Legs.Find(call)?.Caller.Audio?.PlayMusic(_core.Sounds.Music, now);

    private void Answer(AnswerCaller order, long now)
    {
        if (_core.Legs.Find(order.Call)?.Caller is { IsEnded: false, IsAnswered: false } caller)
        {
            Answer(caller, with: null, now);
        }
    }

    private void Announce(Announce order) => _core.Legs.Find(order.Call)?.Caller.Audio?.Say(
        _core.Sounds.PlaceInQueue(_core.Language, order.Position));

    /// <summary>A conversation is recorded from now on, or again after a restart.</summary>
    public void Record(RecordConversation order, bool isPaused, long now)
    {
        if (_core.Legs.Find(order.Call) is not { Recording: null } circuit || circuit.Find(order.Client)?.Audio is not { } client
            || circuit.Find(order.Employee)?.Audio is not { } employee)
        {
            return;
        }

        var setup = _core.Edge.Media.Recordings.Begin(_core.Project, _core.Loop, order, now);
        circuit.Recording = client.Record(employee, setup);
        if (isPaused)
        {
            client.Pause(circuit.Recording, isPaused);
        }
    }

    private void Pause(SetRecordingPause order)
    {
        if (_core.Legs.Find(order.Call) is { Recording: { } recording } circuit)
        {
            circuit.Caller.Audio?.Pause(recording, order.IsPaused);
        }
    }

    /// <summary>A key was pressed at the user agent of a leg whose media goes through us, in its audio (RFC 4733) or by INFO.</summary>
    public void OnKey(SipLeg leg, char key, long now)
    {
        if (leg.IsEnded)
        {
            return;
        }

        _core.Project.Handle(new ReportKey(leg.Id, key), now);
        if (_core.PauseKeys is { Length: > 0 } code && leg.Circuit.Recording is not null && IsEmployees(leg)
            && (leg.Circuit.PauseCode ??= new PressedCode()).Press(key, code, now))
        {
            TogglePause(leg, now);
        }
    }

    /// <summary>Who was called, or who called from a phone of ours.</summary>
    private static bool IsEmployees(SipLeg leg) =>
        leg.Circuit.Caller.Account is null ? leg is CalledLeg { Supervises: false } : leg is CallerLeg;

    private void TogglePause(SipLeg leg, long now)
    {
        var isPaused = _core.Project.Engine.Circuit(leg.Id.Call)?.IsPaused != true;
        var by = leg.Account ?? leg.Id.ToString();
        var kind = isPaused ? AuditKind.RecordingPaused : AuditKind.RecordingResumed;
        var entry = new AuditEntry(kind, new AuditActor(ActorKind.Person, by, null, null, null), leg.Id.Call.ToString());
        _core.Project.Handle(new AuditedCommand(new PauseRecording(leg.Id.Call, isPaused, by), entry), now);
    }

    /// <summary>Nothing came from the user agent for a long time. Whoever is held, or holds, may be silent.</summary>
    public void OnMediaStopped(SipLeg leg, TimeSpan silence, long now)
    {
        if (leg is { IsEnded: false, IsAnswered: true, IsHeld: false, Peer.IsHeld: false })
        {
            OnBroken(leg, $"No audio for {silence.TotalSeconds:0} s", now);
        }
    }
}
