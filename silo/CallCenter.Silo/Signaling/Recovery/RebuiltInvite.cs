using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Recovery;

/// <summary>
/// A caller's INVITE written again from the facts of his leg: not the same bytes, but the same answers follow from it. What has no
/// influence on them (User-Agent and the like) is gone.
/// </summary>
internal static class RebuiltInvite
{
    private static readonly SipLegTraits Unknown = new(70, false, 0, true);

    /// <summary>Null where the facts do not allow it.</summary>
    public static SipMessage? Of(SipLegFacts facts)
    {
        if (facts.Vias is not { Length: > 0 } vias || !NameAddr.TryParse(facts.LocalUri, out var called)
            || !Flows.TryParse(facts.Flow, out var flow))
        {
            return null;
        }

        var traits = facts.Traits ?? Unknown;
        var writer = new SipMessageWriter().Request(SipMethod.Invite, called.UriText);
        foreach (var via in vias.Split('\n'))
        {
            writer.Header(SipHeader.Via, via);
        }

        foreach (var route in facts.RouteSet)
        {
            writer.Header(SipHeader.RecordRoute, route);
        }

        writer.Header(SipHeader.MaxForwards, traits.MaxForwards)
            .Party(SipHeader.From, facts.RemoteUri, facts.RemoteTag)
            .Party(SipHeader.To, facts.LocalUri)
            .Header(SipHeader.CallId, facts.SipCallId)
            .CSeq(facts.RemoteCSeq, SipMethod.Invite)
            .Header(SipHeader.Contact, $"<{facts.RemoteTarget}>");
        WriteTraits(writer, traits);
        if (!SipParser.TryParse(writer.Sdp(facts.Sdp ?? []).Written, out var invite, out _))
        {
            return null;
        }

        // A connection died with the process.
        invite!.Flow = flow;
        invite.Flow = flow.IsReliable ? ResponseRouting.WithoutConnection(invite) : flow;
        return invite;
    }

    /// <summary>Written so that the same session timer is agreed on again.</summary>
    private static void WriteTraits(SipMessageWriter writer, SipLegTraits traits)
    {
        if (traits.AllowsUpdate)
        {
            writer.Header(SipHeader.Allow, "UPDATE"u8);
        }

        if (traits.AllowsOptions)
        {
            writer.Header(SipHeader.Allow, "OPTIONS"u8);
        }

        if (!traits.WeRefresh)
        {
            writer.Header(SipHeader.Supported, "timer"u8);
        }

        if (traits.TimerSeconds > 0)
        {
            var refresher = traits.WeRefresh ? SessionRefresher.Uas : SessionRefresher.Uac;
            writer.Header(SipHeader.SessionExpires, new SessionExpires(traits.TimerSeconds, refresher).ToString());
        }
    }
}
