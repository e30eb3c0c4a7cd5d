using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Journal.Codecs;

/// <summary>
/// The binary form of events: a tag byte, the length of the fields, the fields in order. A new event takes the next tag; a new field is
/// appended and read behind <c>reader.More ? … : default</c>, so that old journals stay readable. Tags and fields never change.
/// </summary>
public static class EventCodec
{
    public static void Write(ref EventWriter to, ProjectEvent happened)
    {
        to.Skip(1);
        var start = to.BeginPart();
        var tag = WriteFields(ref to, happened);
        to.EndPart(start);
        to.At(start - 2, 1)[0] = (byte)tag;
    }

    /// <summary>Throws <see cref="UnreadableEventException"/>.</summary>
    public static ProjectEvent Read(ref EventReader from)
    {
        var tag = ReadTag(ref from, out var fields);
        return Read(tag, ref fields);
    }

    /// <summary>
    /// The first half of <see cref="Read(ref EventReader)"/>: goes past an event and says which it is, so that a reader may leave alone
    /// what it does not need.
    /// </summary>
    public static EventTag ReadTag(ref EventReader from, out EventReader fields)
    {
        var place = from.Position;
        var tag = (EventTag)from.Byte();
        if (tag is < EventTag.CallArrived or > EventTag.HelpAsked)
        {
            throw new UnreadableEventException(
                $"No event has the tag {(byte)tag} (at byte {place}): damaged, or written by a newer version.");
        }
        fields = from.Part();
        return tag;
    }

    /// <summary>The second half. Throws <see cref="UnreadableEventException"/>.</summary>
    public static ProjectEvent Read(EventTag tag, ref EventReader fields) => tag switch
    {
        EventTag.CallArrived => CallEventCodec.ReadArrived(ref fields),
        EventTag.CallRouted => CallEventCodec.ReadRouted(ref fields),
        EventTag.CallQueued => CallEventCodec.ReadQueued(ref fields),
        EventTag.LegStarted => CallEventCodec.ReadLegStarted(ref fields),
        EventTag.LegRang => new LegRang(CallEventCodec.ReadLeg(ref fields)),
        EventTag.LegAnswered => new LegAnswered(CallEventCodec.ReadLeg(ref fields), SipLegFactsCodec.Read(ref fields)),
        EventTag.CallTaken => CallEventCodec.ReadTaken(ref fields),
        EventTag.LegHeld => new LegHeld(CallEventCodec.ReadLeg(ref fields), fields.Flag()),
        EventTag.LegEnded => CallEventCodec.ReadLegEnded(ref fields),
        EventTag.QueueLeft => CallEventCodec.ReadQueueLeft(ref fields),
        EventTag.CallEnded => new CallEnded(CallRecordCodec.Read(ref fields)),
        EventTag.EmployeeStateChanged => EmployeeEventCodec.ReadStateChanged(ref fields),
        EventTag.RingMissed => EmployeeEventCodec.ReadRingMissed(ref fields),
        EventTag.BindingsChanged => EmployeeEventCodec.ReadBindingsChanged(ref fields),
        EventTag.ConfigurationPublished => ReadConfigurationPublished(ref fields),
        EventTag.ClientLinked => ReadClientLinked(ref fields),
        EventTag.AuditNoted => AuditCodec.Read(ref fields),
        EventTag.DayBegan => DayBegan.Instance,
        EventTag.CallerAnswered => new CallerAnswered(CallEventCodec.ReadCall(ref fields), fields.Int()),
        EventTag.ConversationBegan => CallEventCodec.ReadBegan(ref fields),
        EventTag.ConversationEnded => CallEventCodec.ReadConversationEnded(ref fields),
        EventTag.LegDescribed => new LegDescribed(CallEventCodec.ReadLeg(ref fields), LegMediaCodec.Read(ref fields)),
        EventTag.MusicBegan => new MusicBegan(CallEventCodec.ReadCall(ref fields)),
        EventTag.WaitAnnounced => new WaitAnnounced(CallEventCodec.ReadCall(ref fields), fields.Int(), fields.Int(), fields.Signed()),
        EventTag.LegMeasured => LegMediaCodec.ReadMeasured(ref fields),
        EventTag.StepBegan => StepCodec.ReadBegan(ref fields),
        EventTag.StepSpoken => new StepSpoken(CallEventCodec.ReadCall(ref fields), fields.Int(), fields.Signed()),
        EventTag.KeyTaken => new KeyTaken(CallEventCodec.ReadCall(ref fields), fields.Int(), (char)fields.Byte(), fields.Signed()),
        EventTag.StepRepeated => new StepRepeated(
            CallEventCodec.ReadCall(ref fields), fields.Int(), fields.Int(), fields.Flag(), fields.Signed()),
        EventTag.StepEnded => StepCodec.ReadEnded(ref fields),
        EventTag.MessageDone => new MessageDone(CallEventCodec.ReadCall(ref fields), fields.Text()),
        EventTag.SupervisionChanged => new SupervisionChanged(CallEventCodec.ReadLeg(ref fields), (SupervisionMode)fields.Byte()),
        EventTag.HelpAsked => new HelpAsked(CallEventCodec.ReadCall(ref fields), new EmployeeId(fields.Text()), fields.Flag()),
        EventTag.RecordingPaused => RecordingCodec.ReadPaused(ref fields),
        EventTag.ConversationRecorded => RecordingCodec.ReadRecorded(ref fields),
        EventTag.RecordingDeleted => new RecordingDeleted(CallEventCodec.ReadCall(ref fields), fields.Int()),
        _ => throw new ArgumentOutOfRangeException(nameof(tag), tag, null),
    };

