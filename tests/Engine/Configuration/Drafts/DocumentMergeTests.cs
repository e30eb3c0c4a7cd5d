using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Engine.Configuration.Drafts;

namespace CallCenter.Engine.Tests.Configuration.Drafts;

public class DocumentMergeTests
{
    private static readonly Dictionary<(string, string), string> Nobody = [];

    [Fact]
    public void A_document_is_the_same_after_it_was_taken_apart_and_put_together()
    {
        foreach (var document in new[] { Documents.Valid(), new ProjectConfiguration() })
            Assert.Equal(ConfigurationJson.Write(document), ConfigurationJson.Write(DocumentEntries.Of(document).ToDocument()));
    }

    [Fact]
    public void Changes_go_over_to_what_others_published_and_lose_nothing_of_it()
    {
        var origin = Documents.Valid();
        var mine = origin.Department(0, one => one with { RingSeconds = 25 }) with { TimeZone = "Europe/Warsaw" };
        var theirs = origin.Department(1, one => one with { WrapUpSeconds = 40 }) with
        {
            Employees = [.. origin.Employees, origin.Employees[0] with { Id = "new", Surname = "New" }],
        };

        var merged = DocumentMerge.Rebase(origin, mine, theirs);

        Assert.Equal((25, 40, "Europe/Warsaw"), (merged.Departments[0].RingSeconds, merged.Departments[1].WrapUpSeconds, merged.TimeZone));
        Assert.Equal(["olena", "taras", "new"], merged.Employees.Select(one => one.Id));
    }

    [Fact]
    public void What_was_removed_stays_removed_and_what_both_changed_is_as_in_mine()
    {
        var origin = Documents.Valid();
        var mine = origin.Department(0, one => one with { RingSeconds = 25 })
            with
        { CallerNumberRules = [], Numbers = [origin.Numbers[0]] };
        var theirs = origin.Department(0, one => one with { RingSeconds = 60, WrapUpSeconds = 1 });

        var merged = DocumentMerge.Rebase(origin, mine, theirs);

        Assert.Equal((25, 10), (merged.Departments[0].RingSeconds, merged.Departments[0].WrapUpSeconds));
        Assert.Equal("main", Assert.Single(merged.Numbers).Id);
        Assert.Empty(merged.CallerNumberRules);
    }

    [Fact]
    public void Own_prompts_of_two_administrators_are_both_kept()
    {
        var origin = Documents.Valid() with { Prompts = [new("greeting", "Greeting"), new("old", "Old")] };
        var mine = origin with { Prompts = [new("greeting", "Greeting", "Good day."), new("bye", "Farewell")] };
        var theirs = origin with { Prompts = [.. origin.Prompts, new("holiday", "Holiday")] };

        var merged = DocumentMerge.Rebase(origin, mine, theirs);

        Assert.Equal(
            [new("greeting", "Greeting", "Good day."), new("holiday", "Holiday"), new PromptConfiguration("bye", "Farewell")],
            merged.Prompts);
    }

    [Fact]
    public void A_comparison_names_each_property_that_differs_and_who_changed_it()
    {
        var before = Documents.Valid();
        var level = before.Departments[0].ServiceLevel with { GoalPercent = 90 };
        var after = before.Department(0, one => one with { ServiceLevel = level, MaxWaitSeconds = null }) with { Trunks = [] };
        var authors = new Dictionary<(string, string), string> { [("departments", "sales")] = "Olena" };

        var changes = DocumentComparison.Of(before, after, authors);

        Assert.Equal(
            [(DraftChangeKind.Changed, "departments", "Sales", "Olena"), (DraftChangeKind.Removed, "trunks", "carrier", null)],
            changes.Select(change => (change.Kind, change.Part, change.Name, change.By)));
        Assert.Equal(
            [new DraftProperty("maxWaitSeconds", "300", null), new DraftProperty("serviceLevel.goalPercent", "80", "90")],
            changes[0].Properties.OrderBy(property => property.Path, StringComparer.Ordinal));
    }

    [Fact]
    public void A_password_is_told_by_no_comparison()
    {
        var before = Documents.Valid();
        var after = before with { SipAccounts = [before.SipAccounts[0] with { Password = "top-secret" }, before.SipAccounts[1]] };

        var change = Assert.Single(DocumentComparison.Of(before, after, Nobody));

        Assert.Equal([new DraftProperty("password", null, null)], change.Properties);
        Assert.DoesNotContain("top-secret", $"{change} {change.Edit}", StringComparison.Ordinal);
    }
}
