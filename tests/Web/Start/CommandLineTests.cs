using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions.Ports;
using CallCenter.Tests.Shared;
using CallCenter.Web.Start;

namespace CallCenter.Web.Tests.Start;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Without_options_the_usual_ones_hold()
    {
        var options = await Read([]);

        Assert.Equal((8080, 5060, IPAddress.Loopback, false), (options!.HttpPort, options.SipPort, options.Bind, options.Demo));
        Assert.Equal(Path.GetFullPath("./data"), options.Data);
    }

    [Fact]
    public async Task All_options_are_read()
    {
        var options = await Read(["--data", "/srv/cc", "--http", "81", "--sip", "5070", "--bind", "0.0.0.0", "--demo"]);

        Assert.Equal(new StartOptions("/srv/cc", 81, 5070, IPAddress.Any, null, true), options);
    }

    [Fact]
    public async Task Names_and_a_proxy_are_read()
    {
        var options = await Read(["--hosts", "calls.example.com,*.office.example, 192.0.2.7", "--proxy", "192.0.2.1"]);

        Assert.Equal(["calls.example.com", "*.office.example", "192.0.2.7"], options!.Hosts);
        Assert.Equal(IPAddress.Parse("192.0.2.1"), options.Proxy);
        Assert.Empty((await Read([]))!.Hosts);
    }

    [Fact]
    public async Task TLS_takes_a_port_a_certificate_and_a_key()
    {
        var options = await Read(["--sip-tls", "5061", "--sip-certificate", "/etc/hosts", "--sip-key", "/etc/passwd"]);

        Assert.Equal(new TlsStart(5061, "/etc/hosts", "/etc/passwd"), options!.SipTls);
        Assert.Equal(20, (await Read(["--sip-connections", "20"]))!.SipConnections);
    }

    [Fact]
    public async Task Limits_of_alarms_and_fsync_are_read()
    {
        var options = await Read(
            ["--fsync", "--alarm-backlog", "10", "--alarm-backlog-age", "20", "--alarm-disk", "0.5", "--alarm-disk-percent", "2.5"]);

        Assert.True(options!.Fsync);
        Assert.Equal(
            new AlarmLimits
            {
                BacklogEvents = 10,
                BacklogAge = TimeSpan.FromSeconds(20),
                FreeDiskBytes = 512 * 1024 * 1024,
                FreeDiskPercent = 2.5,
            },
            options.Alarms);
        Assert.Equal(new AlarmLimits(), (await Read([]))!.Alarms);
    }

    [Fact]
    public async Task The_audit_log_is_kept_for_two_years_or_as_told()
    {
        Assert.Equal(TimeSpan.FromDays(730), (await Read([]))!.KeepAudit);
        Assert.Equal(TimeSpan.FromDays(90), (await Read(["--keep-audit", "90"]))!.KeepAudit);
    }

    [Theory]
    [InlineData("--alarm-disk", "much")]
    [InlineData("--alarm-backlog", "-1")]
    [InlineData("--keep-audit", "0")]
    [InlineData("--keep-audit", "3651")]
    [InlineData("--bogus")]
    [InlineData("--http", "0")]
    [InlineData("--http", "http")]
    [InlineData("--sip", "65536")]
    [InlineData("--bind", "nowhere")]
    [InlineData("--hosts", "https://calls.example.com")]
    [InlineData("--hosts", "calls.example.com:8080")]
    [InlineData("--proxy", "nowhere")]
    [InlineData("--sip-connections", "0")]
    [InlineData("--sip-tls", "5061")]
    [InlineData("--sip-certificate", "/etc/hosts", "--sip-key", "/etc/hosts")]
    [InlineData("--sip-tls", "0", "--sip-certificate", "/etc/hosts", "--sip-key", "/etc/hosts")]
    [InlineData("--sip-tls", "5061", "--sip-certificate", "/no/such/file", "--sip-key", "/etc/hosts")]
    [InlineData("--project", "/no/such/file.json")]
    [InlineData("--data")]
    [InlineData("stray")]
    public async Task A_wrong_option_ends_with_exit_code_2_and_starts_nothing(params string[] args)
    {
        var started = false;
        var code = await CommandLine.Run(args, _ =>
        {
            started = true;
            return Task.FromResult(0);
        });

        Assert.Equal(2, code);
        Assert.False(started);
    }

    [Fact]
    public void A_taken_port_is_named_with_its_option()
    {
        using var http = new TcpListener(IPAddress.Loopback, 0);
        http.Start();
        using var sip = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var (httpPort, sipPort) = (((IPEndPoint)http.LocalEndpoint).Port, ((IPEndPoint)sip.Client.LocalEndPoint!).Port);

        var refused = Assert.Throws<UnusableSettingException>(
            () => Ports.Check(new StartOptions("/srv/cc", httpPort, sipPort, IPAddress.Loopback, null, false)));

        Assert.Equal(
            $"Port {httpPort} (HTTP) on 127.0.0.1 is taken. Choose another with --http PORT. "
            + $"Port {sipPort} (SIP) on 127.0.0.1 is taken. Choose another with --sip PORT.",
            refused.Message);
    }

    [Fact]
    public void An_address_of_another_machine_is_not_called_a_taken_port()
    {
        var refused = Assert.Throws<UnusableSettingException>(
            () => Ports.Check(new StartOptions("/srv/cc", 8080, 5060, IPAddress.Parse("192.0.2.1"), null, false)));

        Assert.StartsWith("The address 192.0.2.1 is not one of this machine's.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("taken", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_start_on_the_same_data_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var first = DataFolder.Take(folder.Path);

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Take(folder.Path));

        Assert.Contains("in use by another start", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.MayPass);
    }

    [Theory]
    [InlineData(true, "No space left")]
    [InlineData(false, "Read-only file system")]
    public void A_data_folder_that_is_full_or_read_only_is_refused_with_what_is_wrong(bool full, string why)
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        if (full) disk.Fill();
        else disk.MakeReadOnly();

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Take(disk.Path));

        Assert.StartsWith($"The data folder {disk.Path} cannot be written: {why}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(full, refused.MayPass);
    }

    private static async Task<StartOptions?> Read(string[] args)
    {
        StartOptions? read = null;
        await CommandLine.Run(args, options =>
        {
            read = options;
            return Task.FromResult(0);
        });
        return read;
    }
}
