using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Configuration;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Trials;

/// <summary>
/// What would become of a call, by a document that need not be published. A project of its own is asked, so the answer is the engine's and
/// cannot differ from what it will do; what depends on the moment (lines in use, calls of today) is not in it.
/// </summary>
public static class DialTrial
{
    private static readonly SipLegFacts Facts = new("trial", "", "", "", "", 1, 1, [], "", "", null, null);

    public static DialOutcome Of(ProjectConfiguration document, EmployeeId caller, string dialled, TurnInput input)
    {
        var contacts = document.Employees.Where(one => one.Id == caller.Value)
            .SelectMany(one => one.MainContacts.Concat(one.OtherContacts));
        if (contacts.FirstOrDefault(one => one.Account is not null)?.Account is not { } account)
            return new DialOutcome(DialResult.NoAccount, dialled);
        return IsInvalid(document) ? new DialOutcome(DialResult.Invalid, dialled)
            : Outcome(Received(document, new ReceiveCall(new CallLine(null, account), account, null, dialled, Facts), input), dialled);
    }

    /// <summary>Of a client whom nobody knows. Where a number leads does not depend on who is there.</summary>
    public static DialOutcome OfClient(ProjectConfiguration document, string dialled, TurnInput input)
    {
        if (IsInvalid(document)) return new DialOutcome(DialResult.Invalid, dialled);
        if (document.Trunks.Count == 0) return new DialOutcome(DialResult.NoLine, dialled);
        var line = new CallLine(document.Trunks[0].Id, null);
        var turn = Received(document, new ReceiveCall(line, "", null, dialled, Facts, IsWithheld: true, CanAnchor: true), input);
        return turn.Events.OfType<CallArrived>().FirstOrDefault()?.DialledNumber is { } number
            ? new DialOutcome(
                DialResult.Incoming, dialled, OwnNumber: number,
                IsTold: turn.Events.OfType<StepBegan>().FirstOrDefault() is { Kind: StepKind.Notice })
            : new DialOutcome(DialResult.NoSuchNumber, dialled);
    }

    private static bool IsInvalid(ProjectConfiguration document) =>
        ConfigurationValidator.Validate(document).Any(static error => !error.IsWarning);

    private static Turn Received(ProjectConfiguration document, ReceiveCall call, TurnInput input)
    {
        var (project, turn) = (new Project(new ProjectId("trial")), new Turn());
        project.Handle(new PublishConfiguration(document, null, ""), input, turn);
        turn.Clear();
        project.Handle(call, input, turn);
        return turn;
    }

    private static DialOutcome Outcome(Turn turn, string dialled)
    {
        string number = turn.Events.OfType<CallArrived>().FirstOrDefault()?.ClientNumber ?? dialled;
        var decision = turn.Events.OfType<CallRouted>().FirstOrDefault()?.Decision;
        var ring = turn.Effects.OfType<RingLeg>().FirstOrDefault(leg => leg.Target.Number is not null);
        var outside = new DialOutcome(
            DialResult.Outside, number, ring?.CallerNumber, ring?.Target.Trunk, ring?.HasNextTrunk ?? false,
            ByRule: decision?.Rule == Rules.CallerNumber);
        return decision?.Rule switch
        {
            Rules.CallerNumber or Rules.FirstNumber => outside,
            Rules.EmergencyNumber => outside with { Result = DialResult.Emergency },
            Rules.Extension => Internal(decision, dialled),
            Rules.DestinationNotAllowed => new DialOutcome(DialResult.NotAllowed, number),
            Rules.NoTrunk => new DialOutcome(DialResult.NoTrunk, number),
            _ => new DialOutcome(DialResult.NoSuchNumber, number),
        };
    }

    private static DialOutcome Internal(Decision decision, string dialled) => decision.Department is { } department
        ? new DialOutcome(DialResult.Internal, dialled, Department: department.Value)
        : new DialOutcome(DialResult.Internal, dialled, Employee: decision.Destination?.Split(' ') is ["employee", var key] ? key : null);
}
