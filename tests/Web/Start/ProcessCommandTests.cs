using System.CommandLine;
using System.Net;
using CallCenter.Web.Start;

namespace CallCenter.Web.Tests.Start;

/// <summary>The commands <c>silo</c> and <c>web</c>.</summary>
public sealed class ProcessCommandTests
{
    private const string Database = "Host=db.example.com;Database=callcenter";

    // No other test reads it.
    public ProcessCommandTests() => Environment.SetEnvironmentVariable("ConnectionStrings__Cluster", Database);

    [Fact]
    public async Task A_silo_has_a_name_ports_of_its_own_and_no_pages()
    {
        var (options, _) = await Read(
            "silo", "--name", "Kyiv", "--data", "/srv/a", "--sip", "5070", "--silo-port", "11112", "--gateway-port", "30001", "--fsync");

        Assert.Equal(
            (false, true, "/srv/a", 5070, true), (options!.HasPages, options.HasSilo, options.Data, options.SipPort, options.Fsync));
        Assert.Equal(
            new ClusterStart(Database) { Name = "Kyiv", SiloPort = 11112, GatewayPort = 30001 }, options.Cluster);
    }

    [Fact]
    public async Task Pages_have_their_port_and_no_phones()
    {
        var (options, _) = await Read("web", "--http", "81", "--bind", "0.0.0.0", "--hosts", "calls.example.com");

        Assert.Equal((true, false, 81, IPAddress.Any), (options!.HasPages, options.HasSilo, options.HttpPort, options.Bind));
        Assert.Equal("calls.example.com", Assert.Single(options.Hosts));
        Assert.Equal(Database, options.Cluster!.ConnectionString);
    }

    [Fact]
    public async Task Beyond_this_machine_a_silo_has_certificates()
    {
        string[] files = ["--cluster-certificate", "/etc/hosts", "--cluster-key", "/etc/passwd", "--cluster-authority", "/etc/hostname"];

        var (options, _) = await Read(["silo", "--cluster-address", "192.0.2.7", .. files]);

        Assert.Equal(IPAddress.Parse("192.0.2.7"), options!.Cluster!.Address);
        Assert.Equal(new ClusterTlsStart("/etc/hosts", "/etc/passwd", "/etc/hostname"), options.Cluster.Tls);
    }

    [Theory]
    [InlineData("--cluster-address 192.0.2.7", "beyond this machine silos speak to whoever has a certificate of the cluster only")]
    [InlineData("--cluster-address 0.0.0.0", "not one IP address of this machine")]
    [InlineData("--cluster-certificate /etc/hosts", "needs all three of --cluster-certificate FILE, --cluster-key FILE and --cluster-a")]
    [InlineData("--name main/office", "--name main/office: 1 to 40 letters (a to z), digits and hyphens, beginning with a letter.")]
    [InlineData("--silo-port 0", "--silo-port 0: a port is a number from 1 to 65535.")]
    [InlineData("--http 8080", "--http")]
    public async Task What_is_wrong_is_said_and_nothing_is_started(string words, string said)
    {
        var (options, error) = await Read(["silo", .. words.Split(' ')]);

        Assert.Null(options);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    private static async Task<(StartOptions? Options, string Error)> Read(params string[] args)
    {
        StartOptions? read = null;
        Task<int> Keep(StartOptions options)
        {
            read = options;
            return Task.FromResult(0);
        }

        using var error = new StringWriter();
        await CommandLine.Run(
            args, Keep, _ => new List<Command> { ProcessCommands.Silo(Keep), ProcessCommands.Web(Keep) }, error);
        return (read, error.ToString());
    }
}