    /// <summary>One look at the event's type gives its tag and its fields; the most frequent come first.</summary>
    private static EventTag WriteFields(ref EventWriter to, ProjectEvent happened)
    {
        switch (happened)
        {
            case EmployeeStateChanged changed: EmployeeEventCodec.Write(ref to, changed); return EventTag.EmployeeStateChanged;
            case CallRouted routed: CallEventCodec.Write(ref to, routed); return EventTag.CallRouted;
            case LegStarted started: CallEventCodec.Write(ref to, started); return EventTag.LegStarted;
            case LegEnded ended: CallEventCodec.Write(ref to, ended); return EventTag.LegEnded;
            case CallArrived arrived: CallEventCodec.Write(ref to, arrived); return EventTag.CallArrived;
            case CallQueued queued: CallEventCodec.Write(ref to, queued); return EventTag.CallQueued;
            case LegRang rang: CallEventCodec.WriteLeg(ref to, rang.Leg); return EventTag.LegRang;
            case LegAnswered answered: CallEventCodec.Write(ref to, answered); return EventTag.LegAnswered;
            case CallerAnswered answered: CallEventCodec.Write(ref to, answered); return EventTag.CallerAnswered;
            case ConversationBegan began: CallEventCodec.Write(ref to, began); return EventTag.ConversationBegan;
            case ConversationEnded ended: CallEventCodec.Write(ref to, ended); return EventTag.ConversationEnded;
            case LegDescribed described: LegMediaCodec.Write(ref to, described); return EventTag.LegDescribed;
            case ConversationRecorded recorded: RecordingCodec.Write(ref to, recorded); return EventTag.ConversationRecorded;
            case RecordingPaused paused: RecordingCodec.Write(ref to, paused); return EventTag.RecordingPaused;
            case RecordingDeleted deleted: RecordingCodec.Write(ref to, deleted); return EventTag.RecordingDeleted;
            case LegMeasured measured: LegMediaCodec.Write(ref to, measured); return EventTag.LegMeasured;
            case StepBegan step: StepCodec.Write(ref to, step); return EventTag.StepBegan;
            case StepSpoken step: StepCodec.Write(ref to, step); return EventTag.StepSpoken;
            case KeyTaken key: StepCodec.Write(ref to, key); return EventTag.KeyTaken;
            case StepRepeated step: StepCodec.Write(ref to, step); return EventTag.StepRepeated;
            case StepEnded step: StepCodec.Write(ref to, step); return EventTag.StepEnded;
            case MessageDone done: StepCodec.Write(ref to, done); return EventTag.MessageDone;
            case SupervisionChanged changed: SupervisionCodec.Write(ref to, changed); return EventTag.SupervisionChanged;
            case HelpAsked asked: SupervisionCodec.Write(ref to, asked); return EventTag.HelpAsked;
            case MusicBegan music: to.Signed(music.Call.Value); return EventTag.MusicBegan;
            case WaitAnnounced announced: CallEventCodec.Write(ref to, announced); return EventTag.WaitAnnounced;
            case LegHeld held: CallEventCodec.Write(ref to, held); return EventTag.LegHeld;
            case QueueLeft left: CallEventCodec.Write(ref to, left); return EventTag.QueueLeft;
            case CallEnded ended: CallRecordCodec.Write(ref to, ended.Record); return EventTag.CallEnded;
            case RingMissed missed: EmployeeEventCodec.Write(ref to, missed); return EventTag.RingMissed;
            case BindingsChanged bindings: EmployeeEventCodec.Write(ref to, bindings); return EventTag.BindingsChanged;
            case ConfigurationPublished published: Write(ref to, published); return EventTag.ConfigurationPublished;
            case ClientLinked linked: Write(ref to, linked); return EventTag.ClientLinked;
            case AuditNoted noted: AuditCodec.Write(ref to, noted); return EventTag.AuditNoted;
            case DayBegan: return EventTag.DayBegan;
            case CallTaken older: CallEventCodec.Write(ref to, older); return EventTag.CallTaken;
            default: throw new NotSupportedException($"{happened.GetType().Name} has no binary form: add it to {nameof(EventCodec)}.");
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
