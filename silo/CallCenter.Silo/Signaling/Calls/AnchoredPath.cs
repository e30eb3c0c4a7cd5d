using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Media;
using CallCenter.Sip;
using CallCenter.Sip.Sdp;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// The media goes through us: each user agent agrees with us alone, and no description of one reaches the other. What each was told is
/// reported to the project before it is sent, so that a restart goes on with it.
/// </summary>
internal sealed class AnchoredPath(SipCore core, B2bua b2bua) : ISessionPath
{
    public bool TryBegin(SipLeg leg, long now)
    {
        if (AnchoredLeg.TryOpen(core.Edge.Media, core.Loop, leg.Id) is not { } audio)
        {
            return false;
        }

        Attach(leg, audio);
        if (leg is CalledLeg called)
        {
            audio.Offer(FormatsFor(called.Circuit.Caller), OffersEncryption(called));
            Report(leg, now);
        }

        return true;
    }

    /// <summary>After a restart. False where nothing is known of the leg's media, or its ports are taken.</summary>
    public bool TryResume(SipLeg leg, LegMedia facts, long now)
    {
        var heard = facts.PeerSdp ?? (leg.Sdp.Length > 0 ? leg.Sdp : null);
        if (AnchoredLeg.TryResume(core.Edge.Media, core.Loop, leg.Id, facts, heard, now) is not { } audio)
        {
            return false;
        }

        Attach(leg, audio);
        return true;
    }

    public bool DelaysAck(CallerLeg caller) => false;

    public ReadOnlySpan<byte> OfferTo(CalledLeg leg) => leg.Audio?.Said;

    public ReadOnlySpan<byte> EarlyAnswerTo(CallerLeg caller, CalledLeg with, ReadOnlySpan<byte> described, long now)
    {
        // Our offer in a 183 would want an answer before the 200 (RFC 3262).
        if (caller.IsOfferDelayed || !with.Audio!.Accept(described))
        {
            return default;
        }

        var answer = AnswerTo(caller, with, now);
        if (!answer.IsEmpty)
        {
            Connect(caller, with);
        }

        return answer;
    }

    /// <summary>One description for as long as he rings: what he was told before stands, whoever answers (RFC 3261 §13.2.1).</summary>
    public ReadOnlySpan<byte> AnswerTo(CallerLeg caller, CalledLeg? with, long now)
    {
        if (caller.Audio!.Said is null)
        {
            var formats = AudioFormats.Facing(with?.Audio?.Terms?.Sends ?? AudioFormats.Ours);
            if (caller.IsOfferDelayed)
            {
                caller.Audio.Offer(formats);
            }
            else if (caller.Audio.Answer(caller.Sdp, formats) is null)
            {
                return default;
            }

            Report(caller, now);
        }

        return caller.Audio.Said;
    }

    public ReadOnlySpan<byte> AnswerTo(CalledLeg leg) => default;

    public bool Accept(SipLeg leg, long now)
    {
        var audio = leg.Audio!;
        var before = audio.Heard;
        if (!audio.Accept(leg.Sdp))
        {
            return false;
        }

        // The first answer of a leg that we rang is reported with everything else about it.
        if ((before is not null || leg is CallerLeg) && !leg.Sdp.AsSpan().SequenceEqual(before))
        {
            Report(leg, now);
        }

        return true;
    }

    public ReadOnlySpan<byte> StandingTo(SipLeg leg) => leg.Audio?.Said;

    public void Renegotiate(SipLeg from, ServerTransaction request, long now)
    {
        var audio = from.Audio!;
        if (audio.Said is null || from.Dialog!.LocalInvitePending)
        {
            // The one before has to be agreed on first (RFC 3261 §14.2).
            request.Respond(491, now);
            return;
        }

        var formats = AudioFormats.Facing(from.Peer?.Audio?.Terms?.Sends ?? AudioFormats.Ours);
        if (request.Request.Sdp is not { IsEmpty: false } offer)
        {
            new OwnAnswer(core, b2bua, from, request).Respond(audio.Offer(formats), now);
            Report(from, now);
        }
        else if (audio.Answer(offer, formats) is { } answer)
        {
            from.Learn(request.Request);
            Report(from, now);
            new OwnAnswer(core, b2bua, from, request).Respond(answer, now);
            b2bua.NoteHold(from, request.Request, now);
        }
        else
        {
            request.Respond(488, now);
        }
    }

    public void Connect(SipLeg leg, SipLeg other) => leg.Audio!.Bridge(other.Audio!);

    /// <summary>Whoever is held hears music.</summary>
    public void NoteHold(SipLeg leg, long now)
    {
        if (leg.Peer?.Audio is not { } held)
        {
            return;
        }

        if (leg.IsHeld)
        {
            held.PlayMusic(core.Sounds.Music, now);
        }
        else
        {
            held.Silence();
        }
    }

    public void End(SipLeg leg)
    {
        if (leg is { Audio: { } audio, Circuit: { Recording: { } recording } circuit } && (leg.Peer is not null || leg is CallerLeg))
        {
            audio.EndRecording(recording);
            circuit.Recording = null;
        }

        leg.Audio?.Close();
        leg.Audio = null;
    }

    /// <summary>What a leg is offered: what the caller has, or what we have where he says nothing of it.</summary>
    private static IReadOnlyList<AudioFormat> FormatsFor(CallerLeg caller)
    {
        if (caller.Audio?.Terms is { } terms)
        {
            return AudioFormats.Facing(terms.Sends);
        }

        var audio = SessionDescription.TryParse(caller.Sdp, out var offer)
            ? offer.Media.Where(static line => line.IsTalkable).OrderByDescending(static line => line.IsSecureRtp).FirstOrDefault() : null;
        return audio is null ? AudioFormats.Ours : AudioFormats.Facing(audio.Formats);
    }

    /// <summary>One offer goes to all phones of an account, and the key in it over no wire that is in clear.</summary>
    private bool OffersEncryption(CalledLeg leg) =>
        core.OffersEncryption && leg.Account is { } account
        && core.Phones.Bindings(account).Where(static one => !one.IsLost).ToList() is { Count: > 0 } phones
        && phones.TrueForAll(static one => one.Flow.Transport == SipTransport.Tls);

    private void Report(SipLeg leg, long now) => core.Project.Handle(new ReportMedia(leg.Id, leg.Audio!.Facts(now)), now);

    private void Attach(SipLeg leg, AnchoredLeg audio)
    {
        leg.Audio = audio;
        var id = leg.Id;
        audio.OnSilence = (silence, now) => b2bua.OnMediaStopped(leg, silence, now);
        audio.OnKey = (key, now) => b2bua.OnKey(leg, key, now);
        audio.OnClosed = (quality, now) => core.Project.Handle(new NoteLegQuality(id, LegQualities.Of(quality)), now);
    }
}
