using System.Net;
using System.Net.Sockets;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("demo-document")]
    [InlineData("demo --document demo.json")]
    [InlineData("demo --document demo.json --sip 127.0.0.1:99999")]
    [InlineData("demo --document demo.json --sip 127.0.0.1:5060 --rate 0")]
    [InlineData("demo --document demo.json --sip 127.0.0.1:5060 --rate many")]
    [InlineData("demo --document demo.json --sip 127.0.0.1:5060 --seed x")]
    [InlineData("demo-document demo.json --trunk-port 0")]
    [InlineData("call --sip 127.0.0.1:5060 --to +380445550100 --calls 0")]
    [InlineData("media --calls 0")]
    [InlineData("--rate 0")]
    [InlineData("--rate 5001")]
    [InlineData("--employees 1.5")]
    [InlineData("--duration 60")]
    [InlineData("--arrivals wave")]
    [InlineData("--talk 5s-1s")]
    [InlineData("--loss 2")]
    [InlineData("--http nowhere")]
    [InlineData("--sip nowhere:99999")]
    public void A_command_line_that_cannot_be_carried_out_says_so_and_exits_with_2(string line)
    {
        var (exitCode, _, error) = Run(line.Split(' '));

        Assert.Equal(LoadCommandLine.WrongUsage, exitCode);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_is_named_with_its_option_and_bounds()
    {
        var (_, _, error) = Run("demo-document", "demo.json", "--trunk-port", "70000");

        Assert.Contains("--trunk-port has to be a whole number from 1 to 65535, not '70000'.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--duration 60", "--duration has to be a duration as 200ms, 1.5s, 2m or 1h, not '60'.")]
    [InlineData("--arrivals wave", "--arrivals has to be one of poisson, constant, ramp, burst, day, not 'wave'.")]
    [InlineData("--scenario nothing", "'nothing' is no built-in scenario (there are burst, ")]
    [InlineData("--arrivals ramp", "steady with these options: arrivals.to is missing")]
    [InlineData("--rate 500 --duration 20h", "a run makes at most 10000000")]
    [InlineData("--sip 127.0.0.1:5060", "--sip needs --document FILE")]
    [InlineData("--document project.json", "add --sip HOST:PORT")]
    [InlineData("--sip 192.0.2.1:5060 --document project.json", "--i-own-this-host")]
    [InlineData("--sip 127.0.0.1:5060 --document project.json --http http://192.0.2.1", "--i-own-this-host")]
    [InlineData("--sip 127.0.0.1:5060 --document project.json --boards 1", "--http and --api-key")]
    [InlineData("--sip 127.0.0.1:5060 --document project.json --scenario server-kill", "leave out --sip")]
    [InlineData("--json /nowhere/at/all.json", "Cannot write /nowhere/at/all.json")]
    public void A_load_run_that_cannot_be_is_refused_with_what_would_be_right(string line, string expected)
    {
        var (exitCode, _, error) = Run(line.Split(' '));

        Assert.Equal(LoadCommandLine.WrongUsage, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_scenarios_are_listed_with_a_line_each_and_shown_as_files_to_start_from()
    {
        var (exitCode, output, _) = Run("scenarios");
        var lines = output.TrimEnd().Split(Environment.NewLine);

        Assert.Equal((0, 12), (exitCode, lines.Length));
        Assert.All(lines, line => Assert.Matches(@"^[a-z-]+ +\S.{20,120}$", line));
        Assert.Contains("\"calls\": 2000", Run("scenarios", "burst").Output, StringComparison.Ordinal);
        Assert.Equal(LoadCommandLine.WrongUsage, Run("scenarios", "nothing").ExitCode);
    }

    [Fact]
    public void A_run_without_a_server_to_start_says_where_it_looked()
    {
        var (exitCode, _, error) = Run("--web", "/nowhere/CallCenter.Web.dll");

        Assert.Equal(LoadCommandLine.Failed, exitCode);
        Assert.Contains("/nowhere/CallCenter.Web.dll", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "demo-document")]
    [InlineData("--help", "--scenario")]
    [InlineData("demo --help", "--rate")]
    [InlineData("call --help", "--i-own-this-host")]
    public void Help_lists_what_there_is(string line, string expected)
    {
        var (exitCode, output, _) = Run(line.Split(' '));

        Assert.Equal(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_document_writes_a_file_once_and_keeps_it_after_that()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "deeper/demo.json");

        Assert.Equal(0, Run("demo-document", path).ExitCode);
        var written = File.ReadAllText(path);
        var (exitCode, output, _) = Run("demo-document", path);

        Assert.Equal(0, exitCode);
        Assert.Contains("exists and is kept", output, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(path));
    }

    [Fact]
    public void Demo_with_a_missing_or_broken_document_says_which_and_exits_with_2()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "broken.json");
        File.WriteAllText(broken, "{ \"name\": ");

        Assert.All([Path.Combine(folder.Path, "missing.json"), broken], path =>
        {
            var (exitCode, _, error) = Run("demo", "--document", path, "--sip", "127.0.0.1:5060");
            Assert.Equal(LoadCommandLine.WrongUsage, exitCode);
            Assert.Contains(path, error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Calling_a_foreign_host_is_refused_unless_it_is_said_to_be_ones_own()
    {
        var (exitCode, _, error) = Run("call", "--sip", "192.0.2.1:5060", "--to", "+380445550100");

        Assert.Equal(LoadCommandLine.WrongUsage, exitCode);
        Assert.Contains("--i-own-this-host", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_trunk_port_is_named_and_the_exit_code_is_1()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        using var folder = new TemporaryFolder();
        var document = Path.Combine(folder.Path, "demo.json");
        Run("demo-document", document, "--trunk-port", $"{port}");

        Assert.All<string[]>(
            [["call", "--sip", "127.0.0.1:5060", "--to", "+380445550100", "--trunk-port", $"{port}"],
             ["demo", "--document", document, "--sip", "127.0.0.1:5060"]],
            line =>
            {
                var (exitCode, _, error) = Run(line);
                Assert.Equal(LoadCommandLine.Failed, exitCode);
                Assert.Contains($"127.0.0.1:{port}", error, StringComparison.Ordinal);
                Assert.Contains("--trunk-port", error, StringComparison.Ordinal);
            });
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = LoadCommandLine.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
