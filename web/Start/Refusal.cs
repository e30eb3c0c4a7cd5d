using System.Net.Sockets;
using CallCenter.Abstractions;

namespace CallCenter.Web.Start;

/// <summary>
/// How every start that is refused ends, the server's and a command's: one sentence to the error stream and an exit code. Everything else
/// that is thrown is a defect of ours and keeps its stack trace.
/// </summary>
internal static class Refusal
{
    /// <summary>It may pass by itself: whoever watches over the program (<c>./run --supervise</c>, systemd) starts it again.</summary>
    public const int MayPass = 1;

    /// <summary>Somebody has to change something first; nobody starts it again.</summary>
    public const int WrongUse = 2;

    private static readonly char[] LineEnds = ['\r', '\n'];

    public static async Task<int> Or(Func<Task<int>> run, TextWriter errors)
    {
        try
        {
            return await run();
        }
        catch (RefusedStartException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return refused.MayPass ? MayPass : WrongUse;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SocketException)
        {
            await errors.WriteLineAsync($"The start failed: {FirstLine(failed.Message)} Nothing runs; mend that and start again.");
            return failed is UnauthorizedAccessException ? WrongUse : MayPass;
        }
    }

    /// <summary>What the system said, as the part of a sentence that ends with a full stop.</summary>
    public static string FirstLine(string message) => message.Split(LineEnds)[0].TrimEnd('.', ' ') + ".";
}
