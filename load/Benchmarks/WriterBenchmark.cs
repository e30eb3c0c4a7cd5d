using BenchmarkDotNet.Attributes;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Benchmarks;

/// <summary>The two messages that a queue call is mostly made of: the INVITE on an employee's leg, and a response to the caller.</summary>
public class WriterBenchmark
{
    private readonly SipMessageWriter _writer = new();
    private readonly SipMessage _invite = SipCall.Invite();
    private readonly InitialRequest _request = new()
    {
        RequestUri = SipUri.Parse("sip:employee@127.0.0.1:6000"),
        LocalParty = "\"Hanna\" <sip:+380501112233@127.0.0.1:5060>",
        RemoteParty = "<sip:employee@127.0.0.1:6000>",
        CallId = "fedcba9876543210fedcba9876543210",
        LocalTag = new SipTag(SipCall.OwnId),
    };

    [GlobalSetup]
    public void Prepare() => _invite.Flow = SipCall.Trunk;

    [Benchmark]
    public int Invite() => _request
        .Begin(_writer, SipMethod.Invite, new LocalVia(SipTransport.Udp, SipCall.SentBy, SipCall.BranchOf(SipMethod.Invite)))
        .Header(SipHeader.Contact, SipCall.Contact).Capabilities().Sdp(SipCall.Sdp).Written.Length;

    [Benchmark]
    public int Response() => _writer
        .Response(_invite, 180, new SipTag(SipCall.OwnId)).Header(SipHeader.Contact, SipCall.Contact).End().Written.Length;
}
