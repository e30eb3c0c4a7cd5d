using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>The fields of the call events.</summary>
internal static class CallEventCodec
{
    public static void Write(ref EventWriter to, CallArrived arrived)
    {
        to.Signed(arrived.Call.Value);
        to.Byte((byte)arrived.Direction);
        to.OptionalText(arrived.Line.Trunk);
        to.OptionalText(arrived.Line.Account);
        to.Text(arrived.ClientNumber);
        to.OptionalText(arrived.ClientName);
        to.Text(arrived.Dialled);
        to.OptionalText(arrived.CallerEmployee?.Value);
        to.OptionalText(arrived.DialledNumber);
        to.Signed(arrived.Priority);
        SipLegFactsCodec.Write(ref to, arrived.Facts);
        to.Flag(arrived.IsWithheld);
        to.OptionalSigned(arrived.ExpiresAt);
        to.Byte((byte)arrived.Media);
    }

    public static CallArrived ReadArrived(ref EventReader from) => new(
        ReadCall(ref from), (CallDirection)from.Byte(), new CallLine(from.OptionalText(), from.OptionalText()), from.Text(),
        from.OptionalText(), from.Text(), ReadOptionalEmployee(ref from), from.OptionalText(), from.Int(), SipLegFactsCodec.Read(ref from),
        from.More && from.Flag(), from.More ? from.OptionalSigned() : null, from.More ? (MediaMode)from.Byte() : MediaMode.Direct);

    public static void Write(ref EventWriter to, CallRouted routed)
    {
        to.Signed(routed.Call.Value);
        DecisionCodec.Write(ref to, routed.Decision);
    }

    public static CallRouted ReadRouted(ref EventReader from) => new(ReadCall(ref from), DecisionCodec.Read(ref from));

    public static void Write(ref EventWriter to, CallQueued queued)
    {
        to.Signed(queued.Call.Value);
        to.Text(queued.Department.Value);
        to.Signed(queued.Visit);
        to.Signed(queued.Priority);
        to.OptionalSigned(queued.LeaveAt);
    }

    public static CallQueued ReadQueued(ref EventReader from) =>
        new(ReadCall(ref from), new DepartmentId(from.Text()), from.Int(), from.Int(), from.OptionalSigned());

    public static void Write(ref EventWriter to, LegStarted started)
    {
        WriteLeg(ref to, started.Leg);
        to.Byte((byte)started.Kind);
        to.OptionalText(started.Employee?.Value);
        to.OptionalText(started.Department?.Value);
        to.Text(started.Target);
        to.OptionalText(started.Trunk);
        to.Text(started.ShownNumber);
        to.Signed(started.RingUntil);
        to.OptionalText(started.AssertedNumber);
        to.Unsigned(started.NextTrunks is { } next ? (ulong)next.Count + 1 : 0);
        foreach (var trunk in started.NextTrunks ?? [])
        {
            to.Text(trunk);
        }
        to.Signed(started.InsteadOf);
        to.OptionalText(started.RedirectedBy?.Value);
    }

    public static LegStarted ReadLegStarted(ref EventReader from) => new(
        ReadLeg(ref from), (LegKind)from.Byte(), ReadOptionalEmployee(ref from), ReadOptionalDepartment(ref from), from.Text(),
        from.OptionalText(), from.Text(), from.Signed(), from.More ? from.OptionalText() : null, from.More ? ReadTrunks(ref from) : null,
        from.More ? from.Int() : 0, from.More ? ReadOptionalEmployee(ref from) : null);

    private static string[]? ReadTrunks(ref EventReader from)
    {
        if (from.Count() is not (> 0 and var count))
        {
            return null;
        }
        var trunks = new string[count - 1];
        for (var i = 0; i < trunks.Length; i++)
        {
            trunks[i] = from.Text();
        }
        return trunks;
    }

    public static void Write(ref EventWriter to, LegAnswered answered)
    {
        WriteLeg(ref to, answered.Leg);
        SipLegFactsCodec.Write(ref to, answered.Facts);
    }

