using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>
/// All transactions of one socket loop (RFC 3261 §17). Single-threaded: <see cref="Receive"/>, <see cref="Tick"/> and the calls
/// of the transaction user come from one thread. Order of a request:
/// 1. it belongs to a transaction: that machine absorbs or answers it;
/// 2. ACK: to the INVITE accepted in its dialog, else to the user; CANCEL: to its INVITE, else 481;
/// 3. bound reached: 503 with Retry-After, nothing is stored; a call can be ended all the same, each has at most two BYEs;
/// 4. else a new transaction, and the user hears of it.
/// </summary>
public sealed partial class TransactionLayer
{
    private readonly Dictionary<ulong, ClientTransaction> _clients = [];
    private readonly Dictionary<ServerTransactionKey, ServerTransaction> _servers = [];
    private readonly Dictionary<SipTag, InviteServerTransaction> _awaitingAck = [];

    /// <summary>Those whose messages go over connections; the others are looked through only when a datagram cannot be sent.</summary>
    private readonly HashSet<SipTransaction> _overConnections = [];
    private readonly ITransactionUser _user;
    private readonly ISipRandom _random;

    public TransactionLayer(ISipTransport transport, ITransactionUser user, ISipRandom random, TransactionOptions? options = null)
    {
        Transport = transport;
        _user = user;
        _random = random;
        Options = options ?? new TransactionOptions();
        SettledBriefly = new SettledQueue(Options.EndTogetherMs);
        SettledLong = new SettledQueue(Options.EndTogetherMs);
    }

    public TransactionOptions Options { get; }

    /// <summary>Transactions alive now, both kinds.</summary>
    public int Count => _clients.Count + _servers.Count;

    /// <summary>When <see cref="Tick"/> is needed next; <see cref="long.MaxValue"/> for not at all.</summary>
    public long NextDueMs => Math.Min(Timers.NextDueMs, Math.Min(SettledBriefly.NextDueMs, SettledLong.NextDueMs));

    internal ISipTransport Transport { get; }

    internal TimerHeap Timers { get; } = new();

    /// <summary>Settled for T4 (Timers I and K).</summary>
    internal SettledQueue SettledBriefly { get; }

    /// <summary>Settled for 64*T1 (Timers D, J, L and M).</summary>
    internal SettledQueue SettledLong { get; }

    /// <summary>For the layer's own messages; never used across a call of the user.</summary>
    internal SipMessageWriter Writer { get; } = new();

    /// <summary>Takes a message from the network.</summary>
    public void Receive(SipMessage message, in SipFlow flow, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Flow = flow;
        if (message.IsRequest)
        {
            ReceiveRequest(message, nowMs);
        }
        else
        {
            ReceiveResponse(message, nowMs);
        }
    }

    /// <summary>
    /// Sends the request composed in the writer (any but ACK and CANCEL) in a new client transaction; its Via must carry a fresh
    /// branch. Null when the bound of transactions is reached (BYE is never refused): nothing was sent.
    /// </summary>
    public ClientTransaction? Send(SipMessageWriter request, in SipFlow flow, long nowMs, object? context = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Count >= Options.MaxTransactions && request.Method != SipMethod.Bye)
        {
            return null;
        }

