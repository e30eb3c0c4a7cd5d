using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests;

/// <summary>Tags and branches say whose they are.</summary>
public sealed class OwnedNumberTests
{
    [Theory]
    [InlineData(0, "00000000000000ff")]
    [InlineData(1, "00000000000000ff.1")]
    [InlineData(0x10, "00000000000000ff.10")]
    [InlineData(0xabc, "00000000000000ff.abc")]
    [InlineData(0xffff, "00000000000000ff.ffff")]
    public void A_tag_and_a_branch_are_read_as_they_were_written(int owner, string text)
    {
        var tag = new SipTag(255, (ushort)owner);
        var branch = new SipBranch(255, (ushort)owner);
        var written = Encoding.ASCII.GetString(
            new SipMessageWriter().Request(SipMethod.Options, "sip:a@b").Via(SipTransport.Udp, "192.0.2.1", branch)
                .Party(SipHeader.From, "<sip:a@b>", tag).End().Written);

        Assert.Equal(text, tag.ToString());
        Assert.Equal("z9hG4bK" + text, branch.ToString());
        Assert.Contains($";branch={branch};rport\r\n", written, StringComparison.Ordinal);
        Assert.Contains($";tag={tag}\r\n", written, StringComparison.Ordinal);
        Assert.True(SipTag.TryParse(text, out var readTag));
        Assert.True(SipBranch.TryParse(Encoding.ASCII.GetBytes("Z9HG4BK" + text), out var readBranch));
        Assert.Equal((tag, branch), (readTag, readBranch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ff")]
    [InlineData("00000000000000ff.")]
    [InlineData("00000000000000ff.0")]
    [InlineData("00000000000000ff.01")]
    [InlineData("00000000000000ff.10000")]
    [InlineData("00000000000000ff.g")]
    [InlineData("00000000000000ff-1")]
    [InlineData("00000000000000ff0")]
    public void Anything_else_is_nobodys(string text)
    {
        Assert.False(SipTag.TryParse(text, out _));
        Assert.False(SipBranch.TryParse(Encoding.ASCII.GetBytes("z9hG4bK" + text), out _));
    }
}
