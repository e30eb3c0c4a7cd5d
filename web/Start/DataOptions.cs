using System.CommandLine;
using System.Globalization;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Start;

/// <summary>The options of journal, disk and history.</summary>
internal static class DataOptions
{
    private static readonly AlarmLimits Usual = new();

    private static readonly Option<bool> Fsync = new("--fsync")
    {
        Description = "Wait for the disk with every group of turns: no call is lost by a power cut",
    };

    private static readonly Option<long> BacklogEvents = Limit(
        "--alarm-backlog", "EVENTS", Usual.BacklogEvents, "Alarm when so many events are not in PostgreSQL");

    private static readonly Option<long> BacklogAge = Limit(
        "--alarm-backlog-age", "SECONDS", (long)Usual.BacklogAge.TotalSeconds, "Alarm when one of them waits for so long");

    private static readonly Option<double> FreeGibibytes = Limit(
        "--alarm-disk", "GIB", Usual.FreeDiskBytes / Gibibyte, "Alarm when less is left on the disk of the data folder");

    private static readonly Option<double> FreePercent = Limit(
        "--alarm-disk-percent", "PERCENT", Usual.FreeDiskPercent, "Alarm when a smaller share is left; the larger limit counts");

    private const int LongestKept = 3_650;

    private static readonly Option<int> KeepAudit = Days(
        "--keep-audit", (int)AuditEntry.UsuallyKept.TotalDays, "Days for which entries of the audit log are kept");

    private const double Gibibyte = 1024.0 * 1024 * 1024;

    public static IReadOnlyList<Option> All => [Fsync, BacklogEvents, BacklogAge, FreeGibibytes, FreePercent, KeepAudit];

    /// <summary>The options with what the command line says of them.</summary>
    public static StartOptions With(this StartOptions options, ParseResult result) => options with
    {
        Fsync = result.GetValue(Fsync),
        KeepAudit = TimeSpan.FromDays(result.GetValue(KeepAudit)),
        Alarms = new AlarmLimits
        {
            BacklogEvents = result.GetValue(BacklogEvents),
            BacklogAge = TimeSpan.FromSeconds(result.GetValue(BacklogAge)),
            FreeDiskBytes = (long)(result.GetValue(FreeGibibytes) * Gibibyte),
            FreeDiskPercent = result.GetValue(FreePercent),
        },
    };

    private static Option<T> Limit<T>(string name, string unit, T usual, string description)
        where T : System.Numerics.INumber<T>
    {
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = unit,
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                if (T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && !T.IsNegative(value))
                {
                    return value;
                }

                result.AddError($"{name} {result.Tokens[0].Value}: a number that is not negative is needed, as in {name} {usual}.");
                return usual;
            },
        };
        return option;
    }

    private static Option<int> Days(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "DAYS", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var days) && days is > 0 and <= LongestKept))
            {
                result.AddError($"{name} {token.Value}: a number of days from 1 to {LongestKept}.");
            }
        });
        return option;
    }
}
