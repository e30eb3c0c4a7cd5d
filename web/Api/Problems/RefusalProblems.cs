using CallCenter.Abstractions;

namespace CallCenter.Web.Api.Problems;

/// <summary>The one table from a project's refusals to problems.</summary>
public static class RefusalProblems
{
    public static IResult ToProblem(this Refused refused) => KindOf(refused.Refusal).With(refused.Explanation);

    public static ProblemKind KindOf(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchEmployee => ProblemKinds.NoSuchEmployee,
        Refusal.NoSuchCall => ProblemKinds.NoSuchCall,
        Refusal.NoSuchLeg => ProblemKinds.NoSuchLeg,
        Refusal.NoSuchDepartment => ProblemKinds.NoSuchDepartment,
        Refusal.NoSuchAccount => ProblemKinds.NoSuchAccount,
        Refusal.NoSuchNumber => ProblemKinds.NoSuchNumber,
        Refusal.NotReadyReasonNeeded => ProblemKinds.ReasonNeeded,
        Refusal.UnknownNotReadyReason => ProblemKinds.UnknownReason,
        Refusal.NotInWrapUp => ProblemKinds.NotInWrapUp,
        Refusal.TooLate => ProblemKinds.TooLate,
        Refusal.TooManyCalls => ProblemKinds.TooManyCalls,
        Refusal.DestinationForbidden => ProblemKinds.DestinationForbidden,
        Refusal.NotConfigured => ProblemKinds.NotConfigured,
        Refusal.StaleVersion => ProblemKinds.StaleVersion,
        Refusal.InvalidNumber => ProblemKinds.InvalidNumber,
        Refusal.Invalid => ProblemKinds.InvalidValue,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a problem."),
    };
}
