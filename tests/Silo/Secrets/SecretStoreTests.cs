using System.Runtime.Versioning;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Secrets;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Secrets;

public sealed class SecretStoreTests : IDisposable
{
    private static readonly ProjectId Project = new("main");
    private static readonly ProjectConfiguration Document = new()
    {
        SipAccounts = [new SipAccountConfiguration("olena", "secret-of-olena"), new SipAccountConfiguration("taras", "secret-of-taras")],
        Trunks = [new TrunkConfiguration("carrier", "host", [], Password: "secret-of-carrier")],
    };

    private readonly TemporaryFolder _folder = new();

    private string SecretsFile => Path.Combine(_folder.Path, "secrets", "secrets.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Secrets_survive_a_restart()
    {
        Filled();
        var again = SecretStore.Open(_folder.Path);
        Assert.Equal("secret-of-olena", again.AccountPassword(Project, "olena"));
        Assert.Equal("secret-of-carrier", again.TrunkPassword(Project, "carrier"));
        Assert.Null(again.AccountPassword(new ProjectId("other"), "olena"));
        Assert.Null(again.AccountPassword(Project, "nobody"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_folder_and_files()
    {
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Filled();
        File.SetUnixFileMode(SecretsFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        SecretStore.Open(_folder.Path);
        var folder = Path.GetDirectoryName(SecretsFile)!;
        Assert.Equal(mine | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(mine, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void The_files_hold_no_password_in_clear()
    {
        Filled();
        Assert.DoesNotContain("secret-of", File.ReadAllText(SecretsFile));
    }

    [Fact]
    public void A_secret_moved_to_another_name_is_not_accepted()
    {
        Filled();
        var lines = File.ReadAllText(SecretsFile);
        File.WriteAllText(SecretsFile, lines.Replace("main/olena", "main/other", StringComparison.Ordinal));
        Assert.Throws<SecretsDamagedException>(() => SecretStore.Open(_folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void With_another_key_the_start_is_refused_with_the_file_named(int bytes)
    {
        Filled();
        File.WriteAllBytes(Path.Combine(_folder.Path, "secrets", "key"), new byte[bytes]);
        Assert.Contains("secrets", Assert.Throws<SecretsDamagedException>(() => SecretStore.Open(_folder.Path)).Message);
    }

    [Fact]
    public void Without_its_key_the_file_is_not_overwritten()
    {
        Filled();
        File.Delete(Path.Combine(_folder.Path, "secrets", "key"));
        Assert.Throws<SecretsDamagedException>(() => SecretStore.Open(_folder.Path));
        Assert.True(File.Exists(SecretsFile));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "secrets", "key")));
    }

    [Fact]
    public void A_half_written_file_beside_it_does_no_harm()
    {
        Filled();
        File.WriteAllText(SecretsFile + ".new", "{ \"format");
        Assert.Equal("secret-of-olena", SecretStore.Open(_folder.Path).AccountPassword(Project, "olena"));
    }

    [Fact]
    public void What_was_added_can_be_undone()
    {
        var store = Filled();
        var (_, changed) = DocumentSecrets.TakeOut(new ProjectConfiguration
        {
            SipAccounts = [new SipAccountConfiguration("olena", "another-secret"), new SipAccountConfiguration("new", "secret-of-new")],
        });
        var before = store.Add(Project, changed);
        Assert.Equal("another-secret", store.AccountPassword(Project, "olena"));
        store.Undo(Project, before);
        Assert.Equal("secret-of-olena", store.AccountPassword(Project, "olena"));
        Assert.Null(store.AccountPassword(Project, "new"));
    }

    [Fact]
    public void The_first_start_gives_the_administrator_a_password_once()
    {
        var store = SecretStore.Open(_folder.Path);
        var password = store.TakeFirstStartPassword();
        Assert.Matches("^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$", password);
        Assert.Null(store.TakeFirstStartPassword());
        var again = SecretStore.Open(_folder.Path);
        Assert.Null(again.TakeFirstStartPassword());
        Assert.Equal(PasswordFit.Yes, PasswordHashes.Fit(again.Now.AdministratorHash, password!));
    }

    [Fact]
    public void Nothing_of_it_prints_a_secret()
    {
        var (clean, secrets) = DocumentSecrets.TakeOut(Document);
        object[] printed = [Filled(), Filled().Now, secrets, clean, .. clean.SipAccounts, .. clean.Trunks];
        Assert.DoesNotContain("secret-of", string.Join(' ', printed));
    }

    private SecretStore Filled()
    {
        var store = SecretStore.Open(_folder.Path);
        store.Add(Project, DocumentSecrets.TakeOut(Document).Secrets);
        return store;
    }
}
