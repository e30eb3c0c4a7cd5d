using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Every reason of the engine has a final response.</summary>
public class SipStatusTableTests
{
    [Fact]
    public void Every_reason_and_refusal_is_a_final_failure()
    {
        Assert.All(Enum.GetValues<HangUpReason>(), reason => Assert.InRange(SipStatusTable.ForCaller(reason), 400, 699));
        Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.InRange(SipStatusTable.ForCaller(refusal), 400, 699));
    }

    [Theory]
    [InlineData(486, 408, 486)]
    [InlineData(404, 603, 603)]
    [InlineData(503, 480, 480)]
    [InlineData(500, 486, 486)]
    public void Of_two_failures_the_one_that_tells_more_stands_for_the_leg(int one, int other, int better) =>
        Assert.Equal((better, better), (SipStatusTable.Better(one, other), SipStatusTable.Better(other, one)));
}
