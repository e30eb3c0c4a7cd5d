using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Silo.Tests.Fuzz;

/// <summary>
/// Mutated messages into parser, transactions, endpoint, B2BUA and project of a real silo, without sockets between: seeds are those of
/// RFC 4475, requests of a known trunk, and answers to what the silo itself sends, so that they reach into live dialogs. Nothing may
/// throw inside the loop, OPTIONS is answered all along, memory does not grow.
/// </summary>
[Collection(nameof(Alone))]
public sealed class SiloFuzzTests(ITestOutputHelper output)
{
    private const int PerRound = 5_000;
    private const int WarmRounds = 6;
    private const long MostGrowthBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Leap = TimeSpan.FromSeconds(200);

    [Fact]
    public async Task Mutated_messages_harm_nothing()
    {
        var time = new FuzzTime(usualSeconds: 6);
        var failures = new FirstError();
        await using var silo = await SiloUnderTest.Start(log: failures);
        var peer = new FuzzPeer(time.Seed);
        await silo.Publish(Project());
        silo.Main.Loop.Outbox.Connect(peer, _ => { });
        var (inputs, warm, started) = (0L, 0L, TimeProvider.System.GetTimestamp());
        for (var round = 1; !time.IsOver || round <= WarmRounds + 1; round++)
        {
            for (var i = 0; i < PerRound; i++)
            {
                var input = peer.Next();
                Receive(silo, input, peer.NextSource());
                if (silo.Counters.LoopFailures > 0)
                {
                    Fail(time.Seed, peer.Recent, failures);
                }
            }

            inputs += PerRound;
            silo.Leap(Leap);
            Assert.True(Answers(silo, peer), $"Seed {time.Seed}: OPTIONS is not answered after {inputs} inputs.");
            warm = round == WarmRounds ? GC.GetTotalMemory(forceFullCollection: true) : warm;
        }

        var took = TimeProvider.System.GetElapsedTime(started);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - warm;
        output.WriteLine(
            $"seed {time.Seed}: {inputs:N0} inputs in {took.TotalSeconds:N0} s, {inputs / took.TotalSeconds:N0} a second; "
            + $"{silo.Counters.Malformed:N0} malformed, {peer.Sent:N0} messages sent, {silo.Counters.CallsEnded:N0} calls; "
            + $"memory {growth / 1024:N0} KB more than when warm");
        Assert.InRange(growth, long.MinValue, MostGrowthBytes);
        Assert.True(silo.Counters.CallsEnded > 0);
    }

    /// <summary>The inputs of a failure, as the failing run wrote them, in the same order.</summary>
    [Fact(Explicit = true)]
    public async Task Kept_inputs_are_replayed()
    {
        var file = Environment.GetEnvironmentVariable("CALLCENTER_FUZZ_REPLAY");
        Assert.False(file is null, "CALLCENTER_FUZZ_REPLAY names no file");
        var failures = new FirstError();
        await using var silo = await SiloUnderTest.Start(log: failures);
        var peer = new FuzzPeer(0);
        await silo.Publish(Project());
        silo.Main.Loop.Outbox.Connect(peer, _ => { });
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            Receive(silo, Convert.FromBase64String(line), FuzzPeer.Carrier);
        }

        Assert.True(silo.Counters.LoopFailures == 0, failures.Text);
    }

    private static ProjectConfiguration Project() =>
        SampleConfiguration.Of(FuzzPeer.Carrier.ToString(), [$"sip:one@{FuzzPeer.Phone}", $"sip:two@{FuzzPeer.Phone}"], ["anna"]) with
        {
            Limits = new LimitConfiguration(MaxLiveCalls: 200),
        };

    private static void Receive(SiloUnderTest silo, byte[] input, SipEndPoint source)
    {
        if (SipParser.TryParse(input, out var message, out var error) || message is not null)
        {
            message!.Flow = new SipFlow(SipTransport.Udp, source);
        }

        var touched = new TouchedLoops();
        silo.Runtime.Edge.Receive(message, error, static () => { }, touched);
        touched.Drain();
    }

    private static bool Answers(SiloUnderTest silo, FuzzPeer peer)
    {
        var before = peer.OptionsAnswered;
        Receive(silo, peer.Options(), FuzzPeer.Carrier);
        return SpinWait.SpinUntil(() => peer.OptionsAnswered > before, TimeSpan.FromSeconds(5));
    }

    private static void Fail(int seed, IReadOnlyCollection<byte[]> recent, FirstError failures)
    {
        var file = Path.Combine(Path.GetTempPath(), $"callcenter-fuzz-{seed}.txt");
        File.WriteAllLines(file, recent.Select(input => Convert.ToBase64String(input)));
        Assert.Fail(
            $"Seed {seed}. The last {recent.Count} inputs are in {file}: replay them with CALLCENTER_FUZZ_REPLAY. {failures.Text}\n"
            + $"The last one:\n{System.Text.Encoding.Latin1.GetString(recent.Last())}");
    }
}
