using CallCenter.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Journal;

/// <summary>The address of the API that gives the whole filtered journal as a file.</summary>
public static class JournalCsv
{
    public static string Address(JournalFilter filter, (long? From, long? To) range)
    {
        var query = new QueryBuilder { { "format", "csv" }, { "bom", "true" } };
        Add("from", Time(range.From));
        Add("to", Time(range.To));
        Add("department", filter.Department);
        Add("employee", filter.Employee);
        Add("direction", filter.Direction is { } direction ? EnumWords.Of(direction) : null);
        Add("outcome", filter.Outcome is { } outcome ? EnumWords.Of(outcome) : null);
        Add("number", filter.Number);
        Add("sort", EnumWords.Of(filter.Sort));
        Add("order", filter.Descending ? "desc" : "asc");
        return $"{ApiArea.Prefix}/calls{query}";

        void Add(string name, string? value)
        {
            if (value is not null) query.Add(name, value);
        }
    }

    private static string? Time(long? unixMs) => unixMs is { } time ? UtcMillisecondsConverter.Write(time.ToTime()) : null;
}
