using CallCenter.Web.Start;

return await CommandLine.Run(args, async options =>
{
    if (Ports.Taken(options) is { Count: > 0 } taken)
    {
        await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, taken));
        return CommandLine.WrongUse;
    }

    using var folder = DataFolder.TryTake(options.Data, out var problem);
    if (folder is null)
    {
        await Console.Error.WriteLineAsync(problem);
        return CommandLine.WrongUse;
    }

    await using var app = WebServer.Build(options, _ => { });
    await app.StartAsync();
    StartNotice.Print(options, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
});
