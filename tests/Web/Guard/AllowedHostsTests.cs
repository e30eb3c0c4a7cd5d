using System.Net;
using CallCenter.Web.Guard;
using CallCenter.Web.Start;
using CallCenter.Web.Tests.Api;
using Microsoft.AspNetCore.Http;

namespace CallCenter.Web.Tests.Guard;

public sealed class AllowedHostsTests
{
    private static readonly StartOptions Local = new("/data", 8080, 5060, IPAddress.Loopback, null, false);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:8080", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("127.0.0.2", false)]
    [InlineData("192.0.2.7", false)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("", false)]
    public void On_loopback_only_its_names_are_known(string host, bool known) =>
        Assert.Equal(known, new AllowedHosts(Local).Know(new HostString(host), IPAddress.Loopback));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7:8080", "::ffff:192.0.2.7", true)]
    [InlineData("[2001:db8::7]", "2001:db8::7", true)]
    [InlineData("192.0.2.8", "192.0.2.7", false)]
    [InlineData("0.0.0.0", "127.0.0.1", false)]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("evil.example", "192.0.2.7", false)]
    public void Open_to_the_network_it_is_known_by_the_address_that_was_connected_to(string host, string local, bool known) =>
        Assert.Equal(known, new AllowedHosts(Local with { Bind = IPAddress.Any }).Know(new HostString(host), IPAddress.Parse(local)));

    [Fact]
    public void Open_to_the_network_it_is_known_by_the_name_of_the_machine()
    {
        var name = new HostString(Dns.GetHostName());

        Assert.True(new AllowedHosts(Local with { Bind = IPAddress.Any }).Know(name, null));
    }

    [Fact]
    public void On_one_address_it_is_known_by_that_address()
    {
        var names = new AllowedHosts(Local with { Bind = IPAddress.Parse("192.0.2.7") });

        Assert.True(names.Know(new HostString("192.0.2.7:8080"), IPAddress.Parse("192.0.2.7")));
        Assert.False(names.Know(new HostString("192.0.2.8:8080"), IPAddress.Parse("192.0.2.7")));
    }

    [Theory]
    [InlineData("calls.example.com", true)]
    [InlineData("Calls.Example.com:443", true)]
    [InlineData("a.office.example", true)]
    [InlineData("office.example", false)]
    [InlineData("evil-office.example", false)]
    public void Names_of_the_command_line_are_known(string host, bool known)
    {
        var names = new AllowedHosts(Local with { Hosts = ["calls.example.com", "*.office.example"] });

        Assert.Equal(known, names.Know(new HostString(host), null));
    }

    [Fact]
    public async Task A_foreign_name_is_answered_with_the_option_that_allows_it()
    {
        await using var server = await WebTestServer.Start();
        using var client = server.Nobody();
        client.DefaultRequestHeaders.Host = "evil.example";
        using var page = await client.GetAsync("/sign-in");
        using var program = await client.GetAsync("/api/v1/board");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("--hosts evil.example", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ProblemAssert.Is(program, 400, "foreign-host");
        Assert.Contains("--hosts evil.example", await program.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_foreign_name_says_is_not_run_as_part_of_the_page()
    {
        await using var server = await WebTestServer.Start();
        var page = await RawHttp.Ask(server.Address, "GET /sign-in", "", "");
        using var raw = await RawHttp.Connect(server.Address);
        await raw.Send("GET /sign-in HTTP/1.1\r\nHost: a'onload=alert(1)\r\nConnection: close\r\n\r\n");
        var refused = await raw.Rest();

        Assert.Contains(" 200 ", page, StringComparison.Ordinal);
        Assert.Contains(" 400 ", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("a'onload", refused, StringComparison.Ordinal);
    }
}
