using CallCenter.Media.Rtp;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Tests.Streams;

public sealed class OutboundStreamTests
{
    private static readonly object Alice = new();
    private static readonly object Player = new();

    private readonly OutboundStream _stream = new(0xABCD, 0xFFFE, 1_000);

    [Fact]
    public void Numbers_go_on_over_a_roll_over_and_count_it()
    {
        Assert.Equal((ushort)0xFFFF, Pass(Alice, 500, 0, 0)!.Value.SequenceNumber);
        Assert.Equal((ushort)0, Pass(Alice, 501, 160, 160)!.Value.SequenceNumber);
        Assert.Equal((0x10000u, 1_160u), _stream.Position);
    }

    [Fact]
    public void The_first_packet_has_the_first_timestamp_and_a_marker()
    {
        var header = Pass(Alice, 500, 777_777, 99_999);
        Assert.Equal(new RtpHeader(8, true, 0xFFFF, 1_000, 0xABCD), header);
    }

    [Fact]
    public void Another_source_goes_on_after_the_time_that_passed()
    {
        Pass(Alice, 500, 0, 0);
        var first = Own(480);
        Assert.Equal((0x0000, 1_480u, true), (first.SequenceNumber, first.Timestamp, first.HasMarker));
        var second = Own(643);
        Assert.Equal((0x0001, 1_640u, false), (second.SequenceNumber, second.Timestamp, second.HasMarker));

        // The player's last frame was due at 640, so 960 is 320 later.
        Assert.Equal(1_960u, Pass(Alice, 503, 480, 960)!.Value.Timestamp);
    }

    [Fact]
    public void What_a_source_sent_before_it_took_over_is_not_sent()
    {
        Pass(Alice, 500, 1_600, 0);
        Assert.Null(Pass(Alice, 499, 1_440, 10));
        Assert.Equal((ushort)0, Pass(Alice, 501, 1_760, 160)!.Value.SequenceNumber);
    }

    [Fact]
    public void A_source_that_leaps_is_spliced_as_another_one()
    {
        Pass(Alice, 500, 0, 0);
        var header = Pass(Alice, 30_000, 9_000_000, 160);
        Assert.Equal((0, 1_160u), (header!.Value.SequenceNumber, header.Value.Timestamp));
    }

    [Fact]
    public void Two_sources_at_one_moment_have_two_timestamps()
    {
        Pass(Alice, 500, 0, 0);
        Assert.Equal(1_001u, Own(0).Timestamp);
    }

    [Fact]
    public void After_a_key_of_ours_the_clock_goes_on_from_its_beginning()
    {
        Pass(Alice, 500, 0, 0);
        var key = new object();
        Assert.Equal([1_160u, 1_160u], [_stream.Next(key, 101, 0, 160).Timestamp, _stream.Next(key, 101, 0, 320).Timestamp]);
        Assert.Equal(1_800u, Pass(Alice, 505, 800, 800)!.Value.Timestamp);
    }

    [Fact]
    public void After_a_key_that_was_passed_on_the_clock_goes_on_from_its_beginning()
    {
        Pass(Alice, 500, 0, 0);
        Pass(Alice, 501, 160, 160);
        Pass(Alice, 502, 160, 320);
        Pass(Alice, 503, 160, 480);
        Assert.Equal(1_640u, Own(640).Timestamp);
    }

    [Fact]
    public void A_packet_left_out_on_purpose_is_no_gap()
    {
        Pass(Alice, 500, 0, 0);
        _stream.Skip(Alice, Packet(501, 160));
        _stream.Skip(Alice, Packet(502, 320));
        Assert.Equal((0, 1_480u), Pass(Alice, 503, 480, 480) is { } header ? (header.SequenceNumber, header.Timestamp) : default);
    }

    [Fact]
    public void A_sender_report_has_the_timestamp_of_its_moment()
    {
        Pass(Alice, 500, 0, 0);
        Assert.Equal(1_250u, _stream.TimestampAt(250));
    }

    private RtpHeader Own(uint now) => _stream.Next(Player, 8, 160, now);

    private RtpHeader? Pass(object source, ushort sequence, uint timestamp, uint now)
    {
        var isPassed = _stream.TryMap(source, Packet(sequence, timestamp), 8, now, out var header);
        _stream.CountSent(160);
        return isPassed ? header : null;
    }

    private static RtpPacket Packet(ushort sequence, uint timestamp)
    {
        var bytes = new byte[RtpPacket.HeaderBytes];
        new RtpHeader(8, false, sequence, timestamp, 7).Write(bytes);
        Assert.True(RtpPacket.TryParse(bytes, out var packet));
        return packet;
    }
}
