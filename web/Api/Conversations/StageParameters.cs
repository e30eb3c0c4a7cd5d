using System.ComponentModel;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Calls.Stages;

namespace CallCenter.Web.Api.Conversations;

/// <summary>The query string of the stages, as it was typed.</summary>
public sealed record StageParameters(
    [property: Description("Key of an employee; he is compared with his departments, or with the one given. An employee gets himself.")]
    string? Employee,
    [property: Description("Key of a department: the conversations of its members, compared with everybody's.")]
    string? Department,
    [property: Description("Conversations of calls that arrived at or after this time, ISO 8601 with Z or an offset.")]
    string? From,
    [property: Description("Conversations of calls that arrived before this time, ISO 8601 with Z or an offset.")]
    string? To,
    [property: Description("incoming or outgoing; both if not given.")]
    string? Direction)
{
    /// <summary>The question, or every error in it.</summary>
    public (StageQuestion Question, IReadOnlyList<ProblemError> Errors) Read()
    {
        var errors = new List<ProblemError>();
        var question = new StageQuestion(
            QueryValues.Time("from", From, errors), QueryValues.Time("to", To, errors),
            QueryValues.Key(Department) is { } department ? new DepartmentId(department) : null,
            QueryValues.Key(Employee) is { } employee ? new EmployeeId(employee) : null,
            QueryValues.Word<CallDirection>("direction", Direction, errors));
        QueryValues.CheckPeriod(question.From, question.To, errors);
        if (question.Direction == CallDirection.Internal)
            errors.Add(new ProblemError("direction", "Internal calls have no client.", "incoming or outgoing."));
        return (question, errors);
    }
}
