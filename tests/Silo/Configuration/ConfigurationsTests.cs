using System.Text;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Secrets;

namespace CallCenter.Silo.Tests.Configuration;

/// <summary>Imports into a whole silo, whose data folder is then searched.</summary>
public sealed class ConfigurationsTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private SecretStore _store = null!;
    private Configurations _configurations = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _store = SecretStore.Open(_silo.Folder);
        _configurations = new Configurations(_silo.Projects, _store);
    }

    public async ValueTask DisposeAsync()
    {
        _configurations.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_valid_document_is_published_and_its_secrets_are_kept_apart()
    {
        var result = await Import(SampleDocument.Json);
        Assert.Equal((1, 0), (result.Version, result.Errors.Count));
        Assert.Equal("phone-secret-olena", _store.AccountPassword(SiloUnderTest.Project, "olena"));
        Assert.Equal("carrier-secret", _store.TrunkPassword(SiloUnderTest.Project, "carrier"));
        Assert.True(PasswordHashes.Fit(_store.SignInHash(SiloUnderTest.Project, "maria"), "change-me-maria"));
        var (_, document) = await _silo.Projects.Configuration(SiloUnderTest.Project);
        Assert.All(document.SipAccounts, account => Assert.Null(account.Password));
        Assert.Equal(
            new AuditEntry(AuditKind.ConfigurationPublished, SampleDocument.Author, "1"),
            Assert.Single(_silo.Events<AuditNoted>()).Entry);
    }

    [Fact]
    public async Task A_document_with_a_warning_is_published_and_the_warning_told()
    {
        var result = await Import(SampleDocument.With("\"dialled\": \"112\"", "\"dialled\": \"101\""));
        Assert.Equal(1, result.Version);
        Assert.Equal(("$.employees[0].extension", true), (Assert.Single(result.Errors).Path, result.Errors[0].IsWarning));
    }

    [Fact]
    public async Task No_clear_text_of_a_secret_is_in_any_file_event_or_export()
    {
        await Import(SampleDocument.Json);
        var export = Encoding.UTF8.GetString(await _configurations.Export(SiloUnderTest.Project));
        var events = string.Join('\n', _silo.Events());
        var files = Directory.GetFiles(_silo.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "lock").Select(ReadShared).ToList();
        Assert.Contains(files, content => content.AsSpan().IndexOf("olena@example.com"u8) >= 0);
        Assert.All(SampleDocument.Passwords, password =>
        {
            Assert.DoesNotContain(password, export);
            Assert.DoesNotContain(password, events);
            Assert.DoesNotContain(files, content => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(password)) >= 0);
        });
    }

    [Fact]
    public async Task An_export_can_be_imported_again_and_keeps_the_secrets()
    {
        await Import(SampleDocument.Json);
        var export = await _configurations.Export(SiloUnderTest.Project);
        Assert.Empty(await _configurations.Validate(SiloUnderTest.Project, export));
        Assert.Equal(2, (await Import(export)).Version);
        Assert.Equal("phone-secret-taras", _store.AccountPassword(SiloUnderTest.Project, "taras"));
        Assert.Equal(Encoding.UTF8.GetString(export), Encoding.UTF8.GetString(await _configurations.Export(SiloUnderTest.Project)));
    }

    [Fact]
    public async Task With_any_error_nothing_is_applied_and_every_error_is_told()
    {
        var broken = Encoding.UTF8.GetString(SampleDocument.With("\"101\"", "\"102\""))
            .Replace("\"inOrder\",", "\"inOrder\", \"color\": 1,");
        var result = await Import(Encoding.UTF8.GetBytes(broken));
        Assert.Null(result.Version);
        Assert.Equal(["$.departments[1].color", "$.employees[1].extension"], result.Errors.Select(error => error.Path));
        Assert.Equal(0, (await _silo.Projects.Configuration(SiloUnderTest.Project)).Version);
        Assert.Null(_store.AccountPassword(SiloUnderTest.Project, "olena"));
    }

    [Fact]
    public async Task An_account_or_trunk_without_any_password_is_an_error()
    {
        var without = Encoding.UTF8.GetString(SampleDocument.With("\"password\": \"phone-secret-taras\", ", ""))
            .Replace("\"password\": \"carrier-secret\",", "");
        var result = await Import(Encoding.UTF8.GetBytes(without));
        Assert.Equal(["$.sipAccounts[1].password", "$.trunks[0].password"], result.Errors.Select(error => error.Path));
    }

    [Fact]
    public async Task A_stale_document_is_refused_and_changes_no_secret()
    {
        await Import(SampleDocument.Json);
        var result = await _configurations.Import(
            SiloUnderTest.Project, SampleDocument.With("phone-secret-olena", "another-secret"), basedOn: 0, SampleDocument.Author);
        Assert.Contains("version 1 is published", Assert.Single(result.Errors).Problem);
        Assert.Equal("phone-secret-olena", _store.AccountPassword(SiloUnderTest.Project, "olena"));
    }

    [Fact]
    public async Task What_left_the_document_leaves_the_store()
    {
        await Import(SampleDocument.Json);
        var without = Encoding.UTF8.GetString(SampleDocument.Json)
            .Replace("{ \"username\": \"taras\", \"password\": \"phone-secret-taras\", \"label\": \"Стіл 2\" },", "")
            .Replace("{ \"account\": \"taras\" }", "{ \"uri\": \"sip:taras@192.0.2.1\" }");
        Assert.Empty((await Import(Encoding.UTF8.GetBytes(without))).Errors);
        Assert.Null(_store.AccountPassword(SiloUnderTest.Project, "taras"));
        Assert.Equal("phone-secret-olena", SecretStore.Open(_silo.Folder).AccountPassword(SiloUnderTest.Project, "olena"));
    }

    [Fact]
    public async Task The_project_file_is_imported_once_and_again_when_it_changed()
    {
        var importer = new ProjectFileImporter(_configurations);
        var file = Path.Combine(_silo.Folder, "project.json");
        File.Copy(SampleDocument.Path, file);
        Assert.Equal(1, await importer.Import(SiloUnderTest.Project, file));
        Assert.Equal(1, await importer.Import(SiloUnderTest.Project, file));
        await File.WriteAllBytesAsync(file, SampleDocument.With("phone-secret-olena", "another-secret"));
        Assert.Equal(1, await importer.Import(SiloUnderTest.Project, file));
        Assert.Equal("another-secret", _store.AccountPassword(SiloUnderTest.Project, "olena"));
        await File.WriteAllBytesAsync(file, SampleDocument.With("\"ringSeconds\": 15", "\"ringSeconds\": 25"));
        Assert.Equal(2, await importer.Import(SiloUnderTest.Project, file));
        Assert.Equal("file project.json", _silo.Events<ConfigurationPublished>()[^1].Author);
    }

    [Fact]
    public async Task A_project_file_with_errors_refuses_the_start_with_one_line_each()
    {
        var file = Path.Combine(_silo.Folder, "project.json");
        await File.WriteAllTextAsync(file, """{"name": "", "timeZone": "Mars"}""");
        var refused = await Assert.ThrowsAsync<ProjectFileException>(
            async () => await new ProjectFileImporter(_configurations).Import(SiloUnderTest.Project, file));
        Assert.Equal(2, refused.Errors.Count);
        var lines = refused.Message.Split('\n');
        Assert.StartsWith($"{file} $.name: the project's name is missing; ", lines[0]);
        Assert.StartsWith($"{file} $.timeZone: no time zone \"Mars\"; ", lines[1]);
    }

    [Fact]
    public async Task A_project_file_that_is_not_there_is_named()
    {
        var refused = await Assert.ThrowsAsync<ProjectFileException>(
            async () => await new ProjectFileImporter(_configurations).Import(SiloUnderTest.Project, "/nowhere/project.json"));
        Assert.Contains("/nowhere/project.json", refused.Message);
    }

    private ValueTask<ImportResult> Import(byte[] json) => _configurations.Import(SiloUnderTest.Project, json, null, SampleDocument.Author);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
