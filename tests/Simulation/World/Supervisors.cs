using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>Supervisors who hear a conversation, step up and down, take it over or have enough; employees who want one.</summary>
internal static class Supervisors
{
    public static void Come(Outside outside, LegId caller, Party party, long talkMs)
    {
        var chance = outside.Chance;
        var call = caller.Call;
        var supervisor = new EmployeeId(Documents.Employee(1 + chance.Below(outside.Plan.Employees)));
        if (chance.OneIn(2))
        {
            var asks = new EmployeeId(Documents.Employee(1 + chance.Below(outside.Plan.Employees)));
            outside.Say(party, chance.Ms(0, talkMs), new AskForHelp(asks, !chance.OneIn(4)), mayBeLost: true);
        }
        long from = chance.Ms(0, talkMs);
        outside.Say(party, from, new SuperviseCall(call, supervisor, Mode(chance)), mayBeLost: true);
        outside.Say(party, from + chance.Ms(0, talkMs), new SuperviseCall(call, supervisor, Mode(chance)), mayBeLost: true);
        switch (chance.Below(4))
        {
            case 0: outside.Say(party, from + chance.Ms(0, talkMs), new TakeOverCall(call, supervisor), mayBeLost: true); break;
            case 1: outside.Say(party, from + chance.Ms(0, talkMs), new EndSupervision(call, supervisor), mayBeLost: true); break;
            default: break;
        }
    }

    private static SupervisionMode Mode(Chance chance) => (SupervisionMode)chance.Below(3);
}
