using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Dialogs;

/// <summary>Our wishes for session timers (RFC 4028), in seconds.</summary>
/// <param name="Interval">The interval we ask for.</param>
/// <param name="MinSe">The shortest we accept; at least 90 by the RFC.</param>
public sealed record SessionTimerPolicy(uint Interval = 1800, uint MinSe = 90);

/// <summary>
/// The agreed session timer of a dialog (RFC 4028 §7.2, §9, §10). It starts anew with every 2xx to an INVITE or UPDATE in it.
/// </summary>
/// <param name="Seconds">The session interval.</param>
/// <param name="WeRefresh">We send the refreshing re-INVITE or UPDATE; else the peer has to.</param>
public readonly record struct SessionTimer(uint Seconds, bool WeRefresh)
{
    /// <summary>When we refresh: after half the interval (§7.2).</summary>
    public long RefreshAtMs(long startedMs) => startedMs + (Seconds * 500L);

    /// <summary>When the session counts as dead and BYE is sent: the interval less min(32 s, a third) (§10).</summary>
    public long EndAtMs(long startedMs) => startedMs + ((Seconds - Math.Min(32, Seconds / 3)) * 1000L);

    /// <summary>422 with Min-SE when the peer, which knows session timers, asks for too short an interval (§9).</summary>
    public static SipRefusal? Check(SipMessage request, SessionTimerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        return request.SessionExpires is { } wish && wish.Seconds < policy.MinSe && request.Lists(SipHeader.Supported, "timer"u8)
            ? new SipRefusal(422, SipHeader.MinSe, $"{policy.MinSe}") : null;
    }

    /// <summary>
    /// The UAS's decision for its 2xx (§9, table 2). The peer refreshes when it can and does not ask otherwise: it is the phone that
    /// knows whether it still lives. A peer without the extension is refreshed by us.
    /// </summary>
    public static SessionTimer Answer(SipMessage request, SessionTimerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        var wish = request.SessionExpires;
        var floor = Math.Max(policy.MinSe, request.MinSe ?? 0);
        var seconds = Math.Max(floor, Math.Min(wish?.Seconds ?? policy.Interval, policy.Interval));
        var peerCan = request.Lists(SipHeader.Supported, "timer"u8);
        return new SessionTimer(seconds, WeRefresh: !peerCan || wish?.Refresher == SessionRefresher.Uas);
    }

    /// <summary>Adds what the UAS's 2xx says: Session-Expires, and Require where the peer has to act (§9).</summary>
    public SipMessageWriter WriteAnswer(SipMessageWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var refresher = WeRefresh ? SessionRefresher.Uas : SessionRefresher.Uac;
        writer.Header(SipHeader.SessionExpires, new SessionExpires(Seconds, refresher).ToString());
        return WeRefresh ? writer : writer.Header(SipHeader.Require, "timer"u8);
    }

    /// <summary>Adds what the UAC's INVITE or UPDATE says (§7.1, §7.4); the refresher only when one is already agreed.</summary>
    public static SipMessageWriter WriteOffer(SipMessageWriter writer, SessionTimerPolicy policy, SessionTimer? agreed = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(policy);
        var refresher = agreed is null ? SessionRefresher.Unspecified
            : agreed.Value.WeRefresh ? SessionRefresher.Uac : SessionRefresher.Uas;
        return writer
            .Header(SipHeader.SessionExpires, new SessionExpires(agreed?.Seconds ?? policy.Interval, refresher).ToString())
            .Header(SipHeader.MinSe, policy.MinSe);
    }

    /// <summary>What the UAC learns from a 2xx (§7.2); null when the peer wants no session timer.</summary>
    public static SessionTimer? FromResponse(SipMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.SessionExpires is { Seconds: > 0 } value
            ? new SessionTimer(value.Seconds, value.Refresher != SessionRefresher.Uas) : null;
    }

    /// <summary>The policy to repeat the request with after a 422 (§7.3); null when the peer names no interval.</summary>
    public static SessionTimerPolicy? AfterRefusal(SipMessage response, SessionTimerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(policy);
        return response.StatusCode == 422 && response.MinSe is { } min && min > policy.MinSe
            ? new SessionTimerPolicy(Math.Max(policy.Interval, min), min) : null;
    }
}
