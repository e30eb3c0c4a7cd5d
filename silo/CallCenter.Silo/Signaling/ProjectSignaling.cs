using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Silo.Signaling.Handlers;
using CallCenter.Silo.Signaling.Security;
using CallCenter.Silo.Signaling.Trials;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// The SIP of one project: where its messages are given to the one that handles them. (1) Malformed: 400 where the RFC allows an answer,
/// else dropped. (2) Strangers that were shut out or ask too often are dropped before they cost a transaction. (3) The transaction layer
/// absorbs retransmissions. (4) Every request is inspected, then goes to its method's handler; every response to what sent the request.
/// Inside the project's loop.
/// </summary>
internal sealed class ProjectSignaling : ITransactionUser, ILoopPart, IDisposable
{
    private readonly LegIdentity _identity;
    private readonly SipCore _core;
    private readonly B2bua _b2bua;
    private readonly CallerGate _gate;
    private readonly RefusedInvites _refused;
    private readonly InviteHandler _invites;
    private readonly RegisterHandler _registers;
    private readonly OptionsHandler _options;
    private readonly ByeHandler _byes;
    private readonly CancelHandler _cancels;
    private readonly ReinviteHandler _reinvites;
    private readonly UpdateHandler _updates;
    private readonly InfoHandler _infos;
    private readonly TransactionLayer _transactions;

    public ProjectSignaling(
        ProjectLoop loop, ProjectHost project, ProjectNumber number, SipEdge edge, SipSecrets secrets, LoopCounters counters)
    {
        Loop = loop;
        var random = new CryptoRandom(number.Value);
        _identity = new LegIdentity(edge.Secret, number);
        _transactions = new TransactionLayer(loop.Outbox, this, random);
        _core = new SipCore(this, project, edge, new RequestSender(edge.Local, random, _transactions), _identity, secrets, counters);
        Number = number;
        _b2bua = new B2bua(_core);
        _gate = new CallerGate(_core);
        _refused = new RefusedInvites(_core, _gate);
        _invites = new InviteHandler(_core, _b2bua, _gate, _refused);
        _registers = new RegisterHandler(_core, _b2bua, _gate);
        _options = new OptionsHandler(_core, _gate);
        _byes = new ByeHandler(_b2bua);
        _cancels = new CancelHandler(_b2bua);
        _reinvites = new ReinviteHandler(_core);
        _updates = new UpdateHandler(_core, _b2bua, _reinvites);
        _infos = new InfoHandler(_core, _b2bua);
        PhoneTrials = new PhoneTrials(_core, _b2bua);
    }

    public ProjectLoop Loop { get; }

    /// <summary>What the identifiers of the project's messages say.</summary>
    public ProjectNumber Number { get; }

    /// <summary>What everything in here shares.</summary>
    public SipCore Core => _core;

    public B2bua B2bua => _b2bua;

    public PhoneTrials PhoneTrials { get; }

    /// <summary>SIP transactions alive.</summary>
    public int Transactions => _transactions.Count;

    public long NextDue =>
        Math.Min(Math.Min(_transactions.NextDueMs, _b2bua.NextDue), Math.Min(_core.TrunkWatch.NextDue, PhoneTrials.NextDue));

    public void Fire(long now)
    {
        _transactions.Tick(now);
        _b2bua.Fire(now);
        _core.TrunkWatch.Fire(now);
        PhoneTrials.Fire(now);
    }

    /// <summary>Names the sockets behind the outbox; before that nothing leaves.</summary>
    public void Connect(ISipTransport network) =>
        Loop.Outbox.Connect(network, flow => Loop.Queue(new BrokenFlow(this, flow, inGoodOrder: false)));

    public void Dispose() => _identity.Dispose();

    /// <summary>A message from the network, parsed or malformed.</summary>
    public void Receive(SipMessage message, SipParseError error, long now)
    {
        if (error.Reason is not null)
        {
            OnMalformed(message, error, now);
        }
        else if (IsWelcome(message, now))
        {
            _transactions.Receive(message, message.Flow, now);
        }
        else
        {
            _core.Counters.RateLimited++;
        }
    }

    /// <summary>
    /// A connection ended, or a datagram could not be sent: what waits on it fails. A peer that closed in good order and listens elsewhere
    /// may answer over another one; a phone that registered over this one does not.
    /// </summary>
    public void OnBroken(SipFlow flow, bool inGoodOrder, long now)
    {
        var heardToo = !inGoodOrder || _core.Phones.IsRegisteredAt(flow.Remote);
        if (_core.IsKnown(flow.Remote))
        {
            _b2bua.OnFlowClosed(flow, now);
        }

        _core.Movements.OnConnectionEnded(flow, refused: !inGoodOrder, now);
        _transactions.TransportFailed(flow, now, heardToo);
        if (flow.Channel != 0)
        {
            _transactions.TransportFailed(flow with { Channel = 0 }, now, heardToo);
        }
    }

