using System.Net;
using CallCenter.Media.Engine;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Engine;

public sealed class OpeningTests(ITestOutputHelper output)
{
    private static readonly LegTerms Terms = LegTerms.Of(null, PayloadFormat.Pcma);

    [Fact]
    public async Task At_the_bound_of_legs_another_is_refused_until_one_is_closed()
    {
        using var studio = new Studio(new MediaEngineOptions(new PortPool(21_000, 24_999)) { MostLegs = 1 });
        var leg = studio.Open(Terms);
        Assert.Equal(LegRefusal.TooManyLegs, Refusal(studio, new LegSetup(9, IPAddress.Loopback, Terms)));
        studio.Engine.Close(leg);
        studio.Engine.Close(leg);
        await Eventually.Holds(() => studio.Engine.LegCount == 0);
        Assert.Equal(0, studio.Options.Ports.Taken);
        studio.Open(Terms);
    }

    [Fact]
    public void Ports_that_another_program_has_are_none_of_ours()
    {
        using var other = new Phone();
        var even = other.EndPoint.Port & ~1;
        using var alone = new Studio(new MediaEngineOptions(new PortPool(even, even + 1)));
        Assert.Equal(LegRefusal.NoPorts, Refusal(alone, new LegSetup(1, IPAddress.Loopback, Terms)));
        Assert.Equal(0, alone.Options.Ports.Taken);
    }

    [Fact]
    public void An_address_of_another_machine_is_refused()
    {
        using var studio = new Studio();
        Assert.Equal(LegRefusal.NoSuchAddress, Refusal(studio, new LegSetup(1, IPAddress.Parse("192.0.2.1"), Terms)));
        Assert.Equal((0, 0), (studio.Options.Ports.Taken, studio.Engine.LegCount));
    }

    [Fact]
    public void Ports_to_go_on_with_that_are_in_use_are_refused()
    {
        using var studio = new Studio();
        var leg = studio.Open(Terms);
        var setup = new LegSetup(2, IPAddress.Loopback, Terms) { Resumed = leg.ReadState() };
        Assert.Equal(LegRefusal.PortsTaken, Refusal(studio, setup));
    }

    [Fact]
    public async Task After_a_restart_the_phone_hears_the_same_stream_from_the_same_place()
    {
        using var alice = new Phone();
        using var nowhere = new Phone();
        using var bob = new Phone { Ssrc = 0x2000 };
        MediaLegState before;
        HeardPacket last;

        // Ports of its own: nobody else takes them between the two engines.
        var options = new MediaEngineOptions(new PortPool(26_000, 26_099));
        using (var studio = new Studio(options))
        {
            var (a, b) = (studio.Open(nowhere), studio.Open(bob));
            studio.Engine.Bridge(a, b);
            alice.Say(a.LocalEndPoint, 1);
            bob.Hear();
            before = a.ReadState();
            bob.Say(b.LocalEndPoint, 2);
            last = alice.Hear();
        }

        using var after = new Studio(options);
        var setup = new LegSetup(1, IPAddress.Loopback, LegTerms.Of(nowhere.EndPoint, PayloadFormat.Pcma))
        {
            Resumed = before.After(TimeSpan.FromSeconds(1)),
        };
        Assert.True(after.Engine.TryOpen(setup, out var resumed, out var refusal), refusal.ToString());
        var other = after.Open(bob);
        after.Engine.Bridge(resumed, other);
        bob.Say(other.LocalEndPoint, 3);

        // Nothing was heard of the phone since, but where it is was known before.
        var next = alice.Hear();
        Assert.Equal((before.Ports, last.Ssrc, 3), (resumed.Ports, next.Ssrc, next.Payload[0]));
        Assert.InRange((ushort)(next.Sequence - last.Sequence), 1, 100);
        Assert.InRange(next.Timestamp - last.Timestamp, 1u, 16_000u);
        await after.Settle();
    }

    [Fact]
    public void A_state_goes_on_with_the_clock()
    {
        var state = new MediaLegState(new PortPair(21_000), 7, 0x1FFF0, uint.MaxValue - 79, null).After(TimeSpan.FromSeconds(2));
        Assert.Equal((0x1FFF0u + 110, 15_920u), (state.Highest, state.Timestamp));
    }

    [Fact]
    public void What_no_packet_can_say_is_an_error_of_the_caller()
    {
        using var studio = new Studio();
        var impossible = LegTerms.Of(null, PayloadFormat.Pcma with { PayloadType = 128 });
        var setup = new LegSetup(1, IPAddress.Loopback, impossible);
        Assert.Throws<ArgumentOutOfRangeException>(() => studio.Engine.TryOpen(setup, out _, out _));
        var leg = studio.Open(Terms);
        Assert.Throws<ArgumentOutOfRangeException>(() => studio.Engine.Renegotiate(leg, impossible));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => studio.Engine.Play(leg, new Playback(new AudioClip([1]), Start: TimeSpan.FromSeconds(-1))));
        Assert.Throws<ArgumentException>(() => new Studio(studio.Options with { CanonicalName = new string('n', 256) }));
        Assert.Equal((1, 1), (studio.Engine.LegCount, studio.Options.Ports.Taken));
    }

    [Fact]
    public void An_engine_that_ends_leaves_no_port_behind()
    {
        var options = new MediaEngineOptions(new PortPool(21_000, 24_999));
        using (var studio = new Studio(options))
        {
            studio.Open(Terms);
        }

        Assert.Equal(0, options.Ports.Taken);
    }

    [Fact]
    public void Bytes_from_strangers_neither_stop_nor_confuse_a_relay()
    {
        using var studio = new Studio();
        using var alice = new Phone();
        using var bob = new Phone();
        using var stranger = new Phone();
        var (a, b) = (studio.Open(alice), studio.Open(bob));
        studio.Engine.Bridge(a, b);
        var time = new FuzzTime(usualSeconds: 1);
        var random = new Random(time.Seed);
        var mutator = new Mutator(random);
        byte[][] seeds =
        [
            Convert.FromHexString("8008000100000001000000070102030405060708"),
            Convert.FromHexString("80E50001000000010000000705800320"),
            Convert.FromHexString("80C8000600001000E1E2E3E4A1A2A3A400000140000000020000014081CA00020000100001016100"),
        ];
        var sent = 0;
        alice.Say(a.LocalEndPoint, 1);
        Assert.Equal(1, bob.Hear().Payload[0]);
        for (; !time.IsOver; sent++)
        {
            var input = mutator.Change(seeds[random.Next(seeds.Length)], seeds);
            var target = random.Next(2) == 0 ? a.LocalEndPoint : new IPEndPoint(IPAddress.Loopback, a.Ports.Rtcp);
            if (input.Length <= 60_000)
            {
                stranger.SendRaw(target, input);
            }

            // Between them the relay is asked whether it is well, which also keeps the socket's buffer from running over.
            if (sent % 100 == 0)
            {
                alice.Say(a.LocalEndPoint, 2);
                Assert.Equal(2, bob.Hear().Payload[0]);
            }
        }

        output.WriteLine($"seed {time.Seed}: {sent:N0} datagrams");
        Assert.True(sent > 100);
    }

    private static LegRefusal Refusal(Studio studio, LegSetup setup)
    {
        Assert.False(studio.Engine.TryOpen(setup, out _, out var refusal));
        return refusal;
    }
}
