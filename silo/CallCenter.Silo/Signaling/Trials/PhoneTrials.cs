using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Trials;

/// <summary>
/// Rings the phones of an account, so that whoever sets one up hears that it works. It is no call: the engine, the board and the record
/// know nothing of it, and whoever picks up is hung up on. Inside the project's loop.
/// </summary>
internal sealed class PhoneTrials(SipCore core, B2bua b2bua)
{
    /// <summary>Long enough to be heard in the next room. The INVITE says so too: after a restart it ends by itself.</summary>
    public const long RingMs = 12_000;

    public const int MostAtOnce = 10;

    private static readonly string Caller = new NameAddr("CallCenter", "sip:test@anonymous.invalid").ToString();

    /// <summary>In the order of their ends.</summary>
    private readonly List<RungAccount> _ringing = [];

    public long NextDue => _ringing is [var first, ..] ? first.EndsAt : long.MaxValue;

    /// <returns>Comes as soon as it rings, or as it is known that it does not.</returns>
    public Task<PhoneTrial> Ring(string account, long now)
    {
        var phones = core.Targets.OfAccount(account, now);
        if (phones.Count == 0)
        {
            return Task.FromResult(new PhoneTrial(PhoneTrial.NotRegistered, "Not registered"));
        }

        // Where all phones have answered or refused, nothing rings any more.
        _ringing.RemoveAll(static rung => rung.Invites.TrueForAll(static invite => invite.IsEnded));
        if (_ringing.Count >= MostAtOnce || core.IsDraining)
        {
            return Task.FromResult(new PhoneTrial(503, "Too many at once"));
        }

        var rung = new RungAccount(now + RingMs);
        _ringing.Add(rung);
        foreach (var phone in phones)
        {
            var invite = new TrialInvite(this, rung, RequestTo(phone), core.Local.Contact(phone.Flow.Transport));
            rung.Invites.Add(invite);
            core.Sender.Send(invite, phone.Flow, now);
        }

        return rung.Outcome;
    }

    public void Fire(long now)
    {
        while (_ringing is [var first, ..] && first.EndsAt <= now)
        {
            _ringing.RemoveAt(0);
            first.End("No response", now);
        }
    }

    /// <summary>Somebody picked up: that phone is hung up on, the others stop.</summary>
    public void OnPickedUp(RungAccount rung, TrialInvite invite, SipMessage response, long now)
    {
        b2bua.TurnDownLate((InviteClientTransaction)invite.Transaction!, response, now);
        rung.Tell(200, "OK");
        rung.End("Picked up", now);
    }

    private InitialRequest RequestTo(RingDestination phone) => new()
    {
        RequestUri = phone.RequestUri,
        LocalParty = Caller,
        RemoteParty = $"<{phone.RequestUri.Text}>",
        CallId = core.Sender.Random.NewCallId(),
        LocalTag = core.Sender.Random.NewTag(),
        Routes = phone.Routes,
    };
}
