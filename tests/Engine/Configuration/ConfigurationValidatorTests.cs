using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;
using CallCenter.Tests.Shared;

namespace CallCenter.Engine.Tests.Configuration;

public class ConfigurationValidatorTests
{
    public static TheoryData<string> Broken => [.. BrokenDocuments.All.Keys];

    [Fact]
    public void A_valid_document_has_no_error() => Assert.Empty(ConfigurationValidator.Validate(Documents.Valid()));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_mistake_gives_its_one_error(string mistake)
    {
        var broken = BrokenDocuments.All[mistake];
        var error = Assert.Single(ConfigurationValidator.Validate(broken.Break(Documents.Valid())));
        Assert.Equal(broken.Path, error.Path);
        Assert.Contains(broken.Says, $"{error.Problem}: {error.Remedy}");
    }

    [Fact]
    public void An_extension_that_an_emergency_number_shadows_is_a_warning()
    {
        var document = Documents.Valid() with { EmergencyNumbers = [new("101", "carrier")] };
        var found = Assert.Single(ConfigurationValidator.Validate(document));
        Assert.True(found.IsWarning);
        Assert.Equal("$.employees[0].extension", found.Path);

        var taken = Documents.Valid().Employee(0, employee => employee with { Extension = "112" });
        var other = Assert.Single(ConfigurationValidator.Validate(taken));
        Assert.Equal((true, "$.employees[0].extension"), (other.IsWarning, other.Path));
        Assert.Contains("emergencyNumbers", other.Remedy, StringComparison.Ordinal);
        Assert.All(BrokenDocuments.All.Values, broken => Assert.DoesNotContain(
            ConfigurationValidator.Validate(broken.Break(Documents.Valid())), error => error.IsWarning));
    }

    [Fact]
    public void The_largest_document_is_valid_and_one_employee_more_is_too_much()
    {
        Assert.Empty(ConfigurationValidator.Validate(LargestDocument.Make()));

        var error = Assert.Single(ConfigurationValidator.Validate(LargestDocument.TooLarge()));
        Assert.Equal("$", error.Path);
        Assert.Contains($"use at most {ConfigurationJson.MostBytes}", error.Remedy);
    }

    [Fact]
    public void Fifteen_mistakes_are_all_reported_at_once()
    {
        var mistakes = new[]
        {
            "project without name", "unknown time zone", "unknown country", "quote in the realm", "department name twice",
            "ring time too short", "wrap-up too long", "surname missing", "e-mail of wrong form", "extension of employee and department",
            "number not E.164",
            "account password too short", "trunk transport", "allowed destination twice", "rona limit",
        };
        var document = mistakes.Aggregate(Documents.Valid(), (soFar, mistake) => BrokenDocuments.All[mistake].Break(soFar));
        var paths = ConfigurationValidator.Validate(document).Select(error => error.Path);
        Assert.Equal(mistakes.Select(mistake => BrokenDocuments.All[mistake].Path).Order(), paths.Order());
    }

    [Fact]
    public void Without_a_trunk_nothing_may_lead_outside()
    {
        var errors = ConfigurationValidator.Validate(Documents.Valid() with { Trunks = [] });
        Assert.Equal(
            [
                "$.allowedDestinations", "$.callerNumberRules[0]", "$.callerNumberRules[0].trunk", "$.callerNumberRules[1]",
                "$.employees[0].mainContacts[1].number", "$.numbers[1].leadsTo.otherwise.external",
            ],
            errors.Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_document_lacks_a_name_only() =>
        Assert.Equal("$.name", Assert.Single(ConfigurationValidator.Validate(new ProjectConfiguration())).Path);

    [Fact]
    public void A_document_of_endless_errors_is_reported_in_part()
    {
        var employees = Enumerable.Range(0, 5_000).Select(_ => new EmployeeConfiguration { Id = "", Surname = "", GivenName = "" });
        Assert.Equal(1000, ConfigurationValidator.Validate(Documents.Valid() with { Employees = [.. employees] }).Count);
    }

    [Theory]
    [InlineData("sip:olena@192.0.2.1", true)]
    [InlineData("sip:192.0.2.1:5070;transport=tcp", true)]
    [InlineData("sip:a@[2001:db8::1]:5060", true)]
    [InlineData("sip:a@host.example", true)]
    [InlineData("sip:a:secret@host.example", false)]
    [InlineData("sip:a@", false)]
    [InlineData("sip:@host", false)]
    [InlineData("sip:a@host:0", false)]
    [InlineData("sip:a@-host", false)]
    [InlineData("sips:a@host", false)]
    [InlineData("sip:a@host?subject=x", false)]
    [InlineData("sip:a@1.2.3", false)]
    public void A_fixed_uri_is_a_plain_sip_uri(string uri, bool valid)
    {
        var document = Documents.Valid().Employee(1, employee => employee with { MainContacts = [new ContactPoint(Uri: uri)] });
        Assert.Equal(valid, ConfigurationValidator.Validate(document).Count == 0);
    }

    [Theory]
    [InlineData("sale", "sales")]
    [InlineData("SALES", "sales")]
    [InlineData("suport", "support")]
    [InlineData("warehouse", null)]
    public void A_near_match_is_suggested_and_a_far_one_is_not(string typed, string? expected) =>
        Assert.Equal(expected, NearMatch.Of(typed, ["sales", "support"]));
}
