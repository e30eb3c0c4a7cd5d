using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>A side of a conversation is gone without a word, which is noticed some time later.</summary>
public sealed class BrokenCallTests
{
    private readonly Scene _scene = new(Documents.Sales("olena", "taras"));

    [Fact]
    public void The_time_in_which_the_employees_phone_was_dead_is_no_talk_time()
    {
        var leg = Talk(out long taken);
        _scene.Wait(60);
        _scene.Do(new ReportBroken(leg, "No sign of life", taken + 35_000));

        var record = _scene.Record(leg.Call);
        Assert.Equal((taken + 35_000, 35_000L), (record.EndedAt, record.TalkMs));
        Assert.All(record.Legs, one => Assert.Equal(taken + 35_000, one.EndedAt));
        var change = _scene.All<EmployeeStateChanged>().Last(one => one.From?.Activity == Activity.Talking);
        Assert.Equal((Activity.WrapUp, taken + 35_000), (change.To!.Activity, change.To.Since));
        Assert.Equal(_scene.Now + 10_000, change.To.Until);
        Assert.Equal(35_000, Talked());
    }

    [Fact]
    public void It_is_over_not_before_what_happened_in_it()
    {
        var leg = Talk(out long taken);
        _scene.Wait(20);
        _scene.Do(new ReportHold(new LegId(leg.Call, 0), true));
        _scene.Wait(20);
        _scene.Set("olena", Availability.NotReady, "break");
        _scene.Wait(5);
        _scene.Do(new ReportBroken(leg, "No sign of life", taken + 1_000));

        var record = _scene.Record(leg.Call);
        Assert.Equal((taken + 20_000, 20_000L, 0L), (record.EndedAt, record.TalkMs, record.HoldMs));
        Assert.Equal(taken + 40_000, _scene.State("olena").Since);
    }

    [Fact]
    public void A_leg_that_only_rang_ends_when_it_is_noticed()
    {
        var call = _scene.Call();
        var leg = _scene.Ringing(call)[0].Leg;
        _scene.Wait(5);
        _scene.Do(new ReportBroken(leg, "flow closed", _scene.Now - 3_000));
        Assert.Null(_scene.One<LegEnded>().EndedAt);
    }

    private LegId Talk(out long taken)
    {
        var call = _scene.Call();
        _scene.Wait(3);
        taken = _scene.Now;
        return _scene.Take(call);
    }

    private long Talked() => _scene.Project.Board(_scene.Now, _scene.Now).Employees.Single(line => line.Id.Value == "olena").TalkTodayMs;
}
