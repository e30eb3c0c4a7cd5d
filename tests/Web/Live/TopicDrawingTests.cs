using System.Text.Json;
using CallCenter.Web.Live;

namespace CallCenter.Web.Tests.Live;

public sealed class TopicDrawingTests
{
    private readonly TopicDrawing _view = new();

    [Fact]
    public void A_new_viewer_gets_everything()
    {
        Apply(["a", "b"], ("a", "<p>1</p>"), ("b", "<p>2</p>"));

        var update = Read(_view.Since(null, 0));

        Assert.True(update.GetProperty("full").GetBoolean());
        Assert.Equal(["a", "b"], Keys(update));
        Assert.Equal(["a", "b"], Html(update));
    }

    [Fact]
    public void Only_what_changed_is_sent()
    {
        Apply(["a", "b"], ("a", "<p>1</p>"), ("b", "<p>2</p>"));
        var seen = _view.Content().Seq;
        Apply(["a", "b"], ("a", "<p>1</p>"), ("b", "<p>3</p>"));

        var update = Read(_view.Since(_view.Epoch, seen));

        Assert.Equal(["b"], Html(update));
        Assert.False(update.TryGetProperty("sections", out _));
        Assert.False(update.GetProperty("full").GetBoolean());
    }

    [Fact]
    public void Nothing_is_sent_when_nothing_changed()
    {
        Apply(["a"], ("a", "<p>1</p>"));

        Assert.False(Apply(["a"], ("a", "<p>1</p>")));
        Assert.Null(_view.Since(_view.Epoch, 1));
    }

    [Fact]
    public void A_new_order_sends_keys_and_no_html()
    {
        Apply(["a", "b"], ("a", "1"), ("b", "2"));
        Apply(["b", "a"], ("a", "1"), ("b", "2"));

        var update = Read(_view.Since(_view.Epoch, 1));

        Assert.Equal(["b", "a"], Keys(update));
        Assert.Empty(Html(update));
    }

    [Fact]
    public void A_viewer_who_missed_changes_gets_exactly_what_differs()
    {
        Apply(["a", "b", "c"], ("a", "1"), ("b", "1"), ("c", "1"));
        Apply(["a", "b", "c"], ("a", "2"), ("b", "1"), ("c", "1"));
        Apply(["a", "b", "c"], ("a", "2"), ("b", "1"), ("c", "2"));
        Apply(["a", "c"], ("a", "2"), ("c", "2"));

        var update = Read(_view.Since(_view.Epoch, 1));

        Assert.Equal(["a", "c"], Html(update));
        Assert.Equal(["a", "c"], Keys(update));
        Assert.Equal(4, update.GetProperty("seq").GetInt64());
    }

    [Theory]
    [InlineData("of another server", 1)]
    [InlineData(null, 1)]
    [InlineData("", 99)]
    public void Numbers_of_another_view_mean_nothing(string? epoch, long seq)
    {
        Apply(["a"], ("a", "1"));

        Assert.True(Read(_view.Since(epoch, seq)).GetProperty("full").GetBoolean());
    }

    [Fact]
    public void A_number_from_the_future_gets_everything()
    {
        Apply(["a"], ("a", "1"));

        Assert.True(Read(_view.Since(_view.Epoch, 7)).GetProperty("full").GetBoolean());
    }

    [Fact]
    public void A_change_wakes_whoever_took_the_signal_before()
    {
        var signal = _view.Signal;
        Assert.False(signal.IsCompleted);

        Apply(["a"], ("a", "1"));

        Assert.True(signal.IsCompleted);
        Assert.False(_view.Signal.IsCompleted);
    }

    [Fact]
    public void The_first_rendering_puts_fragments_in_their_order()
    {
        Apply(["b", "a"], ("a", "<i>a</i>"), ("b", "<i>b</i>"));

        Assert.Equal("<i>b</i><i>a</i>", _view.Content().Sections["list"]);
    }

    [Fact]
    public void Cyrillic_is_sent_as_it_is()
    {
        Apply(["a"], ("a", "<p title=\"Олена\">"));

        var json = System.Text.Encoding.UTF8.GetString(_view.Since(null, 0)!.Json.Span);
        Assert.Contains("Олена", json, StringComparison.Ordinal);
    }

    private bool Apply(string[] order, params (string Key, string Html)[] html) =>
        _view.Apply([new SectionOrder("list", order)], html.ToDictionary(one => one.Key, one => one.Html), 5);

    private static JsonElement Read(TopicUpdate? update) => JsonDocument.Parse(update!.Json).RootElement;

    private static string[] Html(JsonElement update) => [.. update.GetProperty("html").EnumerateObject().Select(one => one.Name)];

    private static string[] Keys(JsonElement update) =>
        [.. update.GetProperty("sections")[0][1].EnumerateArray().Select(one => one.GetString()!)];
}
