using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

public sealed class SipStreamFramerTests
{
    private static readonly string First = "OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP x;branch=z9hG4bK1\r\nl :\r\n 5\r\n\r\nhello";
    private static readonly string Second = "SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public void Any_split_point_gives_the_same_frames()
    {
        var stream = Encoding.ASCII.GetBytes("\r\n\r\n" + First + "\r\n" + Second + "\r\n\r\n" + First);
        for (var split = 0; split <= stream.Length; split++)
        {
            var framer = new SipStreamFramer();

            var frames = Read(framer, stream[..split]).Concat(Read(framer, stream[split..])).ToArray();

            Assert.Equal(["<ping>", First, Second, "<ping>", First], frames);
            Assert.Equal(0, framer.Buffered);
        }
    }

    [Fact]
    public void Byte_by_byte_gives_the_same_frames()
    {
        var framer = new SipStreamFramer();

        var frames = Encoding.ASCII.GetBytes(First + Second + First).SelectMany(b => Read(framer, [b])).ToArray();

        Assert.Equal([First, Second, First], frames);
    }

    [Fact]
    public void Many_messages_in_one_segment()
    {
        var framer = new SipStreamFramer();

        var frames = Read(framer, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(First + Second, 1000))));

        Assert.Equal(2000, frames.Count);
    }

    [Theory]
    [InlineData("Content-Length: 99999999\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 65535\r\n\r\n")]
    public void Impossible_length_breaks_the_stream(string headers)
    {
        var framer = new SipStreamFramer();

        Assert.Equal(["<broken>"], Read(framer, Encoding.ASCII.GetBytes("OPTIONS sip:a@b SIP/2.0\r\n" + headers)));
        Assert.Equal(["<broken>"], Read(framer, Encoding.ASCII.GetBytes(Second)));
    }

    [Fact]
    public void Endless_headers_break_the_stream_at_the_bound()
    {
        var framer = new SipStreamFramer();
        var line = Encoding.ASCII.GetBytes("X: " + new string('x', 1000) + "\r\n");
        var read = 0;

        while (Read(framer, line).Count == 0)
        {
            read++;
        }

        Assert.InRange(read * line.Length, SipLimits.MaxMessageBytes - line.Length, SipLimits.MaxMessageBytes + line.Length);
    }

    private static List<string> Read(SipStreamFramer framer, byte[] bytes)
    {
        var frames = new List<string>();
        framer.Append(bytes);
        while (true)
        {
            switch (framer.Next(out var message))
            {
                case StreamFrame.NeedMore:
                    return frames;
                case StreamFrame.Broken:
                    frames.Add("<broken>");
                    return frames;
                case StreamFrame.KeepAlive:
                    frames.Add("<ping>");
                    break;
                case StreamFrame.Message:
                    frames.Add(Encoding.ASCII.GetString(message));
                    break;
            }
        }
    }
}
