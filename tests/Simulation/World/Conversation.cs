using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>Two parties talk, hold each other, and one of them hangs up, or both at once, or one is gone without a word.</summary>
internal static class Conversation
{
    public static void Begin(Outside outside, (LegId Leg, Party Party) caller, (LegId Leg, Party Party) other)
    {
        var chance = outside.Chance;
        long talk = chance.OneIn(20) ? chance.Ms(0, 200) : chance.Around(outside.Plan.TalkMs);
        for (int holds = chance.OneIn(3) ? 1 + chance.Below(3) : 0; holds > 0; holds--)
        {
            var holder = chance.OneIn(2) ? caller : other;
            long from = chance.Ms(0, talk);
            outside.Say(holder.Party, from, new ReportHold(holder.Leg, true), mayBeLost: true);
            outside.Say(holder.Party, from + chance.Ms(0, talk), new ReportHold(holder.Leg, false), mayBeLost: true);
        }
        if (chance.OneIn(4))
        {
            var call = caller.Leg.Call;
            long from = chance.Ms(0, talk);
            outside.Say(caller.Party, from, new PauseRecording(call, true, "somebody"), mayBeLost: true);
            outside.Say(caller.Party, from + chance.Ms(0, talk), new PauseRecording(call, false, "somebody"), mayBeLost: true);
        }
        if (chance.OneIn(4))
        {
            var silent = new RecordedSide(0, null, 0, 0, []);
            var recording = new RecordingRecord(outside.Agenda.Now, talk, 44, talk, 0, silent, silent);
            outside.Agenda.In(talk + chance.Ms(0, 5_000), () => outside.Handle(new NoteRecording(caller.Leg.Call, 1, recording)), true);
        }
        if (chance.OneIn(3)) Supervisors.Come(outside, caller.Leg, caller.Party, talk);
        bool byCaller = chance.OneIn(2);
        if (chance.OneIn(25))
        {
            var gone = byCaller ? caller : other;
            long noticed = talk + chance.Ms(0, 90_000);
            long heard = outside.Agenda.Now + Math.Max(0, noticed - chance.Ms(0, 40_000));
            outside.Say(gone.Party, noticed, new ReportBroken(gone.Leg, "no answer to a request", chance.OneIn(4) ? null : heard));
        }
        else
        {
            var first = byCaller ? caller : other;
            outside.Say(first.Party, talk, new ReportHangUp(first.Leg));
            var second = byCaller ? other : caller;
            if (chance.OneIn(6)) outside.Say(second.Party, talk + chance.Ms(0, 60), new ReportHangUp(second.Leg));
        }
        // Whatever went wrong before: nobody holds a silent telephone for ever.
        outside.Say(caller.Party, talk + 200_000, new ReportHangUp(caller.Leg));
    }
}
