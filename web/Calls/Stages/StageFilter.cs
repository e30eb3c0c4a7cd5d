using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Api;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace CallCenter.Web.Calls.Stages;

/// <summary>Which conversations the page of stages shows, as the address holds it. What cannot be read is left out.</summary>
/// <param name="Tenth">The tenth whose conversations are listed, from 1.</param>
public sealed record StageFilter(DayPeriod Period, string? Department, string? Employee, CallDirection? Direction, int? Tenth)
{
    public const string Path = "/conversations";
    private const PeriodPreset Usual = PeriodPreset.Month;
    private const int LongestText = 100;

    public static StageFilter FromQuery(IQueryCollection query) => new(
        DayPeriod.FromQuery(query, Usual), One(query, "department"), One(query, "employee"),
        EnumWords.TryParse<CallDirection>(One(query, "direction"), out var direction) && direction != CallDirection.Internal
            ? direction : null,
        int.TryParse(One(query, "tenth"), NumberStyles.None, CultureInfo.InvariantCulture, out var tenth)
            && tenth is >= 1 and <= TalkTenths.Count ? tenth : null);

    public StageQuestion ToQuestion(DateTimeOffset now, DateTimeZone zone)
    {
        var (from, to) = Period.Range(now, zone);
        return new StageQuestion(
            from, to, Department is { } department ? new DepartmentId(department) : null,
            Employee is { } employee ? new EmployeeId(employee) : null, Direction);
    }

    /// <summary>The one spelling of this state, without what is usual.</summary>
    public string ToAddress()
    {
        var query = new QueryBuilder();
        Period.AddTo(query, Usual);
        query.AddGiven("department", Department);
        query.AddGiven("employee", Employee);
        query.AddGiven("direction", Direction is { } direction ? EnumWords.Of(direction) : null);
        query.AddGiven("tenth", Tenth?.ToString(CultureInfo.InvariantCulture));
        return Path + query;
    }

    private static string? One(IQueryCollection query, string name) =>
        query.ValueOf(name) is { } text ? text[..Math.Min(text.Length, LongestText)] : null;
}
