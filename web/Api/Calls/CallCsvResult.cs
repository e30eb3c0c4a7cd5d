using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Calls;
using CallCenter.Web.SignIn;
using NodaTime;

namespace CallCenter.Web.Api.Calls;

/// <summary>
/// All pages of a call list as one CSV file (RFC 4180), streamed: one page is in memory at a time. When the history goes away in the
/// middle, or the key or sign-in that asked ends, the connection is cut, so that a half file is not taken for a whole one.
/// </summary>
public sealed class CallCsvResult(
    ProjectId project, CallQuery query, CallPage first, IHistoryReader history, ProjectNames names, DateTimeZone zone,
    SignInTruth truth, bool byteOrderMark) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = "attachment; filename=\"calls.csv\"";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(byteOrderMark), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CallCsv.Header);
        var page = first;
        while (true)
        {
            foreach (var row in page.Rows) await writer.WriteLineAsync(CallCsv.Line(row, names, zone));
            if (page.Next is null) return;
            await writer.FlushAsync(httpContext.RequestAborted);
            if (!await truth.Holds(httpContext.User))
            {
                httpContext.Abort();
                return;
            }

            page = await history.Calls(project, query with { After = page.Next }, httpContext.RequestAborted);
        }
    }
}
