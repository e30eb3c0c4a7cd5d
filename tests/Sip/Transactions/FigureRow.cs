using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Transactions;

/// <summary>
/// One row of a figure: inputs that lead to a state, one input more, and what must come of it. Inputs are words: a number is a
/// response (ours for servers, the peer's for clients), a method is a request of the peer, +500 lets that many milliseconds pass,
/// "down" cuts the network, "cancel" gives the INVITE up. After a restart "heard" and "unheard" are an INVITE of ours, "restored" is one
/// of the peer, "remember:486" what it was answered with.
/// </summary>
internal static class FigureRow
{
    public static void Run(Bench bench, string given, string when, string then, string state)
    {
        foreach (var word in given.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Apply(bench, word);
        }

        bench.Log();
        Apply(bench, when);

        Assert.Equal(then, bench.Log());
        Assert.Equal(state, (bench.Client as Sip.Transactions.SipTransaction ?? bench.Server)!.State.ToString());
    }

    private static void Apply(Bench bench, string word)
    {
        switch (word)
        {
            case "":
                break;
            case "down":
                bench.NetworkIsDown = true;
                break;
            case "cancel":
                ((Sip.Transactions.InviteClientTransaction)bench.Client!).Cancel(bench.NowMs);
                break;
            case "heard" or "unheard":
                bench.RestoreClient(word == "heard");
                break;
            case "restored":
                bench.RestoreServer();
                break;
            case var _ when word.StartsWith("remember:", StringComparison.Ordinal):
                bench.Remember(int.Parse(word[9..]));
                break;
            case "ack2xx":
                bench.PeerSends("ACK", "z9hG4bKother", bench.Server!.LocalTag.ToString());
                break;
            case var _ when word[0] == '+':
                bench.Pass(long.Parse(word[1..]));
                break;
            case var _ when word.Contains('/', StringComparison.Ordinal):
                var parts = word.Split('/');
                bench.PeerAnswers(int.Parse(parts[0]), parts[1]);
                break;
            case var _ when char.IsAsciiDigit(word[0]) && bench.Client is not null:
                bench.PeerAnswers(int.Parse(word));
                break;
            case var _ when char.IsAsciiDigit(word[0]):
                bench.Answer(int.Parse(word));
                break;
            case var _ when word.StartsWith("send:", StringComparison.Ordinal):
                bench.SendRequest(SipMethods.Parse(System.Text.Encoding.ASCII.GetBytes(word[5..])));
                break;
            default:
                bench.PeerSends(word);
                break;
        }
    }
}
