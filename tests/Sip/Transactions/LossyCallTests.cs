using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Tests.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Sip.Tests.Transactions;

/// <summary>Two stacks hold whole calls over a network that loses, repeats and delays datagrams.</summary>
public sealed class LossyCallTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Loss_of_any_single_datagram_is_made_good(int lost)
    {
        var network = new Network((number, _) => number == lost ? 0 : 1);

        network.Call();

        AssertComplete(network);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Calls_complete_over_a_network_that_loses_a_fifth_and_doubles_a_fifth(int seed)
    {
        var random = new Random(seed);
        var network = new Network((_, _) => random.Next(5) switch { 0 => 0, 1 => 2, _ => 1 });

        network.Call();

        AssertComplete(network);
    }

    /// <summary>
    /// A provisional response may be lost for good and a BYE may overtake a lost ACK; everything else happens exactly once.
    /// </summary>
    private static void AssertComplete(Network network)
    {
        Assert.Equal(["A 200", "A 200", "B ACK", "B BYE"], network.Log.Where(line => line != "A 180").Order());
        Assert.Equal(0, network.TransactionsLeft);
    }

    private sealed class Network
    {
        private readonly Func<int, SipMessage, int> _copies;
        private readonly PriorityQueue<(Side To, byte[] Bytes), (long, int)> _flying = new();
        private readonly Side _a;
        private readonly Side _b;
        private int _sent;
        private long _nowMs = 1_000;

        public Network(Func<int, SipMessage, int> copies)
        {
            _copies = copies;
            _a = new Side(this, "A", 1);
            _b = new Side(this, "B", 2);
        }

        public List<string> Log { get; } = [];

        public int TransactionsLeft => _a.Layer.Count + _b.Layer.Count;

        public void Call()
        {
            _a.Invite(_nowMs);
            while (true)
            {
                var arrival = _flying.TryPeek(out _, out var at) ? at.Item1 : long.MaxValue;
                var due = Math.Min(_a.Layer.NextDueMs, _b.Layer.NextDueMs);
                if (Math.Min(arrival, due) == long.MaxValue)
                {
                    return;
                }

                _nowMs = Math.Min(arrival, due);
                if (arrival <= due)
                {
                    var (side, bytes) = _flying.Dequeue();
                    side.Layer.Receive(Wire.Parse(bytes), Side.Flow, _nowMs);
                }
                else
                {
                    _a.Layer.Tick(_nowMs);
                    _b.Layer.Tick(_nowMs);
                }
            }
        }

        public void Carry(Side from, ReadOnlySpan<byte> message)
        {
            var number = _sent++;
            var copies = _copies(number, Wire.Parse(message));
            for (var i = 0; i < copies; i++)
            {
                _flying.Enqueue((from == _a ? _b : _a, message.ToArray()), (_nowMs + 10 + (30 * i), number));
            }
        }
    }

    /// <summary>A calls, acknowledges and hangs up; B rings, answers, and answers the BYE.</summary>
    private sealed class Side : ISipTransport, ITransactionUser
    {
        private readonly Network _network;
        private readonly string _name;
        private readonly SipMessageWriter _writer = new();
        private readonly FakeRandom _random = new();
        private ulong _branch;

        public Side(Network network, string name, ulong seed)
        {
            _network = network;
            _name = name;
            _branch = seed << 32;
            Layer = new TransactionLayer(this, this, _random, new TransactionOptions { TryingAfterMs = -1 });
        }

        public static SipFlow Flow { get; } = new(SipTransport.Udp, new SipEndPoint(0x7f000001u, 5060));

        public TransactionLayer Layer { get; }

        public void Invite(long nowMs)
        {
            var start = new InitialRequest
            {
                RequestUri = SipUri.Parse("sip:b@127.0.0.1"),
                LocalParty = "<sip:a@a>",
                RemoteParty = "<sip:b@b>",
                CallId = "c",
                LocalTag = new SipTag(0xa),
            };
            start.Begin(_writer, SipMethod.Invite, Via()).Header(SipHeader.Contact, "<sip:a@127.0.0.1>").End();
            Layer.Send(_writer, Flow, nowMs);
        }

        public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
        {
            _network.Carry(this, message);
            return true;
        }

        public void OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
        {
            if (request.Method == SipMethod.Invite)
            {
                transaction.Respond(transaction.Begin(_writer, 180).Header(SipHeader.Contact, "<sip:b@127.0.0.1>").End(), nowMs);
                transaction.Respond(transaction.Begin(_writer, 200).Header(SipHeader.Contact, "<sip:b@127.0.0.1>").End(), nowMs);
            }
            else
            {
                Log(request.Method.Name());
                transaction.Respond(200, nowMs);
            }
        }

        public void OnResponse(ClientTransaction transaction, SipMessage response, long nowMs)
        {
            Log($"{response.StatusCode}");
            if (transaction is InviteClientTransaction invite && response.StatusCode == 200)
            {
                var dialog = Dialog.CreateUac(response, SipUri.Parse("sip:b@127.0.0.1"))!;
                invite.Acknowledge(response, dialog.BeginAck(_writer, response.CSeq, Via()).End(), Flow);
                Layer.Send(dialog.Begin(_writer, SipMethod.Bye, Via()).End(), Flow, nowMs);
            }
        }

        public void OnAck(ServerTransaction? invite, SipMessage ack, long nowMs) => Log(invite is null ? "stray ACK" : "ACK");

        public void OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs) => Log("CANCEL");

        public void OnStrayResponse(SipMessage response, long nowMs) => Log($"stray {response.StatusCode}");

        public void OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs) => Log($"{failure}");

        public void OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs) => Log($"{failure}");

        private LocalVia Via() => new(SipTransport.Udp, "127.0.0.1", new SipBranch(++_branch));

        private void Log(string what) => _network.Log.Add($"{_name} {what}");
    }
}
