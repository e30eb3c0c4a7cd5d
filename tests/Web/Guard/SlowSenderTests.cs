using CallCenter.Web.Guard;
using Microsoft.Extensions.DependencyInjection;

namespace CallCenter.Web.Tests.Guard;

/// <summary>Connections that only occupy their place.</summary>
public sealed class SlowSenderTests
{
    [Fact]
    public async Task Headers_that_do_not_come_to_an_end_are_cut_off()
    {
        await using var server = await Start(options => options.LongestHeaders = TimeSpan.FromSeconds(1));
        using var raw = await RawHttp.Connect(server.Address);
        await raw.Send("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        Assert.DoesNotContain(" 200 ", await raw.Rest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_cut_off()
    {
        await using var server = await Start(options => options.SlowGrace = TimeSpan.FromSeconds(2));
        using var raw = await RawHttp.Connect(server.Address);
        await raw.Send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 60000\r\n\r\nName=");

        Assert.DoesNotContain(" 200 ", await raw.Rest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_source_gets_so_many_connections_and_no_more_until_some_end()
    {
        await using var server = await Start(options => options.ConnectionsPerSource = 3);
        var open = new List<RawHttp>();
        for (var i = 0; i < 3; i++)
        {
            open.Add(await RawHttp.Connect(server.Address));
            await Alive(open[^1]);
        }

        Assert.Equal("", await RawHttp.Ask(server.Address, "GET /health/live"));

        open[0].Dispose();
        await CallCenter.Tests.Shared.Eventually.Holds(async () =>
            (await RawHttp.Ask(server.Address, "GET /health/live")).Contains(" 200 ", StringComparison.Ordinal));
        open.ForEach(one => one.Dispose());
    }

    // A connection is counted when the server has taken it, not when the system has.
    private static async Task Alive(RawHttp connection)
    {
        await connection.Send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", await connection.Line(), StringComparison.Ordinal);
    }

    private static Task<WebTestServer> Start(Action<GuardOptions> options) => WebTestServer.Start(services => services.Configure(options));
}
