using CallCenter.Web.Api.Access;

namespace CallCenter.Web.Start;

/// <summary>Which lines the log has, and how they are written.</summary>
internal sealed class ServerLog(LogForm form)
{
    private volatile bool _started;

    /// <summary>
    /// Our own lines and what goes wrong elsewhere; a line for every request would bury them. The warning that keys are not encrypted at
    /// rest is answered by the folder's rights: only the owner may read it.
    /// </summary>
    public void Add(ILoggingBuilder log)
    {
        log.ClearProviders();
        if (form == LogForm.Json)
        {
            log.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        else
        {
            log.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            });
        }

        // What Orleans and what it stands on say of themselves is for its developers. That a silo comes or goes is said by us, once: they
        // would fill the log with every try to reach it.
        log.AddFilter("Orleans", LogLevel.Error);
        log.AddFilter("Orleans.Messaging", LogLevel.Critical);
        log.AddFilter("Polly", LogLevel.Critical);

        // A start that fails ends with one sentence (StartRefusal). Before it, the host and Kestrel would write stack traces of the same.
        log.AddFilter("Microsoft", level => level == LogLevel.Warning || (level > LogLevel.Warning && _started));
        // Two lines for every wrong key would let strangers fill the log; the audit log counts them.
        log.AddFilter(typeof(ApiKeyHandler).FullName, LogLevel.Warning);
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>From now on nothing that goes wrong is told by <see cref="StartRefusal"/>.</summary>
    public void Started() => _started = true;
}
