using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Shell;

/// <summary>Values in the address of a page: what is empty counts as not given, and what is not given is not written.</summary>
public static class AddressValues
{
    public static string? ValueOf(this IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;

    public static void AddGiven(this QueryBuilder query, string name, string? value)
    {
        if (value is not null) query.Add(name, value);
    }
}
