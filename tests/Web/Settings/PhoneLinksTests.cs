using System.Net;
using System.Xml.Linq;
using CallCenter.Web.Settings.Accounts;

namespace CallCenter.Web.Tests.Settings;

/// <summary>The address from which a phone takes its settings.</summary>
public sealed class PhoneLinksTests
{
    private static readonly PhoneSettings Phone = new("anna", "<secret> & \"more\"", "call.center");

    [Fact]
    public async Task A_phone_gets_what_it_registers_with()
    {
        await using var server = await WebTestServer.Start();
        using var phone = server.Nobody();

        using var answer = await phone.GetAsync(server.Service<PhoneLinks>().Of(Phone));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        var document = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((Phone.Username, Phone.Password, Phone.Realm), (
            Entry(document, "auth_info_0", "username"), Entry(document, "auth_info_0", "passwd"), Entry(document, "auth_info_0", "realm")));
        Assert.Equal("sip:anna@127.0.0.1", Entry(document, "proxy_0", "reg_identity"));
        Assert.Matches("^<sip:127.0.0.1:[0-9]+;transport=tcp>$", Entry(document, "proxy_0", "reg_proxy"));
        Assert.Equal("", Entry(document, "misc", "config-uri"));
    }

    [Theory]
    [InlineData("phone/x")]
    [InlineData("phone/CfDJ8AAAA")]
    public async Task A_stranger_gets_nothing(string address)
    {
        await using var server = await WebTestServer.Start();
        using var stranger = server.Nobody();

        using var answer = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_was_changed_is_worth_nothing()
    {
        await using var server = await WebTestServer.Start();
        var (links, phone) = (server.Service<PhoneLinks>(), server.Nobody());
        var address = links.Of(Phone);
        var changed = address[..^5] + (address[^5] == 'A' ? 'B' : 'A') + address[^4..];

        using var answer = await phone.GetAsync(changed);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        phone.Dispose();
    }

    private static string Entry(XDocument document, string section, string name) => document.Descendants()
        .Single(one => (string?)one.Attribute("name") == name && (string?)one.Parent!.Attribute("name") == section).Value;
}
