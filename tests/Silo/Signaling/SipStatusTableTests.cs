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

    [Fact]
    public void Nothing_but_a_final_failure_is_passed_on_and_only_for_a_reason_that_comes_from_there()
    {
        foreach (var reason in Enum.GetValues<HangUpReason>())
        {
            Assert.False(SipStatusTable.IsPassedOn(reason, null));
            foreach (var status in Enumerable.Range(300, 400).Where(status => SipStatusTable.IsPassedOn(reason, status)))
            {
                Assert.InRange(status, 400, 699);
                Assert.Equal(status, SipStatusTable.ForCaller(reason, status));
            }
        }

        Assert.Equal(403, SipStatusTable.ForCaller(HangUpReason.OutgoingLimit, 503));
        Assert.Equal(480, SipStatusTable.ForCaller(HangUpReason.NoAnswer, 404));
        Assert.All(Enumerable.Range(300, 400), status => Assert.InRange(SipStatusTable.InDialog(status), 400, 699));
    }

    [Theory]
    [InlineData(486, 408, 486)]
    [InlineData(404, 603, 603)]
    [InlineData(503, 480, 480)]
    [InlineData(500, 486, 486)]
    public void Of_two_failures_the_one_that_tells_more_stands_for_the_leg(int one, int other, int better) =>
        Assert.Equal((better, better), (SipStatusTable.Better(one, other), SipStatusTable.Better(other, one)));
}
