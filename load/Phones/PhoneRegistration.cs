using CallCenter.Load.Transport;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Load.Phones;

/// <summary>
/// Keeps one account registered (RFC 3261 §10.2): answers the challenge, refreshes at half of the granted time, tries again while the
/// server does not answer, and removes the binding at the end.
/// </summary>
internal sealed class PhoneRegistration : IClientUser
{
    // The first, one with credentials, and one more for a nonce that has just expired.
    private const int MaxAttempts = 3;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // A server that has just started may not know the account yet, so the second try comes soon; a wrong password does not become right,
    // and servers lock out those who keep trying.
    private static readonly TimeSpan LongestRetryAfterRefusal = TimeSpan.FromSeconds(32);

    private readonly UserAgentHost _host;
    private readonly string _username;
    private readonly SipTransport _transport;
    private readonly DigestClient _credentials;
    private readonly SimulationCounts _counts;
    private InitialRequest _request;
    private ClientTransaction? _sent;
    private LoopTimer? _next;
    private int _attempts;
    private int _refusals;

    public PhoneRegistration(
        UserAgentHost host, string username, SipTransport transport, DigestClient credentials, SimulationCounts counts)
    {
        _host = host;
        _username = username;
        _transport = transport;
        _credentials = credentials;
        _counts = counts;
        var party = $"<{host.ServerUri(username).Text}>";
        _request = host.NewRequest(host.ServerUri(null), party, party);
    }

    /// <summary>How long a registration is asked for; the server may say other.</summary>
    public int Seconds { get; set; } = 300;

    public bool IsRegistered { get; private set; }

    /// <summary>Successful registrations so far, refreshes included.</summary>
    public int Registrations { get; private set; }

    /// <summary>The last final response that was no success; null while there was none.</summary>
    public int? LastRefusal { get; private set; }

    public void Start() => Begin();

    /// <summary>Registers at once, whatever the state: after a restart, or all phones at the same time.</summary>
    public void Again()
    {
        _next?.Cancel();
        Begin();
    }

    /// <summary>Lets it be without a word, as a phone without network; the server keeps the binding until it expires.</summary>
    public void Silence()
    {
        _next?.Cancel();
        _sent = null;
        Become(registered: false);
    }

    /// <summary>Removes the binding, if there is one.</summary>
    public void Stop()
    {
        _next?.Cancel();
        Seconds = 0;
        if (IsRegistered)
        {
            Begin();
        }
    }

    void IClientUser.OnResponse(ClientTransaction transaction, SipMessage response)
    {
        if (transaction != _sent || response.StatusCode < 200)
        {
            return;
        }

        switch (response.StatusCode)
        {
            case < 300:
                OnAccepted(response);
                break;
            // The nonce of an earlier registration may be one of a server that has restarted since: only credentials made for this
            // round's challenge prove the password wrong.
            case 401 or 407 when _attempts < MaxAttempts && _credentials.TryTakeChallenge(response, wasAuthorized: _attempts > 1):
                Send();
                break;
            case 423 when response.MinExpires is { } least && least <= 86_400 && Seconds > 0:
                Seconds = (int)least;
                Begin();
                break;
            default:
                OnRefused(response.StatusCode, response.StatusCode is 401 or 403 or 404 or 407 ? AfterRefusal() : RetryAfter);
                break;
        }
    }

    void IClientUser.OnFailed(ClientTransaction transaction, TransactionFailure failure)
    {
        if (transaction == _sent)
        {
            OnRefused(failure == TransactionFailure.Timeout ? 408 : 503, RetryAfter);
        }
    }

    private void Begin()
    {
        _attempts = 0;
        Send();
    }

    private void Send()
    {
        _attempts++;
        var writer = _request.Begin(_host.Writer, SipMethod.Register, _host.NewVia(_transport));
        _credentials.Authorize(writer, SipMethod.Register, _request.RequestUri.Text);
        writer.Header(SipHeader.Contact, _host.ContactOf(_username, _transport)).Header(SipHeader.Expires, Seconds).End();
        _request = _request with { CSeq = _request.CSeq + 1 };
        _sent = _host.Send(_host.ServerFlow(_transport), this);
        if (_sent is null)
        {
            OnRefused(503, RetryAfter);
        }
    }

    private void OnAccepted(SipMessage response)
    {
        Become(registered: Seconds > 0);
        Registrations++;
        LastRefusal = null;
        _refusals = 0;
        if (Seconds > 0)
        {
            var granted = response.Contacts.FirstOrDefault(contact => contact.UriText == Bare(_host.ContactOf(_username, _transport)))
                ?.Parameter("expires");
            var seconds = int.TryParse(granted, out var own) ? own : (int?)response.Expires ?? Seconds;
            _next = _host.Loop.After(TimeSpan.FromSeconds(Math.Max(1, seconds / 2.0)), Begin);
        }
    }

    private void OnRefused(int status, TimeSpan pause)
    {
        LastRefusal = status;
        Become(registered: false);
        if (Seconds > 0)
        {
            _next = _host.Loop.After(pause, Begin);
        }
    }

    private TimeSpan AfterRefusal()
    {
        var pause = RetryAfter * Math.Pow(4, Math.Min(_refusals++, 2));
        return pause < LongestRetryAfterRefusal ? pause : LongestRetryAfterRefusal;
    }

    private void Become(bool registered)
    {
        if (IsRegistered != registered)
        {
            IsRegistered = registered;
            _counts.PhoneRegistered(registered);
        }
    }

    private static string Bare(string nameAddr) => nameAddr.Trim('<', '>');
}
