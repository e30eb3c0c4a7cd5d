using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>
/// Everybody and everything around the call center: callers, phones, employees, the office, and the network between. Gets the effects of
/// each turn and answers with commands, at their time; messages are late, lost, doubled, and cross each other.
/// </summary>
internal sealed class Outside
{
    private static readonly SipLegFacts Facts = new(
        "0123456789abcdef", "01234567", "fedcba98", "<sip:+380441000001@10.0.0.9>", "<sip:+380501112233@10.0.0.1>", 1, 1, [],
        "sip:caller@10.0.0.1:5060", "udp:10.0.0.1:5060", null, new byte[40]);

    private readonly Dictionary<LegId, Party> _parties = [];
    private readonly Func<ProjectCommand, CommandReply> _handle;
    private readonly Phones _phones;
    private readonly Staff _staff;

    public Outside(DayPlan plan, Chance chance, Agenda agenda, Documents documents, Func<ProjectCommand, CommandReply> handle)
    {
        (Plan, Chance, Agenda, Documents, _handle) = (plan, chance, agenda, documents, handle);
        _staff = new Staff(this);
        _phones = new Phones(this, _staff);
        Callers = new Callers(this);
        Office = new Office(this);
    }

    public DayPlan Plan { get; }
    public Chance Chance { get; }
    public Agenda Agenda { get; }
    public Documents Documents { get; }
    public Callers Callers { get; }
    public Office Office { get; }
    /// <summary>Nothing new begins any more: whoever is in the line finishes.</summary>
    public bool IsClosed { get; private set; }
    public long LastCall { get; private set; }

    public void Begin()
    {
        Office.Open();
        _staff.Begin();
        Callers.Begin();
    }

    public void Close() => IsClosed = true;

    public CommandReply Handle(ProjectCommand command) => _handle(command);

    /// <summary>A new call; the party of its caller, or null when it was turned away.</summary>
    public Party? Call(CallLine line, string from, string dialled, int? expires = null)
    {
        var arrives = new ReceiveCall(line, from, null, dialled, Facts, IsWithheld: Chance.OneIn(25), expires, !Chance.OneIn(10));
        if (Handle(arrives) is not CallReceived received) return null;
        LastCall = received.Call.Value;
        var leg = new LegId(received.Call, 0);
        var caller = Callers.Wait(leg);
        Describe(leg, caller);
        return caller;
    }

    /// <summary>The media of a leg goes through us, where that is so of its call.</summary>
    public void Describe(LegId leg, Party party) => Say(
        party, 0, new ReportMedia(leg, new LegMedia(20_000 + (2 * leg.Number), 7, 1, 2, Agenda.Now, [1, 2], Chance.OneIn(2) ? [3] : null)));

    /// <summary>A call that is refused before the project is asked.</summary>
    public void Refuse(CallLine line, string from, string dialled)
    {
        if (Handle(new NoteRefusedCall(new ReceiveCall(line, from, null, dialled, Facts), 415, "Unsupported Media Type")) is Accepted)
            LastCall++;
    }

    /// <summary>A party says something after a while, unless its leg is over by then.</summary>
    /// <param name="mayBeLost">Nobody sends it again when the network loses it.</param>
    public void Say(Party party, long inMs, ProjectCommand command, bool mayBeLost = false)
    {
        if (mayBeLost && Chance.Percent(Plan.LostPercent)) return;
        if (Chance.Percent(Plan.LatePercent)) inMs += Chance.Ms(0, 4_000);
        Agenda.In(inMs, () => SayNow(party, command), mayBeLost);
    }

    /// <summary>An answer with what a dialog needs.</summary>
    public static ReportAnswered Answer(LegId leg) => new(leg, Facts);

    /// <summary>The effects of a turn reach those whom they concern.</summary>
    public void CarryOut(IReadOnlyList<ProjectEffect> effects)
    {
        for (int i = 0; i < effects.Count; i++)
        {
            switch (effects[i])
            {
                case RingLeg ring: _phones.Ring(ring, Join(ring.Leg)); break;
                case Bridge bridge: Connect(bridge); break;
                case Supervise supervise: Listen(new LegId(supervise.Call, supervise.Leg)); break;
                case EndLeg end: End(end.Leg); break;
                case Speak speak when _parties.TryGetValue(new LegId(speak.Call, 0), out var party):
                    Alone.Hear(this, speak, new LegId(speak.Call, 0), party);
                    break;
                case RecordMessage message when _parties.TryGetValue(new LegId(message.Call, 0), out var party):
                    Alone.Speak(this, message, new LegId(message.Call, 0), party);
                    break;
            }
        }
    }

    public Party Join(LegId leg) => _parties[leg] = new Party();

    /// <summary>The party has left by itself: whatever it meant to say later stays unsaid.</summary>
    public void Leave(LegId leg, Party party)
    {
        party.OverFrom = Agenda.Now;
        _parties.Remove(leg);
    }

    private void SayNow(Party party, ProjectCommand command)
    {
        if (Agenda.Now >= party.OverFrom) return;
        if (Chance.Percent(Plan.TwicePercent)) Agenda.In(Chance.Ms(0, 2_000), () => Handle(command), mayBeLost: true);
        if (command is ReportHangUp { Leg: var leg }) Leave(leg, party);
        Handle(command);
    }

    private void Connect(Bridge bridge)
    {
        var (leg, otherLeg) = (new LegId(bridge.Call, bridge.Leg), new LegId(bridge.Call, bridge.OtherLeg));
        if (!_parties.TryGetValue(leg, out var party) || !_parties.TryGetValue(otherLeg, out var other)) return;
        party.Talks = other.Talks = true;
        Conversation.Begin(this, (leg, party), (otherLeg, other));
    }

    /// <summary>Presses keys to be heard, and hangs up in the end.</summary>
    private void Listen(LegId leg)
    {
        if (!_parties.TryGetValue(leg, out var party) || party.Talks) return;
        party.Talks = true;
        Say(party, Chance.Around(5_000), new ReportKey(leg, Chance.Of("4", "5", "6", "9")[0]), mayBeLost: true);
        Say(party, Chance.Around(20_000), Chance.OneIn(8) ? new ReportBroken(leg, "gone") : new ReportHangUp(leg));
    }

    private void End(LegId leg)
    {
        if (!_parties.Remove(leg, out var party)) return;
        party.OverFrom = Agenda.Now + (Chance.OneIn(4) ? Chance.Ms(0, 1_500) : 1);
    }
}
