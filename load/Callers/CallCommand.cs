using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Callers;

/// <summary><c>call</c>: places calls as a trunk and reports how they went.</summary>
internal static class CallCommand
{
    private const int MostCalls = 1_000_000;

    public static Command Create()
    {
        var sip = LoadOptions.Sip();
        var to = new Option<string>("--to") { HelpName = "NUMBER", Description = "Number of the company to call.", Required = true };
        var from = new Option<string>("--from")
        {
            HelpName = "NUMBER",
            Description = "Number the calls come from.",
            DefaultValueFactory = _ => "+380501234567",
        };
        var trunkPort = LoadOptions.TrunkPort(Demo.DemoDocument.DefaultTrunkPort);
        var calls = LoadOptions.Count("--calls", "How many calls.", 1, MostCalls);
        var rate = LoadOptions.Rate("Calls per second.", 1, most: 10_000);
        var talk = LoadOptions.Count("--talk", "Seconds of conversation until the caller hangs up.", 5, 86_400);
        var patience = LoadOptions.Count("--patience", "Seconds until a caller whom nobody answers gives up.", 60, 3_600);
        var ownHost = new Option<bool>("--i-own-this-host") { Description = "Needed for a server that is not on this machine." };
        var command = new Command("call", "Place calls as a trunk and report answers, failures and response times.")
        {
            sip, to, from, trunkPort, calls, rate, talk, patience, ownHost,
        };
        command.SetAction(parsed =>
        {
            var server = parsed.GetRequiredValue(sip);
            var streams = parsed.InvocationConfiguration;
            if (!IPAddress.IsLoopback(server.Address) && !parsed.GetValue(ownHost))
            {
                streams.Error.WriteLine(
                    $"{server} is not this machine. Calling it may cost its owner money: add --i-own-this-host if that is you.");
                return LoadCommandLine.WrongUsage;
            }

            var local = new IPEndPoint(LocalAddress.Towards(server), parsed.GetValue(trunkPort)!.Value);
            var options = new CallOptions(
                server, local, parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(calls),
                parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(patience)), TimeSpan.FromSeconds(parsed.GetValue(talk)));
            return Run(options, streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(CallOptions options, TextWriter output, TextWriter error)
    {
        try
        {
            var report = CallRun.Run(options, out var placed);
            report.Write(output, placed);
            return report.FailedCalls == 0 && report.AnsweredCalls == options.Calls ? LoadCommandLine.Success : LoadCommandLine.Failed;
        }
        catch (SocketException problem)
        {
            error.WriteLine($"Cannot open UDP {options.Local}: {problem.Message}. --trunk-port takes another port.");
            return LoadCommandLine.Failed;
        }
    }
}
