using CallCenter.Abstractions;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Crm;

/// <summary>The table of clients against a plain list of what was touched, newest last.</summary>
public class ManyClientsTests
{
    private const int Most = 3_000;

    private readonly Scene _scene = new(Documents.Sales("anna") with { Limits = new LimitConfiguration(MaxClients: Most) });
    private readonly List<string> _touched = [];

    [Fact]
    public void Whatever_is_touched_in_whatever_order_the_newest_are_known_each_with_his_name()
    {
        var random = new Random(7);
        for (var i = 0; i < 12_000; i++) Link($"+38050{random.Next(5_000):D7}");

        Assert.Equal(Most, _touched.Count);
        AssertKnown();
        Assert.Null(_scene.Project.Client("+380670000000"));
    }

    [Fact]
    public void A_smaller_limit_forgets_the_oldest_and_their_room_is_used_again()
    {
        for (var i = 0; i < Most; i++) Link($"+38050{i:D7}");
        var document = _scene.Project.Configuration.Document;
        _scene.Do(new PublishConfiguration(document with { Limits = new LimitConfiguration(MaxClients: 100) }, null, "admin"));
        Assert.Null(_scene.Project.Client($"+38050{Most - 101:D7}"));
        Assert.NotNull(_scene.Project.Client($"+38050{Most - 100:D7}"));

        _scene.Do(new PublishConfiguration(document, null, "admin"));
        _touched.RemoveRange(0, Most - 100);
        for (var i = 0; i < 500; i++) Link($"+38067{i:D7}");

        AssertKnown();
    }

    private void Link(string number)
    {
        Assert.IsType<Accepted>(_scene.Do(new LinkClient(number, $"Name of {number}", null, "crm")));
        _touched.Remove(number);
        _touched.Add(number);
        if (_touched.Count > Most) _touched.RemoveAt(0);
    }

    private void AssertKnown() => Assert.All(
        _touched,
        number => Assert.Equal(new ClientSnapshot(number, $"Name of {number}", null, null, null), _scene.Project.Client(number)));
}
