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
        + "departmentName,employee,employeeName,arrivedAt,answeredAt,endedAt,waitMs,talkMs,holdMs,sipCallId,rating";

    public static string Line(CallRow row, ProjectNames names, DateTimeZone zone)
    {
        var call = CallDto.From(row, names);
        var line = new StringBuilder(256);
        CsvLine.AddCell(line, Number(call.Id));
        CsvLine.AddCell(line, EnumWords.Of(call.Direction));
        CsvLine.AddCell(line, EnumWords.Of(call.Outcome));
        CsvLine.AddCell(line, EnumWords.Of(call.EndedBy));
        CsvLine.AddCell(line, call.ClientNumber);
        CsvLine.AddCell(line, call.ClientName);
        CsvLine.AddCell(line, call.Dialled);
        CsvLine.AddCell(line, call.DialledNumber);
        CsvLine.AddCell(line, call.Pool);
        CsvLine.AddCell(line, call.ShownNumber);
        CsvLine.AddCell(line, call.FirstDepartment);
        CsvLine.AddCell(line, call.Department);
        CsvLine.AddCell(line, call.DepartmentName);
        CsvLine.AddCell(line, call.Employee);
        CsvLine.AddCell(line, call.EmployeeName);
        CsvLine.AddCell(line, ProjectTime.Iso(row.ArrivedAt, zone));
        CsvLine.AddCell(line, row.AnsweredAt is { } answered ? ProjectTime.Iso(answered, zone) : null);
        CsvLine.AddCell(line, ProjectTime.Iso(row.EndedAt, zone));
        CsvLine.AddCell(line, Number(call.WaitMs));
        CsvLine.AddCell(line, Number(call.TalkMs));
        CsvLine.AddCell(line, Number(call.HoldMs));
        CsvLine.AddCell(line, call.SipCallId);
        CsvLine.AddCell(line, call.Rating is { } rating ? Number(rating) : null);
        return line.ToString(0, line.Length - 1);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
