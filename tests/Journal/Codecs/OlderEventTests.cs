using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Journal.Codecs;

namespace CallCenter.Journal.Tests.Codecs;

/// <summary>Bytes that earlier versions wrote, kept here as they are: fields appended since have their default.</summary>
public class OlderEventTests
{
    [Fact]
    public void A_call_that_arrived_before_numbers_could_be_withheld()
    {
        var arrived = Assert.IsType<CallArrived>(Read(
            "014D0A000274000D2B3338303530313131323233330004313132320000003002633101610162057369703A61057369703A620101000573"
            + "69703A74117564703A31302E302E302E313A353036300000"));

        Assert.Equal(
            (new CallId(5), "t", "+380501112233", "1122"), (arrived.Call, arrived.Line.Trunk, arrived.ClientNumber, arrived.Dialled));
        Assert.Equal("udp:10.0.0.1:5060", arrived.Facts.Flow);
        Assert.False(arrived.IsWithheld);
    }

    [Fact]
    public void A_leg_that_was_rung_before_numbers_were_asserted()
    {
        var started = Assert.IsType<LegStarted>(Read(
            "04230A020204616E6E000D2B3338303637313131323233330274043130313180F086C2EE65"));

        Assert.Equal((new LegId(new CallId(5), 1), "ann", "+380671112233", "t", "1011"), (
            started.Leg, started.Employee!.Value.Value, started.Target, started.Trunk, started.ShownNumber));
        Assert.Null(started.AssertedNumber);
        Assert.Equal((null, 0, null), (started.NextTrunks, started.InsteadOf, started.RedirectedBy));
    }

    [Fact]
    public void A_leg_that_ended_before_an_end_could_lie_in_the_past()
    {
        var ended = Assert.IsType<LegEnded>(Read("09060A020501CC07"));

        Assert.Equal((new LegId(new CallId(5), 1), LegEnd.Rejected, 486), (ended.Leg, ended.End, ended.SipStatus));
        Assert.Null(ended.EndedAt);
    }

    private static ProjectEvent Read(string hex)
    {
        var reader = new EventReader(Convert.FromHexString(hex));
        var read = EventCodec.Read(ref reader);
        Assert.False(reader.More);
        return read;
    }
}
