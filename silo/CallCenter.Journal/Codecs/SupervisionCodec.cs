using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>Who listens to conversations, and who wants somebody to.</summary>
internal static class SupervisionCodec
{
    public static void Write(ref EventWriter to, SupervisionChanged changed)
    {
        CallEventCodec.WriteLeg(ref to, changed.Leg);
        to.Byte((byte)changed.Mode);
    }

    public static void Write(ref EventWriter to, HelpAsked asked)
    {
        to.Signed(asked.Call.Value);
        to.Text(asked.Employee.Value);
        to.Flag(asked.IsWanted);
    }
}