        ClientTransaction transaction = request.Method == SipMethod.Invite
            ? new InviteClientTransaction(this, request, in flow)
            : new NonInviteClientTransaction(this, request, in flow);
        transaction.Context = context;
        Add(transaction);
        transaction.Start(nowMs);
        return transaction;
    }

    /// <summary>Answers without a transaction: malformed requests and floods. ACK is never answered.</summary>
    public void Refuse(SipMessage request, int statusCode, string? reasonPhrase = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsRequest && request.Method != SipMethod.Ack)
        {
            Transport.Send(ResponseRouting.Destination(request), StatelessResponse(request, statusCode, reasonPhrase).End().Written);
        }
    }

    /// <summary>Fires every timer that is due.</summary>
    public void Tick(long nowMs)
    {
        while (Timers.NextDueMs <= nowMs)
        {
            Timers.First.OnTimer(nowMs);
        }

        SettledBriefly.EndDue(nowMs);
        SettledLong.EndDue(nowMs);
    }

    private void ReceiveRequest(SipMessage request, long nowMs)
    {
        var key = new ServerTransactionKey(request, request.Method == SipMethod.Ack ? SipMethod.Invite : request.Method);
        if (_servers.TryGetValue(key, out var known))
        {
            known.OnRequest(request, nowMs);
            return;
        }

        switch (request.Method)
        {
            case SipMethod.Ack:
                ReceiveAck(request, nowMs);
                break;
            case SipMethod.Cancel:
                ReceiveCancel(request, in key, nowMs);
                break;
            case var method when Count >= Options.MaxTransactions && !(method == SipMethod.Bye && _user.KnowsDialogOf(request)):
                RefuseForLoad(request);
                break;
            case SipMethod.Invite:
                var invite = new InviteServerTransaction(this, request, LocalTagFor(request), in key);
                Add(invite);
                invite.Start(nowMs);
                _user.OnRequest(invite, request, nowMs);
                break;
            default:
                _user.OnRequest(AddNonInvite(request, in key, nowMs), request, nowMs);
                break;
        }
    }

    private void ReceiveResponse(SipMessage response, long nowMs)
    {
        if (SipBranch.TryParse(response.TopVia.Branch, out var branch)
            && _clients.TryGetValue(ClientTransaction.KeyOf(branch, response.Method), out var client)
            && client.Method == response.Method)
        {
            client.OnResponse(response, nowMs);
        }
        else
        {
            _user.OnStrayResponse(response, nowMs);
        }
    }

    /// <summary>The ACK of a 2xx is a request of its own (RFC 3261 §13.2.2.4): found by our tag and its CSeq.</summary>
    private void ReceiveAck(SipMessage ack, long nowMs)
    {
        if (!SipTag.TryParse(ack.ToTag, out var tag) || !_awaitingAck.TryGetValue(tag, out var invite))
        {
            _user.OnAck(null, ack, nowMs);
        }
        else if (invite.IsAckedBy(ack))
        {
            invite.OnAck(ack, nowMs);
        }
    }

    /// <summary>RFC 3261 §9.2. A known call can be cancelled when the table is full: each INVITE has at most one CANCEL.</summary>
    private void ReceiveCancel(SipMessage cancel, in ServerTransactionKey key, long nowMs)
    {
        var found = _servers.TryGetValue(new ServerTransactionKey(cancel, SipMethod.Invite), out var invite);
        if (!found && Count >= Options.MaxTransactions)
        {
            Refuse(cancel, 481);
            return;
        }

        var transaction = new NonInviteServerTransaction(this, cancel, found ? invite!.LocalTag : LocalTagFor(cancel), in key);
        Add(transaction);
        transaction.Respond(found ? 200 : 481, nowMs);
        if (invite is { State: TransactionState.Proceeding })
        {
            _user.OnCancel(invite, cancel, nowMs);
        }
    }

    private NonInviteServerTransaction AddNonInvite(SipMessage request, in ServerTransactionKey key, long nowMs)
    {
        var transaction = new NonInviteServerTransaction(this, request, LocalTagFor(request), in key);
        Add(transaction);
        transaction.Start(nowMs);
        return transaction;
    }

    private SipTag LocalTagFor(SipMessage request) => SipTag.TryParse(request.ToTag, out var tag) ? tag : _random.NewTag();

    /// <summary>Answers with 503 and when to come again (RFC 3261 §21.5.4); nothing is stored. ACK is never answered.</summary>
    public void RefuseForLoad(SipMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StatelessResponse(request, 503, null).Header(SipHeader.RetryAfter, Options.RetryAfterSeconds).End();
        Transport.Send(ResponseRouting.Destination(request), Writer.Written);
    }

    /// <summary>Retransmissions have to see the same tag (RFC 3261 §8.2.7), so it is made from the request and not from chance.</summary>
    private SipMessageWriter StatelessResponse(SipMessage request, int statusCode, string? reasonPhrase)
    {
        var tag = 14_695_981_039_346_656_037UL;
        foreach (var b in request.Value(SipHeader.CallId))
        {
            tag = (tag ^ b) * 1_099_511_628_211UL;
        }

        return Writer.Response(request, statusCode, new SipTag(tag), reasonPhrase);
    }
}
