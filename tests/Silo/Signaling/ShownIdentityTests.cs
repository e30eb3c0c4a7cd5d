using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>What carriers and phones are told of who calls.</summary>
public sealed class ShownIdentityTests : IAsyncLifetime
{
    private const string Mobile = "+380670000009";
    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _phone = null!;
    private ProjectConfiguration _document = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "+380501112233");
        _phone = new TestPhone(_silo.Sip, "anna");
        var document = SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]);
        _document = document with
        {
            Employees =
            [
                .. document.Employees,
                document.Employees[0] with
                {
                    Id = "boss", Surname = "Boss", Extension = "190", MainContacts = [new ContactPoint(Number: Mobile)],
                },
            ],
            Numbers = [document.Numbers[0], new NumberConfiguration("out", "+380447654321", null, null, new Destination(External: Mobile))],
        };
        await _silo.Publish(_document);
        await Registration.Register(_phone, SiloUnderTest.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _phone.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_mobile_rung_from_an_extension_is_shown_the_companys_number_and_no_name()
    {
        await Registration.Call(_phone, "190");
        var invite = (await TestCall.Ring(_carrier)).Invite!;

        Assert.Equal((Mobile, SampleConfiguration.Number, ""), (invite.RequestUri!.User, invite.From.Uri!.User, invite.From.DisplayName));
        Assert.False(invite.Has(SipHeader.PAssertedIdentity));
        // Without the tag, which is drawn.
        Assert.DoesNotContain("101", invite.From.ToString().Split(";tag=")[0]);
    }

    [Theory]
    [InlineData(false, "", "+380447654321", null, null)]
    [InlineData(true, "", "+380447654321", "+380447654321", null)]
    [InlineData(false, "Privacy: id", "anonymous", null, "id")]
    [InlineData(true, "Privacy: id", "anonymous", "+380447654321", "id")]
    public async Task A_call_that_goes_on_outside_tells_a_trusted_carrier_only_which_number_of_ours_it_is(
        bool asserts, string headers, string from, string? asserted, string? privacy)
    {
        await _silo.Publish(_document with
        {
            Trunks = [_document.Trunks[0] with { AssertIdentity = asserts }],
            CallerNumberRules = [new CallerNumberRule("out")],
        });
        TestCall.Make(_carrier, "+380447654321", headers: headers);
        SipMessage invite;
        do
        {
            invite = await _carrier.ExpectAny();
        }
        while (!invite.IsRequest);

        Assert.Equal((from, from == "anonymous" ? "Anonymous" : ""), (invite.From.Uri!.User, invite.From.DisplayName));
        Assert.Equal(from == "anonymous" ? "anonymous.invalid" : "127.0.0.1", invite.From.Uri.Host);
        Assert.Equal(asserted, invite.NameAddrs(SipHeader.PAssertedIdentity) is [var identity] ? identity.Uri!.User : null);
        Assert.Equal(privacy, invite.Text(SipHeader.Privacy));
    }

    [Fact]
    public async Task A_carrier_that_shows_clients_is_given_the_client_and_our_number_as_the_asserted_one()
    {
        await _silo.Publish(_document with { Trunks = [_document.Trunks[0] with { AssertIdentity = true, ShowsClients = true }] });
        TestCall.Make(_carrier, "+380447654321");
        SipMessage invite;
        do
        {
            invite = await _carrier.ExpectAny();
        }
        while (!invite.IsRequest);

        Assert.Equal("+380501112233", invite.From.Uri!.User);
        Assert.Equal(SampleConfiguration.Number, invite.NameAddrs(SipHeader.PAssertedIdentity)[0].Uri!.User);
        Assert.False(invite.Has(SipHeader.Privacy));
    }

    [Fact]
    public async Task A_phones_list_of_calls_calls_back_the_port_that_we_listen_on()
    {
        TestCall.Make(_carrier, SampleConfiguration.Number);
        var invite = (await TestCall.Ring(_phone)).Invite!;

        Assert.Equal($"sip:+380501112233@{_silo.Sip}", invite.From.UriText);
        Assert.Equal($"sip:{_silo.Sip}", invite.Contact!.UriText);
    }
}
