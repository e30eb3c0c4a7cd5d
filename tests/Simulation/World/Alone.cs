using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.World;

/// <summary>A caller whom the call center tells something: he listens, presses keys, speaks, or has enough.</summary>
internal static class Alone
{
    /// <summary>Now and then the end of what is said is never told.</summary>
    public static void Hear(Outside outside, Speak speak, LegId leg, Party party)
    {
        var chance = outside.Chance;
        long length = chance.Around(4_000);
        outside.Say(party, length, new ReportSpoken(speak.Call, speak.Step, speak.Attempt), mayBeLost: true);
        for (int keys = chance.Below(4); keys > 0; keys--)
        {
            long at = chance.OneIn(2) ? chance.Ms(0, length) : length + chance.Ms(0, 8_000);
            outside.Say(party, at, new ReportKey(leg, chance.Of("1", "2", "3", "9", "0", "#", "*")[0]), mayBeLost: true);
        }
        if (chance.OneIn(15)) outside.Say(party, chance.Ms(0, length), new ReportHangUp(leg));
        // Whatever he is told: nobody listens for ever.
        outside.Say(party, 900_000, new ReportHangUp(leg));
    }

    public static void Speak(Outside outside, RecordMessage message, LegId leg, Party party)
    {
        var chance = outside.Chance;
        long length = chance.OneIn(5) ? chance.Ms(0, 1_500) : chance.Around(9_000);
        switch (chance.Below(4))
        {
            case 0: outside.Say(party, length, new ReportHangUp(leg)); break;
            case 1: outside.Say(party, length, new ReportKey(leg, '#'), mayBeLost: true); break;
            default: outside.Say(party, length, new ReportMessageOver(message.Call, message.Step), mayBeLost: true); break;
        }
        var spoke = new RecordedSide(chance.OneIn(5) ? 0 : length / 2, null, 0, 0, []);
        var silent = new RecordedSide(0, null, 0, 0, []);
        var recording = new RecordingRecord(message.BeganAt, length, 44, length, 0, spoke, silent);
        outside.Agenda.In(
            length + chance.Ms(0, 9_000),
            () => outside.Handle(new NoteRecording(message.Call, WaitingMessage.Recording, recording)), mayBeLost: true);
        outside.Agenda.In(
            length + chance.Ms(9_000, 90_000), () => outside.Handle(new FinishMessage(message.Call, "somebody")), mayBeLost: true);
    }
}
