using System.Globalization;
using System.Text;

namespace CallCenter.Web.Api.Calls;

/// <summary>One call as a line of CSV (RFC 4180); the columns are named as in the JSON.</summary>
public static class CallCsv
{
    public const string Header =
        "id,direction,outcome,endedBy,clientNumber,clientName,dialled,dialledNumber,pool,shownNumber,firstDepartment,department,"
        + "departmentName,employee,employeeName,arrivedAt,answeredAt,endedAt,waitMs,talkMs,holdMs,sipCallId";

    public static string Line(CallDto call)
    {
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
        Add(line, UtcMillisecondsConverter.Write(call.ArrivedAt));
        Add(line, call.AnsweredAt is { } answered ? UtcMillisecondsConverter.Write(answered) : null);
        Add(line, UtcMillisecondsConverter.Write(call.EndedAt));
        Add(line, Number(call.WaitMs));
        Add(line, Number(call.TalkMs));
        Add(line, Number(call.HoldMs));
        Add(line, call.SipCallId);
        return line.ToString(0, line.Length - 1);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder line, string? value)
    {
        var text = IsFormula(value) ? "'" + value : value ?? "";
        var quoted = text.AsSpan().IndexOfAny("\",\r\n") >= 0;
        line.Append(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text).Append(',');
    }

    // A caller chooses his display name: spreadsheets must not run it as a formula. Numbers like +380… stay as they are.
    private static bool IsFormula(string? value) => value is { Length: > 0 } && value[0] switch
    {
        '=' or '@' or '\t' or '\r' => true,
        '+' or '-' => !value.AsSpan(1).ContainsOnlyDigits(),
        _ => false,
    };

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
