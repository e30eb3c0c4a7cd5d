using CallCenter.Abstractions;
using CallCenter.Journal;
using CallCenter.Silo.Secrets;
using OtpNet;

namespace CallCenter.Silo.Tests.Secrets;

/// <summary>Codes of authenticator apps.</summary>
public sealed class SecondFactorTests : IDisposable
{
    private static readonly ProjectId Project = new("main");
    private static readonly EmployeeId Olena = new("olena");

    private readonly string _folder = Directory.CreateTempSubdirectory("second-factors-").FullName;
    private readonly LeapingTime _time = new();
    private readonly SecretStore _store;
    private readonly SecondFactors _factors;

    public SecondFactorTests()
    {
        _store = SecretStore.Open(_folder);
        _factors = new SecondFactors(_store, _time);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_secret_counts_once_its_first_code_was_typed()
    {
        var secret = _factors.NewSecret();
        Assert.False(_factors.Set(Project, Olena, secret, "000"));
        Assert.False(_factors.Has(Project, Olena));

        Assert.True(_factors.Set(Project, Olena, secret, Code(secret)));
        Assert.True(_factors.Has(Project, Olena));
        Assert.False(_factors.Has(Project, null));
        Assert.False(_factors.Has(new ProjectId("other"), Olena));
    }

    [Fact]
    public void No_secret_takes_the_place_of_another_until_that_is_removed()
    {
        var (his, other) = (_factors.NewSecret(), _factors.NewSecret());
        Assert.True(_factors.Set(Project, Olena, his, Code(his)));

        Assert.False(_factors.Set(Project, Olena, other, Code(other)));
        _time.Leap(TimeSpan.FromSeconds(30));
        Assert.True(_factors.Check(Project, Olena, Code(his)));
        Assert.True(_factors.Remove(Project, Olena));
        Assert.True(_factors.Set(Project, Olena, other, Code(other)));
    }

    [Fact]
    public void Each_code_fits_once_and_only_near_its_time()
    {
        var secret = _factors.NewSecret();
        _factors.Set(Project, Olena, secret, Code(secret));
        Assert.False(_factors.Check(Project, Olena, Code(secret)));

        _time.Leap(TimeSpan.FromSeconds(30));
        var next = Code(secret);
        Assert.True(_factors.Check(Project, Olena, $"{next[..3]} {next[3..]}"));
        Assert.False(_factors.Check(Project, Olena, next));
        Assert.False(_factors.Check(Project, null, next));

        var early = Code(secret, _time.GetUtcNow().AddSeconds(-90));
        Assert.False(_factors.Check(Project, Olena, early));
    }

    [Fact]
    public void It_is_kept_encrypted_over_a_restart_until_it_is_removed_or_its_employee_is_gone()
    {
        var secret = _factors.NewSecret();
        _factors.Set(Project, Olena, secret, Code(secret));
        _factors.Set(Project, null, secret, Code(secret));
        Assert.DoesNotContain(secret, File.ReadAllText(Path.Combine(_folder, "secrets", "secrets.json")), StringComparison.Ordinal);

        var again = SecretStore.Open(_folder);
        var restarted = new SecondFactors(again, _time);
        Assert.True(restarted.Has(Project, Olena));
        again.Prune(Project, new Abstractions.Configuration.ProjectConfiguration());
        Assert.False(restarted.Has(Project, Olena));
        Assert.True(restarted.Has(Project, null));
        Assert.True(restarted.Remove(Project, null));
        Assert.False(restarted.Remove(Project, null));
    }

    [Fact]
    public async Task An_operator_without_his_telephone_gets_in_again_by_the_command_line_while_no_server_runs()
    {
        var secret = _factors.NewSecret();
        _factors.Set(Project, null, secret, Code(secret));
        _factors.Set(Project, Olena, secret, Code(secret));
        var said = new StringWriter();
        using (FolderLock.Take(DataFolders.JournalOf(_folder)))
        {
            Assert.Equal(1, await OperatorCommand.Run(_folder, said, said));
        }

        Assert.Equal(0, await OperatorCommand.Run(_folder, said, said));

        var factors = new SecondFactors(SecretStore.Open(_folder), _time);
        Assert.Equal((false, true), (factors.Has(Project, null), factors.Has(Project, Olena)));
        Assert.Contains("Sign in as admin with the password ", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await OperatorCommand.Run(Path.Combine(_folder, "nowhere"), said, said));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base 32!")]
    [InlineData("JBSWY3DPEHPK3PXP")]
    public void What_is_no_secret_of_ours_is_not_taken(string secret) => Assert.False(_factors.Set(Project, Olena, secret, "123456"));

    private string Code(string secret, DateTimeOffset? at = null) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp((at ?? _time.GetUtcNow()).UtcDateTime);
}
