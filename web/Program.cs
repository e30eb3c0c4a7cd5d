using CallCenter.Silo;
using CallCenter.Silo.Secrets;
using CallCenter.Web.Start;

return await CommandLine.Run(args, async options =>
{
    // 1. What would stop the start half way is looked at first, so that the message says what to do.
    using var folder = DataFolder.Take(options.Data);
    Ports.Check(options);

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
    await app.StartAsync();

    // 3. They run until Ctrl+C.
    StartNotice.Give(
        options, app.Services.GetRequiredService<SecretStore>().TakeFirstStartPassword(), Console.Out, app.Logger);
    await app.WaitForShutdownAsync();
    return 0;
}, SiloCommands.All);
