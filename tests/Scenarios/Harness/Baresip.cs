using System.Net.Sockets;
using System.Text;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>A real softphone (baresip) with one account, driven over its control port.</summary>
internal sealed class Baresip : IDisposable
{
    private readonly ChildProcess _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("baresip-").FullName;
    private readonly int _control = Ports.Free();

    /// <param name="answers">Answers every call by itself; otherwise it rings.</param>
    /// <param name="trusts">File of the certificate that the server has to show over TLS.</param>
    /// <param name="tone">The tone that it plays into its microphone, in hertz; then it keeps what it hears. Null: it hears itself.</param>
    /// <param name="listens">Its own port; 0 takes a free one.</param>
    /// <param name="encrypts">It talks with nobody whose audio is in clear (RFC 4568).</param>
    public Baresip(
        string username, string password, int sipPort, bool answers = true, string transport = "udp", string? trusts = null,
        int? tone = null, int listens = 0, bool encrypts = false)
    {
        if (tone is { } hertz)
        {
            ToneFile.Write(Path.Combine(_folder, "tone.wav"), hertz);
        }

        var source = tone is null ? "aubridge,talk" : $"aufile,{_folder}/tone.wav";
        File.WriteAllText(Path.Combine(_folder, "accounts"),
            $"<sip:{username}@127.0.0.1:{sipPort};transport={transport}>;auth_user={username};auth_pass={password};" +
            $"answermode={(answers ? "auto" : "manual")};regint={(password.Length == 0 ? 0 : 60)};" +
            $"{(encrypts ? "mediaenc=srtp-mand;" : "")}audio_codecs=PCMA;audio_source={source};audio_player=aubridge,talk\n");
        File.WriteAllText(Path.Combine(_folder, "config"), $"""
            sip_listen 127.0.0.1:{(listens == 0 ? Ports.Free() : listens)}
            module_path {ModuleFolder()}
            module g711.so
            module aubridge.so
            {(encrypts ? "module srtp.so" : "")}
            {(tone is null ? "" : $"module aufile.so\nmodule sndfile.so\nsnd_path {_folder}")}
            module_app account.so
            module_app menu.so
            module_app ctrl_tcp.so
            ctrl_tcp_listen 127.0.0.1:{_control}
            rtp_ports 42000-48000
            {(trusts is null ? "" : $"sip_cafile {trusts}")}

            """);
        File.WriteAllText(Path.Combine(_folder, "contacts"), "");
        _process = new ChildProcess("baresip", ["-f", _folder, "-v", "-s"], _folder);
    }

    public string Output => _process.Output;

    /// <summary>What it heard in its last call, once that is over.</summary>
    public string Heard => Directory.GetFiles(_folder, "dump-*-dec.wav").Order(StringComparer.Ordinal).Last();

    /// <summary>It takes commands.</summary>
    public Task Started() => Eventually.Holds(
        () => Output.Contains("baresip is ready", StringComparison.Ordinal), text: "the phone is there");

    /// <summary>Dials a number or extension.</summary>
    public Task Dial(string number) => Command("dial", number);

    public Task HangUp() => Command("hangup", "");

    public Task Answer() => Command("accept", "");

    /// <summary>Presses a key in the call (RFC 4733).</summary>
    public Task Press(char key) => Command("sndcode", key.ToString());

    public Task Hold() => Command("hold", "");

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // ctrl_tcp speaks JSON in netstrings: "length:text,". Its events come in between; the reply is the one that says "response".
    private async Task Command(string command, string parameters)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _control);
        var text = $$"""{"command":"{{command}}","params":"{{parameters}}"}""";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{text.Length}:{text},"));
        var answer = new StringBuilder();
        var read = new byte[4096];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!answer.ToString().Contains("\"response\":true", StringComparison.Ordinal))
        {
            var length = await client.GetStream().ReadAsync(read, limit.Token);
            Assert.True(length > 0, $"baresip closed its control port after: {answer}");
            answer.Append(Encoding.UTF8.GetString(read, 0, length));
        }
        Assert.Contains("\"ok\":true", answer.ToString(), StringComparison.Ordinal);
    }

    private static string ModuleFolder() =>
        new[] { "/usr/lib/baresip/modules", "/usr/lib/x86_64-linux-gnu/baresip/modules", "/usr/local/lib/baresip/modules" }
            .FirstOrDefault(Directory.Exists)
        ?? throw new DirectoryNotFoundException("The modules of baresip are not where Debian puts them.");
}
