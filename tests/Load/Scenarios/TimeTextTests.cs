using CallCenter.Load.Scenarios;

namespace CallCenter.Load.Tests.Scenarios;

public class TimeTextTests
{
    [Theory]
    [InlineData("200ms", 0.2)]
    [InlineData("1.5s", 1.5)]
    [InlineData("0s", 0)]
    [InlineData("2m", 120)]
    [InlineData("24h", 86_400)]
    public void Durations_are_read(string text, double seconds)
    {
        Assert.True(TimeText.TryDuration(text, out var time));
        Assert.Equal(seconds, time.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5")]
    [InlineData("-5s")]
    [InlineData("1,5s")]
    [InlineData("5 minutes")]
    [InlineData("24.1h")]
    [InlineData("1e3s")]
    public void Other_texts_are_no_durations(string text) => Assert.False(TimeText.TryDuration(text, out _));

    [Theory]
    [InlineData("200ms")]
    [InlineData("1s-6s")]
    [InlineData("~20s-60s")]
    public void A_spread_is_written_as_it_is_read(string text)
    {
        Assert.True(TimeText.TrySpread(text, out var spread));
        Assert.Equal(text, TimeText.Of(spread));
    }

    [Theory]
    [InlineData("6s-1s")]
    [InlineData("1s-2s-3s")]
    [InlineData("~")]
    [InlineData("1s-")]
    public void Other_texts_are_no_spreads(string text) => Assert.False(TimeText.TrySpread(text, out _));
}
