using System.Globalization;
using System.Text;
using CallCenter.Abstractions.History;
using CallCenter.Web.Calls;
using CallCenter.Web.Languages;
using NodaTime;

namespace CallCenter.Web.Api.Calls;

/// <summary>
/// One call as a line of CSV (RFC 4180); the columns are named as in the JSON. A file is for people: its times are those that the page
/// shows, in the project's time zone, with the offset.
/// </summary>
public static class CallCsv
{
    public const string Header =
        "id,direction,outcome,endedBy,clientNumber,clientName,dialled,dialledNumber,pool,shownNumber,firstDepartment,department,"
        + "departmentName,employee,employeeName,arrivedAt,answeredAt,endedAt,waitMs,talkMs,holdMs,sipCallId";

    public static string Line(CallRow row, ProjectNames names, DateTimeZone zone)
    {
        var call = CallDto.From(row, names);
        var line = new StringBuilder(256);
        Add(line, Number(call.Id));
        Add(line, EnumWords.Of(call.Direction));
        Add(line, EnumWords.Of(call.Outcome));
        Add(line, EnumWords.Of(call.EndedBy));
        Add(line, call.ClientNumber);
        Add(line, call.ClientName);
        Add(line, call.Dialled);
        Add(line, call.DialledNumber);
        Add(line, call.Pool);
        Add(line, call.ShownNumber);
        Add(line, call.FirstDepartment);
        Add(line, call.Department);
        Add(line, call.DepartmentName);
        Add(line, call.Employee);
        Add(line, call.EmployeeName);
        Add(line, ProjectTime.Iso(row.ArrivedAt, zone));
        Add(line, row.AnsweredAt is { } answered ? ProjectTime.Iso(answered, zone) : null);
        Add(line, ProjectTime.Iso(row.EndedAt, zone));
        Add(line, Number(call.WaitMs));
        Add(line, Number(call.TalkMs));
        Add(line, Number(call.HoldMs));
        Add(line, call.SipCallId);
        return line.ToString(0, line.Length - 1);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder line, string? value)
    {
        var text = CsvText.Safe(value ?? "");
        var quoted = text.AsSpan().IndexOfAny("\",\r\n") >= 0;
        line.Append(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text).Append(',');
    }
}
