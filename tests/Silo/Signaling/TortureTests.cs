using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Torture;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>RFC 4475 through a running silo: what a known trunk is answered when it sends each message of §3.</summary>
public sealed partial class TortureTests
{
    /// <summary>Messages that get no answer: responses that nothing waits for, and those that nobody could answer.</summary>
    private static readonly string[] Unanswered = ["unreason", "noreason", "scalarlg", "bigcode", "bcast"];

    /// <summary>
    /// Numbers that are none of ours are 404, a tag in To names no dialog here (481), a REGISTER is challenged, the rest is the RFC's
    /// own word.
    /// </summary>
    private static readonly Dictionary<string, int> Answers = new(StringComparer.Ordinal)
    {
        ["wsinv"] = 481,
        ["intmeth"] = 501,
        ["esc01"] = 404,
        ["escnull"] = 401,
        ["esc02"] = 501,
        ["lwsdisp"] = 200,
        ["longreq"] = 404,
        ["dblreq"] = 401,
        ["semiuri"] = 200,
        ["transports"] = 200,
        ["mpart01"] = 405,
        ["badinv01"] = 400,
        ["clerr"] = 400,
        ["ncl"] = 400,
        ["scalar02"] = 400,
        ["quotbal"] = 400,
        ["ltgtruri"] = 400,
        ["lwsruri"] = 400,
        ["lwsstart"] = 400,
        ["trws"] = 400,
        ["escruri"] = 400,
        ["baddate"] = 404,
        ["regbadct"] = 401,
        ["badaspec"] = 200,
        ["baddn"] = 400,
        ["badvers"] = 505,
        ["mismatch01"] = 400,
        ["mismatch02"] = 400,
        ["badbranch"] = 200,
        ["insuf"] = 400,
        ["unkscm"] = 416,
        ["novelsc"] = 416,
        ["unksm2"] = 401,
        ["bext01"] = 420,
        ["invut"] = 415,
        ["regaut01"] = 401,
        ["multi01"] = 400,
        ["mcl01"] = 400,
        ["zeromf"] = 200,
        ["cparam01"] = 401,
        ["cparam02"] = 401,
        ["regescrt"] = 401,
        ["sdp01"] = 406,
        ["inv2543"] = 404,
    };

    [Fact]
    public async Task Every_message_is_answered_as_the_RFC_asks_and_the_silo_goes_on()
    {
        await using var silo = await SiloUnderTest.Start();
        using var carrier = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await silo.Publish(SampleConfiguration.Of(carrier.Client.LocalEndPoint!.ToString()!, []));
        var received = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in TortureMessages.Names)
        {
            await carrier.SendAsync(Prepared(name), silo.Sip);
            if (!Unanswered.Contains(name))
            {
                received.Add(name, await FinalStatus(carrier, seen));
            }
        }

        Assert.Empty(received.Where(pair => Answers[pair.Key] != pair.Value));
        Assert.Equal(Answers.Count, received.Count);
        await Eventually.Holds(() => silo.Counters.CallsLive == 0);
        Assert.True(silo.Health.Ready);
    }

    /// <summary>The next final response that is no repetition; read as text, because what is wrong in a request comes back in it.</summary>
    private static async Task<int> FinalStatus(UdpClient carrier, HashSet<string> seen)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (true)
        {
            byte[] answer;
            try
            {
                answer = (await carrier.ReceiveAsync(limit.Token)).Buffer;
            }
            catch (OperationCanceledException)
            {
                return 0;
            }

            var text = Encoding.Latin1.GetString(answer);
            var status = int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture);
            if (seen.Add(text) && status >= 200)
            {
                return status;
            }
        }
    }

    /// <summary>
    /// The sources of the RFC are not ours to receive at: the answer is asked for at the port the message came from. Several messages
    /// share a branch, which would make one the other's repetition.
    /// </summary>
    private static byte[] Prepared(string name) => Encoding.Latin1.GetBytes(
        TopVia().Replace(Encoding.Latin1.GetString(TortureMessages.Bytes(name)), "$0;rport", 1)
            .Replace("z9hG4bKkdjuw", "z9hG4bK" + name, StringComparison.Ordinal));

    [GeneratedRegex(@"\n(Via|v)\s*:\s*SIP\s*/\s*[0-9.]+\s*/\s*\w+\s+[^;,\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex TopVia();
}
