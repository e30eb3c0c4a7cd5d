using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>The tools with which strangers look for extensions and passwords (sipvicious), while a trunk's calls go on.</summary>
public sealed class SipviciousTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Silenced, the tools go on asking for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sipvicious_finds_no_extension_and_no_password_and_is_silenced()
    {
        Assert.SkipUnless(IsInstalled("svwar"), "sipvicious is not installed");
        using var server = new CallCenterServer();
        await server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", phone), Registering("maria", "104")) with
        {
            SipAccounts = [Account("maria")],
        });
        using var anna = await Sipp.Phone("employee-answers", phone, ringMs: 10, calls: 20);
        using var clients = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380675000001", milliseconds: 20, calls: 20);

        // The tool can do it: whoever knows the password is let in.
        Assert.Contains("secret-maria", await Run("svcrack", server, "-u", "maria", "-d", WriteLines("one", ["secret-maria"])));

        foreach (var method in (string[])["REGISTER", "OPTIONS", "INVITE"])
        {
            var found = await Run("svwar", server, "-m", method, "--force", "-e", "95-130");
            AssertNamesNone(found, "101", "104");
        }

        var names = WriteLines("names", ["maria", "anna", "admin", "nobody"]);
        AssertNamesNone(await Run("svwar", server, "--force", "-d", names), "maria", "anna");
        var words = WriteLines("words", [.. Enumerable.Range(0, 100).Select(number => $"word{number}"), "secret-maria"]);
        Assert.DoesNotContain("secret-maria", await Run("svcrack", server, "-u", "maria", "-d", words));

        await clients.Succeeds(withinSeconds: 40);
        await anna.Succeeds();
        Assert.Contains("is ignored for a while", server.Output, StringComparison.Ordinal);
        Assert.True((await server.Health()).Ready);
    }

    /// <summary>The tools print what they found as rows of a table.</summary>
    private static void AssertNamesNone(string found, params string[] names)
    {
        foreach (var name in names)
        {
            Assert.DoesNotContain($"| {name} ", found);
        }
    }

    /// <summary>Each run has a port of its own: where the right password was found, a phone is registered now.</summary>
    private async Task<string> Run(string tool, CallCenterServer server, params string[] arguments)
    {
        string[] ports = ["-P", $"{Ports.Free()}", "-p", $"{server.SipPort}"];
        using var process = new ChildProcess(tool, [.. arguments, .. ports, "127.0.0.1"], _folder.Path);
        using var limit = new CancellationTokenSource(Patience);
        await Eventually.Holds(() => process.HasEnded || limit.IsCancellationRequested, Patience * 2);
        output.WriteLine($"{tool} {string.Join(' ', arguments)}\n{process.Output}");
        return process.Output;
    }

    private string WriteLines(string name, IEnumerable<string> lines)
    {
        var file = Path.Combine(_folder.Path, name);
        File.WriteAllLines(file, lines);
        return file;
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
}
