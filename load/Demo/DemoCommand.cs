using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Callers;

namespace CallCenter.Load.Demo;

/// <summary><c>demo</c>: brings the people of a document to life until the process is told to end.</summary>
internal static class DemoCommand
{
    // Long enough for a first start of the server, which prepares its database.
    private static readonly TimeSpan RegistrationPatience = TimeSpan.FromSeconds(45);

    public static Command Create()
    {
        var document = new Option<FileInfo>("--document")
        {
            HelpName = "FILE",
            Description = "Configuration document with the phones' passwords, as demo-document writes it.",
            Required = true,
        };
        var calls = new Option<FileInfo?>("--calls")
        {
            HelpName = "FILE",
            Description = "Note every ended call of a client there, one JSON line each.",
        };
        var sip = LoadOptions.Sip();
        var rate = LoadOptions.Rate("Calls by clients per minute, on average.", DemoOptions.DefaultCallsPerMinute, most: 6_000);
        var seed = LoadOptions.Seed();
        var trunkPort = LoadOptions.TrunkPort(null);
        var command = new Command("demo", "Simulated employees and clients of a document, over real SIP, until Ctrl+C.")
        {
            document, sip, rate, seed, trunkPort, calls,
        };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if (ReadDocument(parsed.GetRequiredValue(document), streams.Error) is not { } people)
            {
                return LoadCommandLine.WrongUsage;
            }

            if (DocumentFile.TrunkAddress(people, parsed.GetValue(trunkPort)) is not { } trunk)
            {
                streams.Error.WriteLine(
                    "The document needs numbers that clients can call and a trunk whose host is an IPv4 address with port.");
                return LoadCommandLine.WrongUsage;
            }

            var options = new DemoOptions(
                parsed.GetRequiredValue(sip), trunk, parsed.GetValue(rate), parsed.GetValue(seed) ?? Random.Shared.Next(),
                parsed.GetValue(calls)?.FullName);
            return Run(people, options, streams.Output, streams.Error);
        });
        return command;
    }

    private static int Run(ProjectConfiguration document, DemoOptions options, TextWriter output, TextWriter error)
    {
        var counts = new SimulationCounts();
        try
        {
            using var log = options.CallsFile is null ? null : new CallLog(options.CallsFile);
            using var simulation = new DemoSimulation(document, options, counts, TimeProvider.System, log is null ? null : log.Write);
            using var status = Console.IsOutputRedirected ? null : new StatusLine(output, counts, simulation.Phones);
            using var warning = new Timer(_ => WarnIfAlone(), null, RegistrationPatience, Timeout.InfiniteTimeSpan);
            simulation.Run();
            return LoadCommandLine.Success;

            void WarnIfAlone()
            {
                if (counts.PhonesRegistered == 0)
                {
                    var answer = simulation.LastRefusal?.ToString(CultureInfo.InvariantCulture) ?? "none";
                    error.WriteLine($"No phone could register at {options.Server} so far (last answer: {answer}); trying on.");
                }
            }
        }
        catch (SocketException problem)
        {
            error.WriteLine($"Cannot open UDP {options.Trunk} for the trunk: {problem.Message}. --trunk-port takes another port.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"Cannot write {options.CallsFile}: {problem.Message}");
        }

        return LoadCommandLine.Failed;
    }

    private static ProjectConfiguration? ReadDocument(FileInfo file, TextWriter error)
    {
        try
        {
            return DocumentFile.Read(file.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine($"Cannot read the document {file.FullName}: {problem.Message}");
            return null;
        }
    }
}
