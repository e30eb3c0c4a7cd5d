using System.Text.Json;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Crm;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Abstractions.Journal;

/// <summary>
/// The binary form of events: a tag byte, the length of the fields, the fields in order. A new event takes the next tag; a new field is
/// appended and read behind <c>reader.More ? … : default</c>, so that old journals stay readable. Tags and fields never change.
/// </summary>
public static class EventCodec
{
    public static void Write(ref EventWriter to, ProjectEvent happened)
    {
        to.Byte(Tag(happened));
        var start = to.BeginPart();
        WriteFields(ref to, happened);
        to.EndPart(start);
    }

    /// <summary>Throws <see cref="UnreadableEventException"/>.</summary>
    public static ProjectEvent Read(ref EventReader from)
    {
        var place = from.Position;
        var tag = from.Byte();
        var fields = from.Part();
        return tag switch
        {
            1 => CallEventCodec.ReadArrived(ref fields),
            2 => CallEventCodec.ReadRouted(ref fields),
            3 => CallEventCodec.ReadQueued(ref fields),
            4 => CallEventCodec.ReadLegStarted(ref fields),
            5 => new LegRang(CallEventCodec.ReadLeg(ref fields)),
            6 => new LegAnswered(CallEventCodec.ReadLeg(ref fields), SipLegFactsCodec.Read(ref fields)),
            7 => CallEventCodec.ReadTaken(ref fields),
            8 => new LegHeld(CallEventCodec.ReadLeg(ref fields), fields.Flag()),
            9 => new LegEnded(CallEventCodec.ReadLeg(ref fields), (LegEnd)fields.Byte(), fields.OptionalInt()),
            10 => CallEventCodec.ReadQueueLeft(ref fields),
            11 => new CallEnded(CallRecordCodec.Read(ref fields)),
            12 => EmployeeEventCodec.ReadStateChanged(ref fields),
            13 => EmployeeEventCodec.ReadRingMissed(ref fields),
            14 => EmployeeEventCodec.ReadBindingsChanged(ref fields),
            15 => ReadConfigurationPublished(ref fields),
            16 => ReadClientLinked(ref fields),
            _ => throw new UnreadableEventException(
                $"No event has the tag {tag} (at byte {place}): damaged, or written by a newer version."),
        };
    }

    private static byte Tag(ProjectEvent happened) => happened switch
    {
        CallArrived => 1,
        CallRouted => 2,
        CallQueued => 3,
        LegStarted => 4,
        LegRang => 5,
        LegAnswered => 6,
        CallTaken => 7,
        LegHeld => 8,
        LegEnded => 9,
        QueueLeft => 10,
        CallEnded => 11,
        EmployeeStateChanged => 12,
        RingMissed => 13,
        BindingsChanged => 14,
        ConfigurationPublished => 15,
        ClientLinked => 16,
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no binary form: add it to {nameof(EventCodec)}."),
    };

    private static void WriteFields(ref EventWriter to, ProjectEvent happened)
    {
        switch (happened)
        {
            case EmployeeStateChanged changed: EmployeeEventCodec.Write(ref to, changed); break;
            case CallRouted routed: CallEventCodec.Write(ref to, routed); break;
            case LegStarted started: CallEventCodec.Write(ref to, started); break;
            case LegEnded ended: CallEventCodec.Write(ref to, ended); break;
            case CallArrived arrived: CallEventCodec.Write(ref to, arrived); break;
            case CallQueued queued: CallEventCodec.Write(ref to, queued); break;
            case LegRang rang: CallEventCodec.WriteLeg(ref to, rang.Leg); break;
            case LegAnswered answered: CallEventCodec.Write(ref to, answered); break;
            case CallTaken taken: CallEventCodec.Write(ref to, taken); break;
            case LegHeld held: CallEventCodec.Write(ref to, held); break;
            case QueueLeft left: CallEventCodec.Write(ref to, left); break;
            case CallEnded ended: CallRecordCodec.Write(ref to, ended.Record); break;
            case RingMissed missed: EmployeeEventCodec.Write(ref to, missed); break;
            case BindingsChanged bindings: EmployeeEventCodec.Write(ref to, bindings); break;
            case ConfigurationPublished published: Write(ref to, published); break;
            case ClientLinked linked: Write(ref to, linked); break;
        }
    }

    private static void Write(ref EventWriter to, ConfigurationPublished published)
    {
        to.Signed(published.Version);
        to.Text(published.Author);
        to.Bytes(ConfigurationJson.Write(published.Document));
    }

    private static ConfigurationPublished ReadConfigurationPublished(ref EventReader from)
    {
        var version = from.Int();
        var author = from.Text();
        try
        {
            return new ConfigurationPublished(version, author, ConfigurationJson.Read(from.Bytes()));
        }
        catch (JsonException malformed)
        {
            throw new UnreadableEventException(
                $"The document of configuration version {version} is malformed: {malformed.Message}", malformed);
        }
    }

    private static void Write(ref EventWriter to, ClientLinked linked)
    {
        to.Text(linked.Number);
        to.OptionalText(linked.Name);
        to.OptionalText(linked.Responsible?.Value);
        to.Text(linked.By);
    }

    private static ClientLinked ReadClientLinked(ref EventReader from) =>
        new(from.Text(), from.OptionalText(), CallEventCodec.ReadOptionalEmployee(ref from), from.Text());
}
