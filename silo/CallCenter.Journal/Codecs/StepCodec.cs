using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Codecs;

/// <summary>What a caller goes through with us alone.</summary>
internal static class StepCodec
{
    public static void Write(ref EventWriter to, StepBegan began)
    {
        to.Signed(began.Call.Value);
        to.Signed(began.Number);
        to.Byte((byte)began.Kind);
        to.OptionalText(began.Menu);
        to.OptionalText(began.Department?.Value);
        to.OptionalText(began.Employee?.Value);
        to.OptionalText(began.Prompt);
        to.Signed(began.Until);
    }

    public static StepBegan ReadBegan(ref EventReader from) => new(
        CallEventCodec.ReadCall(ref from), from.Int(), (StepKind)from.Byte(), from.OptionalText(),
        CallEventCodec.ReadOptionalDepartment(ref from), CallEventCodec.ReadOptionalEmployee(ref from), from.OptionalText(), from.Signed());

    public static void Write(ref EventWriter to, StepSpoken spoken)
    {
        to.Signed(spoken.Call.Value);
        to.Signed(spoken.Number);
        to.Signed(spoken.Until);
    }

    public static void Write(ref EventWriter to, KeyTaken taken)
    {
        to.Signed(taken.Call.Value);
        to.Signed(taken.Number);
        to.Byte((byte)taken.Key);
        to.Signed(taken.Until);
    }

    public static void Write(ref EventWriter to, StepRepeated repeated)
    {
        to.Signed(repeated.Call.Value);
        to.Signed(repeated.Number);
        to.Signed(repeated.Attempt);
        to.Flag(repeated.IsWrong);
        to.Signed(repeated.Until);
    }

    public static void Write(ref EventWriter to, StepEnded ended)
    {
        to.Signed(ended.Call.Value);
        to.Signed(ended.Number);
        to.Byte((byte)ended.End);
        to.Text(ended.Keys);
    }

    public static StepEnded ReadEnded(ref EventReader from) =>
        new(CallEventCodec.ReadCall(ref from), from.Int(), (StepEnd)from.Byte(), from.Text());

    public static void Write(ref EventWriter to, MessageDone done)
    {
        to.Signed(done.Call.Value);
        to.Text(done.By);
    }

    /// <summary>One step of an ended call.</summary>
    public static void Write(ref EventWriter to, StepRecord step)
    {
        var start = to.BeginPart();
        to.Signed(step.Number);
        to.Byte((byte)step.Kind);
        to.OptionalText(step.Menu);
        to.OptionalText(step.Department?.Value);
        to.OptionalText(step.Employee?.Value);
        to.Signed(step.BeganAt);
        to.Signed(step.EndedAt);
        to.Text(step.Keys);
        to.Byte((byte)step.End);
        to.EndPart(start);
    }

    public static StepRecord[] ReadRecords(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var steps = new StepRecord[count];
        for (var i = 0; i < count; i++)
        {
            var part = from.Part();
            steps[i] = new StepRecord(
                part.Int(), (StepKind)part.Byte(), part.OptionalText(), CallEventCodec.ReadOptionalDepartment(ref part),
                CallEventCodec.ReadOptionalEmployee(ref part), part.Signed(), part.Signed(), part.Text(), (StepEnd)part.Byte());
        }
        return steps;
    }
}
