using System.Text;
using CallCenter.Sip.Sdp;

namespace CallCenter.Sip.Tests.Sdp;

public sealed class SdpTests
{
    [Theory]
    [InlineData("", "", SdpDirection.SendRecv, false)]
    [InlineData("", "a=sendonly\n", SdpDirection.SendOnly, true)]
    [InlineData("", "a=inactive\n", SdpDirection.Inactive, true)]
    [InlineData("", "a=recvonly\n", SdpDirection.RecvOnly, false)]
    [InlineData("a=sendonly\n", "", SdpDirection.SendOnly, true)]
    [InlineData("a=sendonly\n", "a=sendrecv\n", SdpDirection.SendRecv, false)]
    [InlineData("", "c=IN IP4 0.0.0.0\n", SdpDirection.SendRecv, true)]
    [InlineData("", "a=sendonlyx\n", SdpDirection.SendRecv, false)]
    public void Hold_is_seen_in_every_form(string session, string medium, SdpDirection direction, bool isHold)
    {
        var summary = Parse($"v=0\no=- 1 2 IN IP4 10.0.0.1\ns=-\nc=IN IP4 10.0.0.1\nt=0 0\n{session}m=audio 4000 RTP/AVP 0\n{medium}");

        Assert.Equal((direction, isHold), (summary.Direction, summary.IsHold));
    }

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 0\na=inactive\n", false)]
    [InlineData("m=audio 0 RTP/AVP 0\na=sendonly\nm=video 5000 RTP/AVP 31\na=sendrecv\n", false)]
    [InlineData("m=audio 0 RTP/AVP 0\nm=video 5000 RTP/AVP 31\na=sendonly\n", true)]
    [InlineData("m=audio 0 RTP/AVP 0\nc=IN IP4 0.0.0.0\n", false)]
    [InlineData("m=audio 4000 RTP/AVP 0\na=sendonly\nm=video 0 RTP/AVP 31\na=sendrecv\n", true)]
    [InlineData("m=audio 4000 RTP/AVP 0\na=sendonly\nm=audio 4002 RTP/AVP 0\n", false)]
    [InlineData("m=audio 4000 RTP/AVP 0\na=sendonly\nm=video 5000 RTP/AVP 31\n", true)]
    public void A_stream_that_is_switched_off_holds_nobody(string media, bool isHold) =>
        Assert.Equal(isHold, Parse($"v=0\no=- 1 2 IN IP4 10.0.0.1\ns=-\nc=IN IP4 10.0.0.1\nt=0 0\n{media}").IsHold);

    [Fact]
    public void First_live_audio_is_described()
    {
        var summary = Parse("""
            v=0
            o=- 20518 9007199254740993 IN IP4 203.0.113.1
            s=-
            c=IN IP4 203.0.113.1
            t=0 0
            a=inactive
            m=video 5000 RTP/AVP 31
            m=audio 0 RTP/AVP 0
            a=sendonly
            m=audio 4002 RTP/AVP 8
            c=IN IP4 203.0.113.2/127
            a=sendrecv
            m=audio 4004 RTP/AVP 8
            """);

        Assert.Equal(new SdpSummary(9007199254740993, "203.0.113.2", 4002, SdpDirection.SendRecv), summary);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    public void What_is_no_SDP_is_refused(string text) => Assert.False(SdpSummary.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("192.0.2.7", SdpDirection.Inactive)]
    [InlineData("2001:db8::7", SdpDirection.SendRecv)]
    public void Written_SDP_reads_back(string address, SdpDirection direction)
    {
        Assert.True(SdpSummary.TryParse(SdpWriter.Audio(address, 4000, 5, 6, direction), out var summary));

        Assert.Equal(new SdpSummary(6, address, 4000, direction), summary);
    }

    private static SdpSummary Parse(string text)
    {
        Assert.True(SdpSummary.TryParse(Encoding.ASCII.GetBytes(text.Replace("\n", "\r\n")), out var summary));
        return summary;
    }
}
