using CallCenter.Abstractions;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Journal.Codecs;

/// <summary>A routing decision, as a part of its own inside an event.</summary>
internal static class DecisionCodec
{
    public static void Write(ref EventWriter to, Decision decision)
    {
        var start = to.BeginPart();
        to.Byte((byte)decision.Kind);
        to.Text(decision.Rule);
        to.OptionalText(decision.Destination);
        to.OptionalText(decision.Department?.Value);
        Write(ref to, decision.Chosen);
        Write(ref to, decision.PassedOver);
        to.Signed(decision.CandidatesTotal);
        Write(ref to, decision.Excluded);
        to.Signed(decision.ExcludedTotal);
        to.Signed(decision.ConfigurationVersion);
        to.EndPart(start);
    }

    public static Decision Read(ref EventReader from)
    {
        var part = from.Part();
        return new Decision(
            (DecisionKind)part.Byte(), part.Text(), part.OptionalText(), CallEventCodec.ReadOptionalDepartment(ref part),
            ReadCandidates(ref part), ReadCandidates(ref part), part.Int(), ReadExclusions(ref part), part.Int(), part.Int());
    }

    private static void Write(ref EventWriter to, IReadOnlyList<Candidate> candidates)
    {
        to.Unsigned((ulong)candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            var start = to.BeginPart();
            to.Text(candidates[i].Employee.Value);
            to.Signed(candidates[i].Score);
            to.EndPart(start);
        }
    }

    private static Candidate[] ReadCandidates(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var candidates = new Candidate[count];
        for (var i = 0; i < count; i++)
        {
            var part = from.Part();
            candidates[i] = new Candidate(new EmployeeId(part.Text()), part.Signed());
        }
        return candidates;
    }

    private static void Write(ref EventWriter to, IReadOnlyList<Exclusion> exclusions)
    {
        to.Unsigned((ulong)exclusions.Count);
        for (var i = 0; i < exclusions.Count; i++)
        {
            var start = to.BeginPart();
            to.Text(exclusions[i].Employee.Value);
            to.Byte((byte)exclusions[i].Reason);
            to.OptionalText(exclusions[i].Detail);
            to.OptionalSigned(exclusions[i].UntilMs);
            to.EndPart(start);
        }
    }

    private static Exclusion[] ReadExclusions(ref EventReader from)
    {
        var count = from.Count();
        if (count == 0)
        {
            return [];
        }
        var exclusions = new Exclusion[count];
        for (var i = 0; i < count; i++)
        {
            var part = from.Part();
            exclusions[i] = new Exclusion(
                new EmployeeId(part.Text()), (ExclusionReason)part.Byte(), part.OptionalText(), part.OptionalSigned());
        }
        return exclusions;
    }
}
