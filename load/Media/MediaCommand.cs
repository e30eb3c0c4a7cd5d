using System.CommandLine;
using System.Net.Sockets;

namespace CallCenter.Load.Media;

/// <summary><c>media</c>: what relaying the audio of calls costs and how late it arrives.</summary>
internal static class MediaCommand
{
    private const int MostCalls = 5_000;

    public static Command Create()
    {
        var calls = LoadOptions.Count("--calls", "How many calls talk at once.", 100, MostCalls);
        var duration = LoadOptions.Count("--duration", "Seconds that are measured.", 10, 3_600);
        var transcode = new Option<bool>("--transcode") { Description = "A-law on one side, µ-law on the other." };
        var mix = new Option<bool>("--mix") { Description = "Three phones a call, mixed." };
        var record = new Option<string?>("--record")
        {
            HelpName = "FOLDER",
            Description = "Record every call into this folder, in stereo and with voice activity.",
        };
        var direct = new Option<bool>("--direct") { Description = "Without the engine: the delay that the measurement itself adds." };
        var nap = new Option<bool>("--nap") { Description = "Phones look every 0.2 ms, so that the engine wakes none of them." };
        var command = new Command("media", "Measure the media engine: processor time, loss and delay of relayed calls (Linux).")
        {
            calls, duration, transcode, mix, record, direct, nap,
        };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var options = new MediaRunOptions(
                parsed.GetValue(calls), TimeSpan.FromSeconds(parsed.GetValue(duration)), parsed.GetValue(transcode),
                parsed.GetValue(mix), parsed.GetValue(record), parsed.GetValue(direct), parsed.GetValue(nap));
            return Run(options, streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(MediaRunOptions options, TextWriter output, TextWriter error)
    {
        try
        {
            var report = MediaRun.Run(options);
            report.Write(output);
            return report.Received > 0 ? LoadCommandLine.Success : LoadCommandLine.Failed;
        }
        catch (Exception problem) when (
            problem is SocketException or PlatformNotSupportedException or InvalidOperationException or IOException)
        {
            error.WriteLine(problem.Message);
            return LoadCommandLine.Failed;
        }
    }
}
