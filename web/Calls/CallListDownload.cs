using CallCenter.Web.Api;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Calls;

/// <summary>The address of the API that gives the whole filtered journal as a file.</summary>
public static class CallListDownload
{
    public static string Address(CallListFilter filter, (long? From, long? To) range)
    {
        var query = new QueryBuilder { { "format", "csv" }, { "bom", "true" } };
        query.AddGiven("from", Time(range.From));
        query.AddGiven("to", Time(range.To));
        query.AddGiven("department", filter.Department);
        query.AddGiven("employee", filter.Employee);
        query.AddGiven("direction", filter.Direction is { } direction ? EnumWords.Of(direction) : null);
        query.AddGiven("outcome", filter.Outcome is { } outcome ? EnumWords.Of(outcome) : null);
        query.AddGiven("number", filter.Number);
        query.AddGiven("recorded", filter.OnlyRecorded ? CallListFilter.RecordedWord : null);
        query.AddGiven("sort", EnumWords.Of(filter.Sort));
        query.AddGiven("order", filter.Descending ? "desc" : "asc");
        return $"{ApiArea.Prefix}/calls{query}";
    }

    private static string? Time(long? unixMs) => unixMs is { } time ? UtcMillisecondsConverter.Write(time.ToTime()) : null;
}
