using System.CommandLine;

namespace CallCenter.Load.Demo;

/// <summary><c>demo-document</c>: writes the sample project's configuration.</summary>
internal static class DemoDocumentCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write the document; a file that exists is left as it is." };
        var trunkPort = LoadOptions.TrunkPort(DemoDocument.DefaultTrunkPort);
        var command = new Command(
            "demo-document", "Write the sample project (a Ukrainian company with two departments) with new random passwords.")
        {
            file, trunkPort,
        };
        command.SetAction(parsed => Write(
            parsed.GetRequiredValue(file), parsed.GetValue(trunkPort)!.Value,
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Write(FileInfo file, int trunkPort, TextWriter output, TextWriter error)
    {
        if (file.Exists)
        {
            output.WriteLine($"{file.FullName} exists and is kept.");
            return LoadCommandLine.Success;
        }

        try
        {
            file.Directory?.Create();
            DocumentFile.WriteNew(file.FullName, DemoDocument.Create(trunkPort));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"Cannot write {file.FullName}: {problem.Message}");
            return LoadCommandLine.Failed;
        }

        output.WriteLine($"{file.FullName} written. It holds passwords and is readable by you only.");
        return LoadCommandLine.Success;
    }
}
