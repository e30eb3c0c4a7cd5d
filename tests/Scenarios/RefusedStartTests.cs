using System.Net;
using System.Net.Sockets;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// Every kind of start that is refused, with the real program: one line on the error stream that says what, where and what helps; no stack
/// trace anywhere; exit code 2, after which nobody starts it again, or 1 where it may pass by itself.
/// </summary>
public sealed class RefusedStartTests : IDisposable
{
    private const int MayPass = 1;
    private const int WrongUse = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly int _http = Ports.Free();
    private readonly int _sip = Ports.Free();

    public RefusedStartTests() => _folder.LetOthersPass();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_project_file_that_is_no_JSON()
    {
        var file = Written("project.json", "{ \"name\": ");
        Assert.DoesNotContain("info:", await Refused(WrongUse, [file], ["--project", file]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_file_that_breaks_a_rule()
    {
        var file = Written("project.json", """{ "name": "Small", "timeZone": "Europe/Nowhere", "defaultCountry": "UA" }""");
        var output = await Refused(WrongUse, [file, "$.timeZone"], ["--project", file]);
        Assert.DoesNotContain("info:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_in_which_a_server_works()
    {
        Directory.CreateDirectory(Data);
        using var held = new FileStream(Path.Combine(Data, "web.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await Refused(WrongUse, [$"The data folder {Data} is in use", "--data DIR"], []);
    }

    [Fact]
    public async Task A_journal_that_is_being_replayed()
    {
        var journal = Directory.CreateDirectory(Path.Combine(Data, "journal")).FullName;
        using var held = new FileStream(Path.Combine(journal, "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await Refused(WrongUse, [journal, "in use by process", "choose another data folder"], []);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written()
    {
        var file = Written("no-folder", "");
        await Refused(WrongUse, [$"The data folder {file} cannot be written", "--data DIR"], ["--data", file]);
    }

    [Fact]
    public async Task A_disk_that_is_full()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        disk.Fill();
        await Refused(MayPass, [$"The data folder {disk.Path} cannot be written: No space left", "Make room"], ["--data", disk.Path]);
    }

    [Fact]
    public async Task Taken_ports()
    {
        using var http = new TcpListener(IPAddress.Loopback, _http);
        http.Start();
        using var sip = new UdpClient(new IPEndPoint(IPAddress.Loopback, _sip));
        await Refused(WrongUse, [$"Port {_http} (HTTP) on 127.0.0.1 is taken", "--http PORT", $"Port {_sip} (SIP)", "--sip PORT"], []);
    }

    [Fact]
    public async Task An_address_of_another_machine() => await Refused(
        WrongUse, ["The address 192.0.2.1 is not one of this machine's", "--bind ADDRESS"], ["--bind", "192.0.2.1"]);

    [Fact]
    public async Task A_certificate_that_cannot_be_used()
    {
        var certificate = new TestCertificate(_folder.Path);
        certificate.Write();
        await File.WriteAllTextAsync(certificate.KeyFile, "no key", TestContext.Current.CancellationToken);
        await Refused(
            WrongUse, [$"with the key {certificate.KeyFile} cannot be used", "--sip-key FILE"],
            ["--sip-tls", $"{Ports.Free()}", "--sip-certificate", certificate.CertificateFile, "--sip-key", certificate.KeyFile]);
    }

    [Fact]
    public async Task Secrets_without_their_key()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(Data, "secrets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "secrets.json"), "{}", TestContext.Current.CancellationToken);
        await Refused(WrongUse, [secrets, "restore it"], []);
    }

    [Fact]
    public async Task A_damaged_journal()
    {
        var journal = Directory.CreateDirectory(Path.Combine(Data, "journal")).FullName;
        var segment = Path.Combine(journal, "00000000000000000000.journal");
        await File.WriteAllTextAsync(segment, new string('?', 200), TestContext.Current.CancellationToken);
        await Refused(WrongUse, [segment, "damaged", "Restore the file from a backup"], []);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=127.0.0.1;Port=many;Username=callcenter;Database=callcenter")]
    public async Task A_connection_string_that_cannot_be_read(string text) => await Refused(
        WrongUse, ["ConnectionStrings__History", "Host=db.example.com"], [], ("ConnectionStrings__History", text));

    [Fact]
    public async Task A_setting_of_the_environment_that_is_no_number() => await Refused(
        WrongUse, ["many", "Guard:AnonymousBurst"], [], ("Guard__AnonymousBurst", "many"));

    [Fact]
    public async Task A_collector_at_no_address() => await Refused(
        WrongUse, ["OTEL_EXPORTER_OTLP_ENDPOINT=collector", "http://127.0.0.1:4318"], [], ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector"));

    [Fact]
    public async Task A_wrong_option() => await Refused(WrongUse, ["--http 70000: a port is a number", "See --help"], ["--http", "70000"]);

    [Fact]
    public async Task A_database_that_refuses_is_one_line_in_the_log_and_calls_go_on()
    {
        using var server = new CallCenterServer
        {
            Environment = { ["ConnectionStrings__History"] = $"Host=127.0.0.1;Port={_sip};Username=x" },
        };
        await server.Start(withHistory: false);

        Assert.False((await server.Health()).Parts.Single(part => part.Name == "history").Ready);
        Assert.Equal(0, await server.Stop(TimeSpan.FromSeconds(20)));
        Assert.Single(server.Output.Split('\n'), line => line.Contains("CallCenter.History", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    /// <param name="options">In pairs of name and value; those that are not named are usable.</param>
    /// <returns>All that it wrote.</returns>
    private async Task<string> Refused(
        int code, string[] told, string[] options, params (string Name, string Value)[] environment)
    {
        Dictionary<string, string> all = new() { ["--data"] = Data, ["--http"] = $"{_http}", ["--sip"] = $"{_sip}" };
        foreach (var option in options.Chunk(2)) all[option[0]] = option[1];

        var ended = await WebProgram.Run(
            _folder.Path, all.SelectMany(option => new[] { option.Key, option.Value }),
            environment.ToDictionary(variable => variable.Name, variable => variable.Value));

        Assert.True(code == ended.ExitCode, $"Exit code {ended.ExitCode}:\n{ended.Output}");
        var line = Assert.Single(ended.Errors.TrimEnd().Split('\n'));
        Assert.All(told, part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Output, StringComparison.Ordinal);
        return ended.Output;
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(_folder.Path, name);
        File.WriteAllText(file, text);
        return file;
    }
}
