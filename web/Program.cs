using CallCenter.Journal;
using CallCenter.Silo;
using CallCenter.Silo.Backups;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Replay;
using CallCenter.Silo.Secrets;
using CallCenter.Silo.Signaling.Transport;
using CallCenter.Web.Start;

// Makes or restores a backup instead of serving: ./run backup FILE, ./run restore FILE
if (args is ["backup" or "restore", ..])
{
    return await BackupCommand.Run(args, Console.Out, Console.Error);
}

// Replays a data folder instead of serving it: ./run replay DATA
if (args is ["replay", .. var folders])
{
    return folders is [var recorded]
        ? ReplayCommand.Run(recorded, Console.Out, Console.Error)
        : await Refuse("Say which data folder is to be replayed: replay DATA.");
}

return await CommandLine.Run(args, async options =>
{
    // 1. What would stop the start half way is looked at first, so that the message says what to do.
    using var folder = DataFolder.TryTake(options.Data, out var problem);
    if (folder is null)
    {
        return await Refuse(problem!);
    }

    if (Ports.Taken(options) is { Count: > 0 } taken)
    {
        return await Refuse(string.Join(Environment.NewLine, taken));
    }

    // 2. Pages and silo start together in one host.
    await using var app = WebServer.Build(options, services => services.AddSilo(new SiloOptions
    {
        DataFolder = options.Data,
        BindAddress = options.Bind,
        SipPort = options.SipPort,
        SipTls = options.SipTls is { } tls ? new SipTlsOptions(tls.Port, tls.CertificateFile, tls.KeyFile) : null,
        SipConnections = options.SipConnections,
        HistoryConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__History"),
        ProjectFile = options.Project,
        FsyncJournal = options.Fsync,
        Alarms = options.Alarms,
        KeepAudit = options.KeepAudit,
    }));
    try
    {
        await app.StartAsync();
    }
    catch (Exception exception) when (exception
        is PortTakenException or CertificateUnusableException or FolderInUseException or ProjectFileException
        or SecretsDamagedException or JournalDamagedException or JournalGapException)
    {
        return await Refuse(exception.Message);
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return await Refuse($"The start failed: {exception.Message}");
    }

    // 3. They run until Ctrl+C.
    StartNotice.Print(options, app.Services.GetRequiredService<SecretStore>().TakeFirstStartPassword(), Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
});

static async Task<int> Refuse(string why)
{
    await Console.Error.WriteLineAsync(why);
    return CommandLine.WrongUse;
}
