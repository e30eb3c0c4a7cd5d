using System.CommandLine;
using System.CommandLine.Parsing;

namespace CallCenter.Web.Start;

/// <summary>The option of the log.</summary>
internal static class LogOptions
{
    private static readonly Option<LogForm> Form = new("--log")
    {
        Description = "How the log is written: text for people, json for programs, an object a line",
        HelpName = "text|json",
        DefaultValueFactory = _ => LogForm.Text,
        CustomParser = Read,
    };

    public static IReadOnlyList<Option> All => [Form];

    /// <summary>The options with what the command line says of them.</summary>
    public static StartOptions WithLog(this StartOptions options, ParseResult result) => options with { Log = result.GetValue(Form) };

    private static LogForm Read(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "text":
                return LogForm.Text;
            case "json":
                return LogForm.Json;
            case var other:
                result.AddError($"--log {other}: the log is written as text or json.");
                return LogForm.Text;
        }
    }
}
