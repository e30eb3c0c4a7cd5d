using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>The record of an ended call; its legs and queue visits are parts of their own.</summary>
internal static class CallRecordCodec
{
    public static void Write(ref EventWriter to, CallRecord record)
    {
        to.Signed(record.Call.Value);
        to.Byte((byte)record.Direction);
        to.Byte((byte)record.Outcome);
        to.Byte((byte)record.EndedBy);
        to.OptionalSigned(record.SipStatus);
        to.Text(record.ClientNumber);
        to.OptionalText(record.ClientName);
        to.Text(record.Dialled);
        to.OptionalText(record.DialledNumber);
        to.OptionalText(record.ShownNumber);
        to.OptionalText(record.Trunk);
        to.OptionalText(record.FirstDepartment?.Value);
        to.OptionalText(record.Department?.Value);
        to.OptionalText(record.Employee?.Value);
        to.OptionalText(record.Responsible?.Value);
        to.Signed(record.ArrivedAt);
        to.OptionalSigned(record.AnsweredAt);
        to.Signed(record.EndedAt);
        to.Signed(record.WaitMs);
        to.Signed(record.TalkMs);
        to.Signed(record.HoldMs);
        to.Signed(record.ConfigurationVersion);
        to.Text(record.SipCallId);
        to.Unsigned((ulong)record.Legs.Count);
        for (var i = 0; i < record.Legs.Count; i++)
        {
            Write(ref to, record.Legs[i]);
        }
        to.Unsigned((ulong)record.Visits.Count);
        for (var i = 0; i < record.Visits.Count; i++)
        {
            Write(ref to, record.Visits[i]);
        }
        to.OptionalSigned((byte?)record.Reason);
        to.Unsigned((ulong)record.Conversations.Count);
        for (var i = 0; i < record.Conversations.Count; i++)
        {
            Write(ref to, record.Conversations[i]);
        }
        to.Unsigned((ulong)record.Steps.Count);
        for (var i = 0; i < record.Steps.Count; i++)
        {
            StepCodec.Write(ref to, record.Steps[i]);
        }
    }

    public static CallRecord Read(ref EventReader from)
    {
        var record = ReadWithoutConversations(ref from);
        return record with
        {
            Conversations = from.More ? ReadConversations(ref from) : ConversationRecord.OfOlder(record),
            Steps = from.More ? StepCodec.ReadRecords(ref from) : [],
        };
    }

    private static CallRecord ReadWithoutConversations(ref EventReader from) => new(
        CallEventCodec.ReadCall(ref from), (CallDirection)from.Byte(), (CallOutcome)from.Byte(), (EndedBy)from.Byte(), from.OptionalInt(),
        from.Text(), from.OptionalText(), from.Text(), from.OptionalText(), from.OptionalText(), from.OptionalText(),
        CallEventCodec.ReadOptionalDepartment(ref from), CallEventCodec.ReadOptionalDepartment(ref from),
        CallEventCodec.ReadOptionalEmployee(ref from), CallEventCodec.ReadOptionalEmployee(ref from),
        from.Signed(), from.OptionalSigned(), from.Signed(), from.Signed(), from.Signed(), from.Signed(),
        from.Int(), from.Text(), ReadLegs(ref from), ReadVisits(ref from), [], from.More ? (HangUpReason?)from.OptionalInt() : null);

    private static void Write(ref EventWriter to, LegRecord leg)
    {
        var start = to.BeginPart();
        to.Signed(leg.Number);
        to.Byte((byte)leg.Kind);
        to.OptionalText(leg.Employee?.Value);
        to.OptionalText(leg.Department?.Value);
        to.Text(leg.Target);
        to.Signed(leg.StartedAt);
        to.OptionalSigned(leg.RangAt);
        to.OptionalSigned(leg.AnsweredAt);
        to.Signed(leg.EndedAt);
        to.Signed(leg.HoldMs);
        to.Byte((byte)leg.End);
        to.OptionalSigned(leg.SipStatus);
        to.EndPart(start);
    }

    private static LegRecord[] ReadLegs(ref EventReader from)
    {
        var legs = new LegRecord[from.Count()];
        for (var i = 0; i < legs.Length; i++)
        {
            var part = from.Part();
            legs[i] = new LegRecord(
                part.Int(), (LegKind)part.Byte(), CallEventCodec.ReadOptionalEmployee(ref part),
                CallEventCodec.ReadOptionalDepartment(ref part), part.Text(), part.Signed(), part.OptionalSigned(), part.OptionalSigned(),
                part.Signed(), part.Signed(), (LegEnd)part.Byte(), part.OptionalInt());
        }
        return legs;
    }

    private static void Write(ref EventWriter to, QueueVisitRecord visit)
    {
        var start = to.BeginPart();
        to.Signed(visit.Visit);
        to.Text(visit.Department.Value);
        to.Signed(visit.Priority);
        to.Signed(visit.EnteredAt);
        to.Signed(visit.LeftAt);
        to.Byte((byte)visit.Exit);
        to.OptionalText(visit.Employee?.Value);
        to.EndPart(start);
    }

    private static QueueVisitRecord[] ReadVisits(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var visits = new QueueVisitRecord[count];
        for (var i = 0; i < count; i++)
        {
            var part = from.Part();
            visits[i] = new QueueVisitRecord(
                part.Int(), new DepartmentId(part.Text()), part.Int(), part.Signed(), part.Signed(), (QueueExit)part.Byte(),
                CallEventCodec.ReadOptionalEmployee(ref part));
        }
        return visits;
    }

    private static void Write(ref EventWriter to, ConversationRecord talk)
    {
        var start = to.BeginPart();
        to.Signed(talk.Number);
        to.Signed(talk.Leg);
        to.Signed(talk.OtherLeg);
        to.OptionalText(talk.Employee?.Value);
        to.OptionalText(talk.Department?.Value);
        to.Signed(talk.BeganAt);
        to.Signed(talk.EndedAt);
        to.Signed(talk.WaitMs);
        to.Signed(talk.HoldMs);
        to.Byte((byte)talk.EndedBy);
        to.Flag(talk.IsRecorded);
        to.EndPart(start);
    }

    private static ConversationRecord[] ReadConversations(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var talks = new ConversationRecord[count];
        for (var i = 0; i < count; i++)
        {
            var part = from.Part();
            talks[i] = new ConversationRecord(
                part.Int(), part.Int(), part.Int(), CallEventCodec.ReadOptionalEmployee(ref part),
                CallEventCodec.ReadOptionalDepartment(ref part), part.Signed(), part.Signed(), part.Signed(), part.Signed(),
                (EndedBy)part.Byte(), part.More && part.Flag());
        }
        return talks;
    }
}
