using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Configuration.Drafts;
using CallCenter.Silo.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Tests.Configuration.Drafts;

/// <summary>The draft of a whole silo: edits of several people, restarts, publishing, what others publish meanwhile.</summary>
public sealed class ConfigurationDraftsTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private SecretStore _store = null!;
    private Configurations _configurations = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _store = SecretStore.Open(_silo.Folder);
        _configurations = new Configurations(_silo.Projects, _store);
        Assert.Equal(1, (await _configurations.Import(SiloUnderTest.Project, SampleDocument.Json, null, SampleDocument.Author)).Version);
    }

    public async ValueTask DisposeAsync()
    {
        _configurations.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_in_the_draft_and_not_in_force_until_it_is_published()
    {
        var drafts = Drafts();
        await Rename(drafts, "Нова назва");
        Assert.NotEqual("Нова назва", await NameInForce());

        var published = await drafts.Publish(SiloUnderTest.Project, (await Read(drafts)).Revision, SampleDocument.Author);

        Assert.Equal(2, published?.Version);
        Assert.Equal("Нова назва", await NameInForce());
        Assert.Empty(await drafts.Changes(SiloUnderTest.Project));
    }

    [Fact]
    public async Task A_draft_outlives_a_restart_with_the_passwords_in_it_and_its_file_does_not_show_them()
    {
        var edit = DraftEdit.Of(null, new SipAccountConfiguration("new-phone", "phone-secret-new"));
        Assert.Empty((await Drafts().Edit(SiloUnderTest.Project, [edit], "Олена")).Conflicts);

        var after = Drafts();

        Assert.Null((await Read(after)).Document.SipAccounts.Single(one => one.Username == "new-phone").Password);
        Assert.Equal("Олена", Assert.Single(await after.Changes(SiloUnderTest.Project)).By);
        Assert.All(Directory.GetFiles(Path.Combine(_silo.Folder, "secrets")), file =>
            Assert.DoesNotContain("phone-secret-new", File.ReadAllText(file), StringComparison.Ordinal));
        await after.Publish(SiloUnderTest.Project, (await Read(after)).Revision, SampleDocument.Author);
        Assert.Equal("phone-secret-new", _store.AccountPassword(SiloUnderTest.Project, "new-phone"));
    }

    [Fact]
    public async Task Whoever_edits_what_somebody_else_changed_is_told_and_nothing_of_his_is_done()
    {
        var drafts = Drafts();
        var seen = (await Read(drafts)).Document;
        await Rename(drafts, "Перша", "Тарас");

        var answer = await drafts.Edit(
            SiloUnderTest.Project,
            [DraftEdit.OfWhole("timeZone", seen.TimeZone, "Europe/Warsaw"), DraftEdit.OfWhole("name", seen.Name, "Друга")], "Олена");

        Assert.Equal([new DraftConflict("name", "", "Тарас", "\"Перша\"")], answer.Conflicts);
        Assert.Equal((seen.TimeZone, "Перша"), ((await Read(drafts)).Document.TimeZone, (await Read(drafts)).Document.Name));
    }

    [Fact]
    public async Task Changes_go_over_to_a_document_that_was_imported_meanwhile()
    {
        var drafts = Drafts();
        await Rename(drafts, "Моя назва");
        await _configurations.Import(
            SiloUnderTest.Project, SampleDocument.With("\"dialled\": \"112\"", "\"dialled\": \"103\""), null, SampleDocument.Author);

        var draft = await Read(drafts);

        Assert.Equal((2, "Моя назва", "103"), (draft.BasedOn, draft.Document.Name, draft.Document.EmergencyNumbers[0].Dialled));
        Assert.Equal("name", Assert.Single(await drafts.Changes(SiloUnderTest.Project)).Part);
    }

    [Fact]
    public async Task Errors_are_told_and_keep_it_from_being_published()
    {
        var drafts = Drafts();
        await Rename(drafts, "");

        var draft = await Read(drafts);
        var result = await drafts.Publish(SiloUnderTest.Project, draft.Revision, SampleDocument.Author);

        Assert.Contains(draft.Findings, finding => !finding.IsWarning);
        Assert.Equal((null, "$.name"), (result!.Version, result.Errors[0].Path));
        Assert.NotEqual("", await NameInForce());
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_looked_at_is_not_published()
    {
        var drafts = Drafts();
        var looked = (await Read(drafts)).Revision;
        await Rename(drafts, "Інша");

        Assert.Null(await drafts.Publish(SiloUnderTest.Project, looked, SampleDocument.Author));
        Assert.NotEqual("Інша", await NameInForce());
    }

    [Fact]
    public async Task Each_change_can_be_taken_back_and_all_of_them_discarded()
    {
        var drafts = Drafts();
        var account = (await Read(drafts)).Document.SipAccounts[0];
        await drafts.Edit(SiloUnderTest.Project, [DraftEdit.Of(account, account with { Password = "another-secret" })], "Олена");
        await Rename(drafts, "Інша");
        var password = (await drafts.Changes(SiloUnderTest.Project)).Single(change => change.Part == "sipAccounts");

        await drafts.Edit(SiloUnderTest.Project, [password.Edit], "Олена");
        Assert.Equal("name", Assert.Single(await drafts.Changes(SiloUnderTest.Project)).Part);
        await drafts.Discard(SiloUnderTest.Project, (await Read(drafts)).Revision);

        Assert.Empty(await drafts.Changes(SiloUnderTest.Project));
    }

    [Fact]
    public async Task An_earlier_version_is_compared_and_brought_back()
    {
        var drafts = Drafts();
        var first = (await _silo.Projects.Configuration(SiloUnderTest.Project)).Document;
        await Rename(drafts, "Друга версія");
        await drafts.Publish(SiloUnderTest.Project, (await Read(drafts)).Revision, SampleDocument.Author);

        var difference = Assert.Single(await drafts.Compare(SiloUnderTest.Project, first));
        await drafts.Load(SiloUnderTest.Project, first, "Тарас");

        Assert.Equal(("name", (string?)null), (difference.Part, difference.By));
        Assert.Equal("Тарас", Assert.Single(await drafts.Changes(SiloUnderTest.Project)).By);
        Assert.Equal(3, (await drafts.Publish(SiloUnderTest.Project, (await Read(drafts)).Revision, SampleDocument.Author))!.Version);
        Assert.Equal(first.Name, await NameInForce());
    }

    [Fact]
    public async Task What_is_no_entry_of_a_document_is_refused()
    {
        var drafts = Drafts();
        DraftEdit[] wrong =
        [
            new("nothing", "", null, "1"), new("employees", "", null, "{}"), new("name", "key", null, "\"x\""),
            new("targets", "", null, "[1"), new("departments", "d", null, "{\"id\":7}"),
            DraftEdit.Of(null, new SipAccountConfiguration("one")) with { Key = "another" },
        ];
        foreach (var edit in wrong)
            await Assert.ThrowsAsync<FormatException>(async () => await drafts.Edit(SiloUnderTest.Project, [edit], "Олена"));
        Assert.Empty(await drafts.Changes(SiloUnderTest.Project));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_set_aside_and_a_new_one_begins()
    {
        await Rename(Drafts(), "Загублена");
        var file = Path.Combine(_silo.Folder, "secrets", $"draft-{SiloUnderTest.Project.Value}");
        await File.WriteAllTextAsync(file, "damaged");

        Assert.Empty(await Drafts().Changes(SiloUnderTest.Project));

        Assert.Equal("damaged", await File.ReadAllTextAsync(file + ".unreadable"));
        await Rename(Drafts(), "Нова");
        Assert.Single(await Drafts().Changes(SiloUnderTest.Project));
    }

    [Fact]
    public async Task Whoever_has_the_page_open_is_seen_by_the_others_until_he_leaves()
    {
        var time = new LeapingTime();
        var drafts = Drafts(time);
        var olena = new DraftEditor("Олена", "w1", new DraftPlace("departments", "sales"));
        await drafts.Attend(SiloUnderTest.Project, olena);

        var others = (await drafts.Attend(SiloUnderTest.Project, new DraftEditor("Тарас", "w2", null))).Others;
        time.Leap(TimeSpan.FromSeconds(9));
        var later = (await drafts.Attend(SiloUnderTest.Project, new DraftEditor("Тарас", "w2", null))).Others;

        Assert.Equal([olena], others);
        Assert.Empty(later);
    }

    private ConfigurationDrafts Drafts(TimeProvider? time = null) => new(
        _silo.Projects, _configurations, _store, time ?? TimeProvider.System, NullLogger<ConfigurationDrafts>.Instance);

    private static ValueTask<ConfigurationDraft> Read(ConfigurationDrafts drafts) => drafts.Read(SiloUnderTest.Project);

    private static async Task Rename(ConfigurationDrafts drafts, string name, string by = "Олена") => Assert.Empty((await drafts.Edit(
        SiloUnderTest.Project, [DraftEdit.OfWhole("name", (await Read(drafts)).Document.Name, name)], by)).Conflicts);

    private async Task<string> NameInForce() => (await _silo.Projects.Configuration(SiloUnderTest.Project)).Document.Name;
}
