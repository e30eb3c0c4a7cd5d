using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Ports;
using CallCenter.Media.Rtcp;
using CallCenter.Media.Rtp;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Engine;

public sealed class KeyAndReportTests() : TwoPhones(ManyReports)
{
    private static readonly MediaEngineOptions ManyReports =
        new(new PortPool(21_000, 24_999)) { ReportInterval = TimeSpan.FromMilliseconds(100), CanonicalName = "studio" };


    [Fact]
    public async Task A_key_is_told_once_and_passed_on_under_the_other_sides_type()
    {
        var keys = PayloadFormat.TelephoneEvent with { PayloadType = 96 };
        var (a, b) = (Studio.Open(Alice), Studio.Open(LegTerms.Of(Bob.EndPoint, PayloadFormat.Pcma, keys)));
        Studio.Engine.Bridge(a, b);
        Alice.Say(a.LocalEndPoint, 1);
        var audio = Bob.Hear();

        var writer = new KeyWriter(TelephoneEvent.CodeOf('7')!.Value, 800, 160);
        var payload = new byte[TelephoneEvent.Bytes];
        for (var n = 0; !writer.IsOver; n++)
        {
            writer.Next(payload);
            Alice.Send(a.LocalEndPoint, new RtpHeader(101, n == 0, Alice.Sequence++, Alice.Timestamp, Alice.Ssrc), payload);
            var heard = Bob.Hear();
            Assert.Equal((96, audio.Timestamp + 160, n == 0), (heard.PayloadType, heard.Timestamp, heard.HasMarker));
            Assert.Equal(payload, heard.Payload);
        }

        await Studio.Settle();
        Assert.Equal([$"key {a.Key} 7"], Studio.Told.Where(line => line.StartsWith("key ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_key_whose_end_never_comes_is_told_all_the_same()
    {
        var a = Studio.Open(Alice);
        Alice.Send(a.LocalEndPoint, new RtpHeader(101, true, 1, 1_000, 7), [11, 10, 0, 160]);
        await Eventually.Holds(() => Studio.Told.Contains($"key {a.Key} #"));
    }

    [Fact]
    public async Task Keys_that_we_press_are_read_by_the_phone_and_then_the_other_side_is_heard_again()
    {
        var (a, b) = (Studio.Open(Alice), Studio.Open(Bob));
        Studio.Engine.Bridge(a, b);
        Bob.Say(b.LocalEndPoint, 1);
        var last = Alice.Hear();

        Studio.Engine.PressKeys(a, "1");
        Studio.Engine.PressKeys(a, "2#");
        var (reader, keys, began) = (new KeyReader(), "", new HashSet<uint>());
        while (keys.Length < 3)
        {
            var heard = Alice.Hear();
            Assert.Equal((101, (ushort)(last.Sequence + 1), a.Ssrc), (heard.PayloadType, heard.Sequence, heard.Ssrc));
            reader.Receive(heard.Payload, heard.Timestamp, 0);
            keys += reader.TryTake(0, out var press) ? press.Key : "";
            began.Add(heard.Timestamp);
            last = heard;
        }

        Assert.Equal("12#", keys);
        Assert.Equal(3, began.Count);
        await Eventually.Holds(() => Studio.Told.Contains($"keys sent {a.Key}"));

        // The two packets that repeat the last end came before the word that all was sent.
        Assert.Equal([101, 101], [Alice.Hear().PayloadType, Alice.Hear().PayloadType]);
        Bob.Say(b.LocalEndPoint, 2);
        Assert.Equal(2, Alice.Hear().Payload[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12x")]
    public void What_is_no_key_cannot_be_pressed(string keys)
    {
        var a = Studio.Open(Alice);
        Assert.Throws<ArgumentException>(() => Studio.Engine.PressKeys(a, keys));
    }

    [Fact]
    public async Task A_leg_that_hears_nothing_for_its_limit_says_so_and_says_when_it_hears_again()
    {
        var terms = LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma) with { SilenceLimit = TimeSpan.FromMilliseconds(200) };
        var a = Studio.Open(terms);
        Alice.Say(a.LocalEndPoint, 1);
        await Eventually.Holds(() => Studio.Told.SequenceEqual([$"began {a.Key}", $"stopped {a.Key}"]));
        Alice.Say(a.LocalEndPoint, 1);
        await Eventually.Holds(() => Studio.Told.SequenceEqual(
            [$"began {a.Key}", $"stopped {a.Key}", $"began {a.Key}", $"stopped {a.Key}"]));
    }

    [Fact]
    public async Task A_phone_that_never_speaks_is_told_once_and_one_on_hold_never()
    {
        var terms = LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma) with { SilenceLimit = TimeSpan.FromMilliseconds(200) };
        var held = Studio.Open(terms with { Direction = MediaDirection.Send });
        var silent = Studio.Open(terms);
        await Eventually.Holds(() => Studio.Told.Contains($"stopped {silent.Key}"));
        await Studio.Settle();
        Assert.DoesNotContain($"stopped {held.Key}", Studio.Told);
        Assert.Single(Studio.Told, $"stopped {silent.Key}");
    }

    [Fact]
    public async Task With_rtcp_mux_reports_come_over_the_same_port_and_tell_loss_and_round_trip()
    {
        var a = Studio.Open(LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma), mux: true);
        var b = Studio.Open(Bob);
        Studio.Engine.Bridge(a, b);

        // One of four is lost on the way to us.
        Alice.Say(a.LocalEndPoint, 1);
        Alice.Say(a.LocalEndPoint, 1);
        Alice.Sequence++;
        Alice.Say(a.LocalEndPoint, 1);
        Bob.Say(b.LocalEndPoint, 1);

        var report = await HearReport(Alice, a.Ssrc, block => block.CumulativeLost == 1);
        Assert.Equal((Alice.Ssrc, 1u), (report.Block.Ssrc, report.Sender.PacketCount));
        Assert.Equal(160u, report.Sender.OctetCount);

        // The phone answers at once: three of ours lost, 50 ms in its hands that it did not take.
        var bytes = new byte[RtcpWriter.MostBytes];
        var writer = new RtcpWriter(bytes);
        var heard = new ReportBlock(a.Ssrc, 10, 3, a.ReadState().Highest, 80, NtpTime.Middle(report.Sender.NtpTime), 0);
        writer.Report(Alice.Ssrc, null, heard);
        writer.SourceDescription(Alice.Ssrc, "alice"u8);
        Alice.SendRaw(a.LocalEndPoint, bytes[..writer.Length]);
        await Studio.Settle();
        Studio.Engine.Close(a);
        await Eventually.Holds(() => Studio.Qualities.ContainsKey(a.Key));

        var quality = Studio.Qualities[a.Key];
        Assert.Equal((4L, 1L, 25.0), (quality.Heard.Expected, quality.Heard.Lost, quality.Heard.LossPercent));
        Assert.InRange(quality.Heard.RoundTrip!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal((3L, TimeSpan.FromMilliseconds(10)), (quality.Sent!.Value.Lost, quality.Sent.Value.Jitter));
        Assert.Equal(1, quality.PacketsSent);
    }

    [Fact]
    public async Task Without_mux_reports_have_a_port_of_their_own_and_the_last_one_says_goodbye()
    {
        using var reports = new Phone();
        var terms = LegTerms.Of(Alice.EndPoint, PayloadFormat.Pcma) with { RemoteRtcp = reports.EndPoint };
        var a = Studio.Open(terms);
        Studio.Engine.Close(a);
        await Eventually.Holds(() => Studio.Qualities.ContainsKey(a.Key));
        while (true)
        {
            Assert.True(RtcpCompound.TryParse(reports.HearRaw(), out var compound));
            var types = new List<RtcpPacketType>();
            var name = "";
            while (compound.MoveNext())
            {
                types.Add(compound.Current.Type);
                name += System.Text.Encoding.UTF8.GetString(compound.Current.ReadCanonicalName());
            }

            if (types.Contains(RtcpPacketType.Goodbye))
            {
                Assert.Equal([RtcpPacketType.ReceiverReport, RtcpPacketType.SourceDescription, RtcpPacketType.Goodbye], types);
                Assert.Equal("studio", name);
                return;
            }
        }
    }

    private static async Task<(SenderInfo Sender, ReportBlock Block)> HearReport(Phone phone, uint ssrc, Func<ReportBlock, bool> wanted)
    {
        (SenderInfo, ReportBlock)? found = null;
        await Eventually.Holds(() => (found = Read(phone.HearRaw(), ssrc, wanted)) is not null);
        return found!.Value;
    }

    private static (SenderInfo, ReportBlock)? Read(byte[] datagram, uint ssrc, Func<ReportBlock, bool> wanted)
    {
        if (!RtcpMux.IsRtcp(datagram) || !RtcpCompound.TryParse(datagram, out var compound) || !compound.MoveNext())
        {
            return null;
        }

        Assert.Equal(ssrc, compound.Current.Ssrc);
        return compound.Current.TryReadSenderInfo(out var sender)
            && compound.Current.TryReadReportBlock(0x1000, out var block) && wanted(block) ? (sender, block) : null;
    }
}
