using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

public sealed class SipParserCostTests
{
    [Fact]
    public void Parsing_allocates_the_copy_the_index_and_little_else()
    {
        var bytes = Wire.Bytes(Wire.Invite);
        var headers = Wire.Parse(bytes).HeaderCount;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = SipParser.TryParse(bytes, out _, out _);
        }

        var perParse = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
        Assert.InRange(perParse, 1, bytes.Length + (headers * 16) + 400);
    }

    [Fact]
    public void Writing_a_response_allocates_nothing()
    {
        var request = Wire.Parse(Wire.Invite);
        request.Flow = new SipFlow(SipTransport.Udp, new SipEndPoint(0x7f000001u, 5060));
        var writer = new SipMessageWriter();
        writer.Response(request, 180, new SipTag(1)).End();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            writer.Response(request, 180, new SipTag(1)).Capabilities().End();
        }

        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / 1000);
    }
}
