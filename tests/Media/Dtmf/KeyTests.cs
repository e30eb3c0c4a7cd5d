using CallCenter.Media.Dtmf;
using CallCenter.Tests.Shared.Fuzz;

namespace CallCenter.Media.Tests.Dtmf;

public sealed class KeyTests
{
    private readonly KeyReader _reader = new();
    private readonly List<KeyPress> _heard = [];
    private long _nowMs;

    [Fact]
    public void A_key_is_told_once_by_its_first_end_packet()
    {
        Send(Press('5', 1_000));
        Assert.Equal([new KeyPress('5', 800)], _heard);
        Later(10_000);
        Assert.Single(_heard);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_is_told_once_whichever_end_packet_comes_through(int index)
    {
        var packets = Press('#', 1_000);
        Send([.. packets[..^3], packets[packets.Count - 3 + index]]);
        Later(10_000);
        Assert.Equal([new KeyPress('#', 800)], _heard);
    }

    [Fact]
    public void A_key_whose_end_is_lost_is_told_by_the_time_out()
    {
        Send(Press('A', 1_000)[..3]);
        Later(KeyReader.TimeoutMs - 21);
        Assert.Empty(_heard);
        Later(1);
        Assert.Equal([new KeyPress('A', 480)], _heard);
    }

    [Fact]
    public void A_key_whose_end_is_lost_is_told_by_the_next_key()
    {
        Send([.. Press('1', 1_000)[..2], .. Press('2', 2_400)]);
        Assert.Equal("12", Keys());
    }

    [Fact]
    public void The_same_key_twice_is_two_keys()
    {
        Send([.. Press('7', 1_000), .. Press('7', 2_600)]);
        Assert.Equal("77", Keys());
    }

    [Fact]
    public void An_end_that_comes_after_the_time_out_says_nothing_new()
    {
        var packets = Press('9', 1_000);
        Send(packets[..3]);
        Later(KeyReader.TimeoutMs);
        Send(packets[3..]);
        Later(10_000);
        Assert.Equal("9", Keys());
    }

    [Fact]
    public void Only_the_last_packet_of_a_key_need_come()
    {
        Send([Press('0', 1_000)[^1]]);
        Assert.Equal("0", Keys());
    }

    [Fact]
    public void A_packet_of_the_key_before_that_comes_late_is_ignored()
    {
        var first = Press('1', 1_000);
        var second = Press('2', 2_600);
        Send([.. first, second[0], first[^1], first[0], .. second[1..]]);
        Assert.Equal("12", Keys());
    }

    [Fact]
    public void Timestamps_may_wrap_between_two_keys()
    {
        Send([.. Press('1', uint.MaxValue - 100), .. Press('2', 1_500)]);
        Assert.Equal("12", Keys());
    }

    /// <summary>RFC 4733 §2.5.1.3: longer than 65,535 units is another segment, not another key.</summary>
    [Fact]
    public void A_key_held_for_long_is_one_key()
    {
        Send([
            (new TelephoneEvent(3, IsEnd: false, 10, 40_000), 1_000),
            (new TelephoneEvent(3, IsEnd: false, 10, ushort.MaxValue), 1_000),
            (new TelephoneEvent(3, IsEnd: false, 10, 160), 66_535),
            (new TelephoneEvent(3, IsEnd: true, 10, 320), 66_535)]);
        Assert.Equal([new KeyPress('3', 65_855)], _heard);
    }

    [Fact]
    public void A_tone_that_is_no_key_is_ignored()
    {
        Send([(new TelephoneEvent(36, IsEnd: true, 10, 800), 1_000)]);
        Later(10_000);
        Assert.Empty(_heard);
    }

    [Fact]
    public void A_key_is_written_with_growing_duration_and_three_ends()
    {
        var events = Press('D', 1_000).Select(packet => packet.Event).ToList();
        Assert.Equal([160, 320, 480, 640, 800, 800, 800], events.Select(one => (int)one.Duration));
        Assert.Equal([false, false, false, false, true, true, true], events.Select(one => one.IsEnd));
        Assert.All(events, one => Assert.Equal('D', one.Key));
    }

    /// <summary>The first packet of the example in RFC 4733 §5: digit 9, volume 7, no end.</summary>
    [Fact]
    public void A_payload_is_written_as_the_rfc_draws_it()
    {
        var bytes = new byte[TelephoneEvent.Bytes];
        new TelephoneEvent(9, IsEnd: false, 7, 400).Write(bytes);
        Assert.Equal("09070190", Convert.ToHexString(bytes));
        Assert.True(TelephoneEvent.TryRead(Convert.FromHexString("098706E0"), out var end));
        Assert.Equal(new TelephoneEvent(9, IsEnd: true, 7, 1_760), end);
    }

    [Theory]
    [InlineData('0', 0)]
    [InlineData('*', 10)]
    [InlineData('#', 11)]
    [InlineData('d', 15)]
    [InlineData('x', null)]
    public void Keys_have_their_codes(char key, int? code) => Assert.Equal((byte?)code, TelephoneEvent.CodeOf(key));

    [Fact]
    public void Packets_lost_and_repeated_at_random_neither_add_a_key_nor_lose_one_of_which_something_came()
    {
        var time = new FuzzTime(usualSeconds: 1);
        var random = new Random(time.Seed);
        for (var round = 0; !time.IsOver; round++)
        {
            var reader = new KeyReader();
            var (expected, told, nowMs) = ("", "", 0L);
            for (var n = 0; n < 20; n++)
            {
                var key = "0123456789*#"[random.Next(12)];
                var packets = Press(key, (uint)(1_000 + (n * 4_000))).Where(_ => random.Next(2) == 0).ToList();
                expected += packets.Count > 0 ? key : "";
                foreach (var (heard, timestamp) in packets.SelectMany(packet => Enumerable.Repeat(packet, random.Next(1, 3))))
                {
                    told += Receive(reader, heard, timestamp, nowMs += 20);
                }
            }

            told += reader.TryTake(nowMs + KeyReader.TimeoutMs, out var last) ? last.Key : "";
            Assert.True(expected == told, $"Seed {time.Seed}, round {round}: {expected} was heard as {told}");
        }
    }

    private static List<(TelephoneEvent Event, uint Timestamp)> Press(char key, uint timestamp)
    {
        var writer = new KeyWriter(TelephoneEvent.CodeOf(key)!.Value, durationUnits: 800, intervalUnits: 160);
        var packets = new List<(TelephoneEvent, uint)>();
        var bytes = new byte[TelephoneEvent.Bytes];
        while (!writer.IsOver)
        {
            Assert.Equal(packets.Count == 0, writer.IsFirst);
            writer.Next(bytes);
            Assert.True(TelephoneEvent.TryRead(bytes, out var written));
            packets.Add((written, timestamp));
        }

        return packets;
    }

    private static string Receive(KeyReader reader, TelephoneEvent heard, uint timestamp, long nowMs)
    {
        var bytes = new byte[TelephoneEvent.Bytes];
        heard.Write(bytes);
        reader.Receive(bytes, timestamp, nowMs);
        var keys = "";
        while (reader.TryTake(nowMs, out var press))
        {
            keys += press.Key;
        }

        return keys;
    }

    private string Keys() => string.Concat(_heard.Select(press => press.Key));

    private void Send(IEnumerable<(TelephoneEvent Event, uint Timestamp)> packets)
    {
        var bytes = new byte[TelephoneEvent.Bytes];
        foreach (var (sent, timestamp) in packets)
        {
            sent.Write(bytes);
            _reader.Receive(bytes, timestamp, _nowMs);
            Later(20);
        }
    }

    private void Later(long ms)
    {
        _nowMs += ms;
        while (_reader.TryTake(_nowMs, out var press))
        {
            _heard.Add(press);
        }
    }
}