    public static void Write(ref EventWriter to, CallerAnswered answered)
    {
        to.Signed(answered.Call.Value);
        to.Signed(answered.With);
    }

    public static void Write(ref EventWriter to, WaitAnnounced announced)
    {
        to.Signed(announced.Call.Value);
        to.Signed(announced.Visit);
        to.Signed(announced.Position);
        to.Signed(announced.NextAt);
    }

    public static void Write(ref EventWriter to, ConversationBegan began)
    {
        to.Signed(began.Call.Value);
        to.Signed(began.Number);
        to.Signed(began.Leg);
        to.Signed(began.OtherLeg);
        to.OptionalText(began.Employee?.Value);
        to.OptionalText(began.Department?.Value);
        to.Signed(began.WaitMs);
        to.Flag(began.IsRecorded);
    }

    public static ConversationBegan ReadBegan(ref EventReader from) => new(
        ReadCall(ref from), from.Int(), from.Int(), from.Int(), ReadOptionalEmployee(ref from), ReadOptionalDepartment(ref from),
        from.Signed(), from.More && from.Flag());

    public static void Write(ref EventWriter to, ConversationEnded ended)
    {
        to.Signed(ended.Call.Value);
        to.Signed(ended.Number);
        to.Byte((byte)ended.By);
        to.OptionalSigned(ended.EndedAt);
    }

    public static ConversationEnded ReadConversationEnded(ref EventReader from) =>
        new(ReadCall(ref from), from.Int(), (EndedBy)from.Byte(), from.OptionalSigned());

    public static void Write(ref EventWriter to, CallTaken taken)
    {
        WriteLeg(ref to, taken.Leg);
        to.OptionalText(taken.Employee?.Value);
        to.OptionalText(taken.Department?.Value);
        to.Signed(taken.WaitMs);
    }

    public static CallTaken ReadTaken(ref EventReader from) =>
        new(ReadLeg(ref from), ReadOptionalEmployee(ref from), ReadOptionalDepartment(ref from), from.Signed());

    public static void Write(ref EventWriter to, LegHeld held)
    {
        WriteLeg(ref to, held.Leg);
        to.Flag(held.Held);
    }

    public static void Write(ref EventWriter to, LegEnded ended)
    {
        WriteLeg(ref to, ended.Leg);
        to.Byte((byte)ended.End);
        to.OptionalSigned(ended.SipStatus);
        to.OptionalSigned(ended.EndedAt);
        to.OptionalText(ended.Said);
    }

    public static LegEnded ReadLegEnded(ref EventReader from) =>
        new(
            ReadLeg(ref from), (LegEnd)from.Byte(), from.OptionalInt(), from.More ? from.OptionalSigned() : null,
            from.More ? from.OptionalText() : null);

    public static void Write(ref EventWriter to, QueueLeft left)
    {
        to.Signed(left.Call.Value);
        to.Text(left.Department.Value);
        to.Signed(left.Visit);
        to.Byte((byte)left.Exit);
        to.Signed(left.EnteredAt);
    }

    public static QueueLeft ReadQueueLeft(ref EventReader from) =>
        new(ReadCall(ref from), new DepartmentId(from.Text()), from.Int(), (QueueExit)from.Byte(), from.Signed());

    public static void WriteLeg(ref EventWriter to, LegId leg)
    {
        to.Signed(leg.Call.Value);
        to.Signed(leg.Number);
    }

    public static LegId ReadLeg(ref EventReader from) => new(ReadCall(ref from), from.Int());

    public static CallId ReadCall(ref EventReader from) => new(from.Signed());

    public static EmployeeId? ReadOptionalEmployee(ref EventReader from) =>
        from.OptionalText() is { } key ? new EmployeeId(key) : null;

    public static DepartmentId? ReadOptionalDepartment(ref EventReader from) =>
        from.OptionalText() is { } key ? new DepartmentId(key) : null;
}
