using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Journal.Codecs;

/// <summary>The fields of the employee events.</summary>
internal static class EmployeeEventCodec
{
    public static void Write(ref EventWriter to, EmployeeStateChanged changed)
    {
        to.Text(changed.Employee.Value);
        Write(ref to, changed.From);
        Write(ref to, changed.To);
        to.Byte((byte)changed.Cause);
        to.OptionalText(changed.By);
    }

    public static EmployeeStateChanged ReadStateChanged(ref EventReader from) =>
        new(new EmployeeId(from.Text()), ReadState(ref from), ReadState(ref from), (StateCause)from.Byte(), from.OptionalText());

    public static void Write(ref EventWriter to, RingMissed missed)
    {
        to.Text(missed.Employee.Value);
        to.Signed(missed.Call.Value);
        to.OptionalText(missed.Department?.Value);
        to.Byte((byte)missed.Miss);
        to.Signed(missed.RangMs);
        to.OptionalSigned(missed.RestUntil);
    }

    public static RingMissed ReadRingMissed(ref EventReader from) => new(
        new EmployeeId(from.Text()), CallEventCodec.ReadCall(ref from), CallEventCodec.ReadOptionalDepartment(ref from),
        (RingMiss)from.Byte(), from.Signed(), from.OptionalSigned());

    public static void Write(ref EventWriter to, BindingsChanged changed)
    {
        to.Text(changed.Account);
        to.Unsigned((ulong)changed.Bindings.Count);
        for (var i = 0; i < changed.Bindings.Count; i++)
        {
            var binding = changed.Bindings[i];
            var start = to.BeginPart();
            to.Text(binding.ContactUri);
            to.Text(binding.Flow);
            Texts.Write(ref to, binding.Path);
            to.Text(binding.CallId);
            to.Unsigned(binding.CSeq);
            to.Signed(binding.ExpiresAt);
            to.OptionalText(binding.UserAgent);
            to.OptionalText(binding.Instance);
            to.Signed(binding.RegId);
            to.OptionalText(binding.Direct);
            to.Flag(binding.IsLost);
            to.OptionalSigned(binding.RegisteredAt);
            to.EndPart(start);
        }
    }

    public static BindingsChanged ReadBindingsChanged(ref EventReader from)
    {
        var account = from.Text();
        var bindings = new PhoneBinding[from.Count()];
        for (var i = 0; i < bindings.Length; i++)
        {
            var part = from.Part();
            bindings[i] = new PhoneBinding(
                part.Text(), part.Text(), Texts.Read(ref part), part.Text(), part.UnsignedInt(), part.Signed(), part.OptionalText(),
                part.More ? part.OptionalText() : null, part.More ? part.Int() : 0, part.More ? part.OptionalText() : null,
                part.More && part.Flag(), part.More ? part.OptionalSigned() : null);
        }
        return new BindingsChanged(account, bindings);
    }

    private static void Write(ref EventWriter to, EmployeeState? state)
    {
        to.Flag(state is not null);
        if (state is null)
        {
            return;
        }
        var start = to.BeginPart();
        to.Byte((byte)state.Availability);
        to.OptionalText(state.Reason);
        to.Byte((byte)state.Activity);
        to.OptionalSigned(state.Call?.Value);
        to.OptionalText(state.Department?.Value);
        to.Signed(state.Since);
        to.OptionalSigned(state.Until);
        to.EndPart(start);
    }

    private static EmployeeState? ReadState(ref EventReader from)
    {
        if (!from.Flag())
        {
            return null;
        }
        var part = from.Part();
        return new EmployeeState(
            (Availability)part.Byte(), part.OptionalText(), (Activity)part.Byte(),
            part.OptionalSigned() is { } call ? new CallId(call) : null, CallEventCodec.ReadOptionalDepartment(ref part),
            part.Signed(), part.OptionalSigned());
    }
}
