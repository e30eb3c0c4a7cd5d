using CallCenter.Web.Languages;
using NodaTime;

namespace CallCenter.Web.Calls.Stages;

/// <summary>An answer as its page shows it.</summary>
public sealed record StageView(StageFilter Filter, StageAnswer Answer, ProjectNames Names, DateTimeZone Zone)
{
    /// <summary>Whose conversations are shown.</summary>
    public string Whose(Language language) => Answer.Asked switch
    {
        { Employee: { } employee } => Names.Employee(employee),
        { Department: { } department } => Names.Department(department),
        _ => StageTexts.Everybody.In(language),
    };

    /// <summary>With whom they are compared.</summary>
    public string BesideWhom(Language language) => Answer.BesideOf.Count == 0
        ? StageTexts.AllDepartments.In(language)
        : string.Join(", ", Answer.BesideOf.Select(Names.Department));

    /// <summary>What of a tenth the employee speaks with those compared with, else in the mean of all: others are measured by it.</summary>
    /// <param name="tenth">From 0.</param>
    public double Measure(int tenth) =>
        (Answer.Beside is { Conversations: > 0 } beside ? beside : Answer.Figures).Tenths[tenth].EmployeeSpeaks;
}