    public void OnRequest(ServerTransaction transaction, SipMessage request, long nowMs)
    {
        if (RequestChecks.Check(request, _core.Local.SentByBytes) is { } refusal)
        {
            transaction.Respond(refusal.Write(_core.Sender.Writer, request, transaction.LocalTag), nowMs);
            _refused.Note(request, transaction.LocalTag, refusal, nowMs);
        }
        else if (!request.ToTag.IsEmpty)
        {
            InDialog(transaction, request, nowMs);
        }
        else
        {
            OutOfDialog(transaction, request, nowMs);
        }
    }

    public bool KnowsDialogOf(SipMessage request) => _core.Legs.OfDialog(request) is not null;

    public void OnCancel(ServerTransaction invite, SipMessage cancel, long nowMs) => _cancels.Handle(invite, cancel, nowMs);

    public void OnAck(ServerTransaction? invite, SipMessage ack, long nowMs)
    {
        switch (invite?.Context)
        {
            case CallerLeg caller:
                _b2bua.OnCallerAck(caller, ack, nowMs);
                break;
            case IAcknowledged answered:
                answered.OnAck(ack, nowMs);
                break;
        }
    }

    public void OnResponse(ClientTransaction transaction, SipMessage response, long nowMs)
    {
        if (transaction.Context is OutgoingRequest request)
        {
            request.OnResponse(response, nowMs);
        }
        else if (transaction is InviteClientTransaction invite && response.StatusCode is >= 200 and < 300)
        {
            _b2bua.TurnDownLate(invite, response, nowMs);
        }
    }

    public void OnStrayResponse(SipMessage response, long nowMs) => _b2bua.OnStrayResponse(response, nowMs);

    public void OnClientFailed(ClientTransaction transaction, TransactionFailure failure, long nowMs)
    {
        if (transaction.Context is OutgoingRequest request)
        {
            _core.Sender.Failed(request, failure, nowMs);
        }
    }

    public void OnServerFailed(ServerTransaction transaction, TransactionFailure failure, long nowMs)
    {
        switch (transaction.Context)
        {
            case CallerLeg caller:
                _b2bua.OnCallerFailed(caller, failure, nowMs);
                break;
            case IAcknowledged answered when transaction.Method == SipMethod.Invite:
                answered.OnAckMissing(nowMs);
                break;
        }
    }

    private void InDialog(ServerTransaction transaction, SipMessage request, long now)
    {
        if (_core.Legs.OfDialog(request) is not { } leg || (leg.IsEnded && request.Method != SipMethod.Bye))
        {
            transaction.Respond(481, now);
            return;
        }

        if (leg.Dialog!.Accept(request) is { } refusal)
        {
            transaction.Respond(refusal.Write(_core.Sender.Writer, request, transaction.LocalTag), now);
            return;
        }

        leg.Flow = request.Flow;
        _b2bua.OnHeard(leg, now);
        switch (request.Method)
        {
            case SipMethod.Bye:
                _byes.Handle(leg, transaction, now);
                break;
            case SipMethod.Invite:
                _reinvites.Handle(leg, transaction, request, now);
                break;
            case SipMethod.Update:
                _updates.Handle(leg, transaction, request, now);
                break;
            case SipMethod.Info:
                _infos.Handle(leg, transaction, now);
                break;
            case SipMethod.Options:
                _options.Accept(transaction, now);
                break;
            default:
                transaction.Respond(405, now);
                break;
        }
    }

    private void OutOfDialog(ServerTransaction transaction, SipMessage request, long now)
    {
        switch (request.Method)
        {
            case SipMethod.Invite:
                _invites.Handle(transaction, request, now);
                break;
            case SipMethod.Register:
                _registers.Handle(transaction, request, now);
                break;
            case SipMethod.Options:
                _options.Handle(transaction, request, now);
                break;
            default:
                transaction.Respond(481, now);
                break;
        }
    }

    /// <summary>
    /// Requests that prove nothing yet are limited, far more generously those of known sources that are no calls; dialogs and ACK are not.
    /// </summary>
    private bool IsWelcome(SipMessage message, long now)
    {
        if (!message.IsRequest || message.Method == SipMethod.Ack)
        {
            return true;
        }

        if (_core.IsKnown(message.Flow.Remote))
        {
            return KnownSourceGuard.IsOfCalls(message.Method) || _core.Legs.HasTag(message) || MayAsk(message, now);
        }

        if (_core.Legs.HasTag(message))
        {
            return true;
        }

        return !_core.Edge.Guard.IsShutOut(message.Flow.Remote, now) && _core.Edge.Guard.MayAnswer(message.Flow.Remote, now);
    }

    private bool MayAsk(SipMessage request, long now)
    {
        var verdict = _core.Edge.KnownGuard.Take(request, now);
        if (verdict == KnownRequest.Refused)
        {
            _transactions.RefuseForLoad(request);
        }

        return verdict == KnownRequest.Served;
    }

    private void OnMalformed(SipMessage message, SipParseError error, long now)
    {
        _core.Counters.Malformed++;
        if (!error.CanAnswer)
        {
            return;
        }

        SignalingLog.Malformed(_core.Log, message.Flow.Remote.ToString(), error.Reason);
        if (IsWelcome(message, now))
        {
            _transactions.Refuse(message, error.StatusCode, error.Reason);
            _refused.NoteOnce(message, new SipRefusal(error.StatusCode, ReasonPhrase: error.Reason), now);
        }
    }
}
