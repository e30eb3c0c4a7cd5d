using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>Clients who call: one after the other, now and then many at once, and who give up when it takes too long.</summary>
internal sealed class Callers(Outside outside)
{
    private Chance Chance => outside.Chance;

    public static string Client(int number) => $"+38050{1_000_000 + number}";

    public void Begin() => outside.Agenda.In(Chance.Around(outside.Plan.CallEveryMs), Next);

    /// <summary>A caller hears ringing and waits as long as he likes; he always hangs up in the end.</summary>
    public Party Wait(LegId leg)
    {
        var party = outside.Join(leg);
        long patience = Chance.OneIn(12) ? Chance.Ms(0, 800) : Chance.Around(outside.Plan.PatienceMs);
        // Whoever talks by then has no reason to give up.
        outside.Agenda.In(patience, () =>
        {
            if (!party.Talks) outside.Say(party, 0, new ReportHangUp(leg));
        });
        return party;
    }

    private void Next()
    {
        if (outside.IsClosed) return;
        int calls = Chance.OneIn(60) && outside.Plan.NonsenseOneIn > 0 ? 2 + Chance.Below(10) : 1;
        for (; calls > 0; calls--) Call();
        Begin();
    }

    private void Call()
    {
        string client = Client(Chance.Below(outside.Plan.Employees * 10));
        string dialled = Chance.OneIn(50) ? "+380449999999" : Documents.Number(1 + Chance.Below(outside.Documents.Numbers));
        outside.Office.LookUp(client);
        string shown = Chance.OneIn(20) ? Chance.Of("anonymous", "restricted", "alice", "") : client;
        int? expires = Chance.OneIn(12) ? Chance.Below(180) : null;
        outside.Call(new CallLine(Chance.OneIn(4) ? "t2" : "t1", null), shown, dialled, expires);
    }
}
