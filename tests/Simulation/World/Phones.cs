using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>What rung phones do: alert, get answered, refuse, fail, stay silent, answer too late.</summary>
internal sealed class Phones(Outside outside, Staff staff)
{
    // RFC 3261 timer B.
    private const long NoReplyMs = 32_000;
    private Chance Chance => outside.Chance;

    public void Ring(RingLeg ring, Party party)
    {
        var leg = ring.Leg;
        outside.Describe(leg, party);
        if (ring.Target.Account is { } account && staff.IsAway(account))
        {
            outside.Say(party, NoReplyMs, new ReportFailed(leg, 408, null), mayBeLost: true);
            return;
        }
        if (IsOdd(leg.Call) && !Chance.OneIn(8))
        {
            int status = Chance.Of(488, 488, 488, 415, 606, 400);
            outside.Say(party, Chance.Ms(5, 300), new ReportFailed(leg, status, null, "Warning: 304 phone \"codec\""));
            return;
        }
        if (!Chance.OneIn(12)) outside.Say(party, Chance.Ms(5, 300), new ReportRinging(leg), mayBeLost: true);
        switch (Chance.Below(100))
        {
            case < 72: Take(leg, party); break;
            case < 80: outside.Say(party, Chance.Around(4_000), new ReportFailed(leg, Chance.Of(486, 486, 603, 600), null)); break;
            case < 87: outside.Say(party, Chance.Ms(5, 3_000), Fails(leg)); break;
            case < 89: outside.Say(party, Chance.Ms(5, 9_000), new ReportBroken(leg, "flow closed")); break;
            case < 91: outside.Say(party, Chance.Ms(5, 9_000), new ReportHangUp(leg)); break;
            default: break;
        }
    }

    private ReportFailed Fails(LegId leg)
    {
        int status = Chance.Of(404, 480, 503, 408, 302, 500, 403);
        string extension = $"{1001 + Chance.Below(outside.Plan.Employees)}";
        string? to = status == 302 ? Chance.Of(extension, extension, "0672223344", "+79001112233", "nobody", null) : null;
        return new ReportFailed(leg, status, null, RedirectTo: to);
    }

    /// <summary>A fax, or a codec that nearly no phone knows: whoever is rung says so at once.</summary>
    private static bool IsOdd(CallId call) => call.Value % 23 == 0;

    private void Take(LegId leg, Party party)
    {
        long after = Chance.OneIn(10) ? Chance.Ms(0, 20) : Chance.Around(4_000);
        outside.Say(party, after, Outside.Answer(leg));
        // No ACK, or hung up at once: the answer and the end cross.
        if (Chance.OneIn(30)) outside.Say(party, after + Chance.Ms(0, 40), new ReportHangUp(leg));
        if (Chance.OneIn(60)) outside.Say(party, after + NoReplyMs, new ReportBroken(leg, "no ACK"));
    }
}
