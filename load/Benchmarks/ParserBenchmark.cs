using BenchmarkDotNet.Attributes;
using CallCenter.Sip.Messages;

namespace CallCenter.Benchmarks;

/// <summary>One INVITE of usual size, bytes to message.</summary>
public class ParserBenchmark
{
    [Benchmark]
    public SipMessage Invite() => SipCall.Parse(SipCall.InviteBytes);
}
