using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Silo.Configuration;
using CallCenter.Silo.Secrets;
using CallCenter.Silo.Tests.Configuration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CallCenter.Silo.Tests.Secrets;

public sealed class SignInsTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private SecretStore _store = null!;
    private SignIns _signIns = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _store = SecretStore.Open(_silo.Folder);
        _signIns = new SignIns(_store, new SecondFactors(_store, _silo.Time), _silo.Projects, _silo.ProjectRegistry, _silo.Time);
        using var configurations = new Configurations(_silo.Projects, _store);
        Assert.Empty((await configurations.Import(SiloUnderTest.Project, SampleDocument.Json, null, SampleDocument.Author)).Errors);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task An_employee_signs_in_by_e_mail_with_what_the_configuration_lets_him_do()
    {
        var maria = await Check("Maria@Example.com", "change-me-maria");
        Assert.Equal(
            new SignedInUserExpectation("maria@example.com", "Марія Шевченко", AccessLevel.Supervisor, "maria"),
            new SignedInUserExpectation(maria!.Name, maria.DisplayName, maria.Access, maria.Employee!.Value.Value));
    }

    [Theory]
    [InlineData("maria@example.com", "wrong password")]
    [InlineData("nobody@example.com", "change-me-maria")]
    [InlineData("", "change-me-maria")]
    [InlineData("admin", "")]
    public async Task Whatever_does_not_fit_signs_nobody_in(string name, string password) =>
        Assert.Null(await Check(name, password));

    [Fact]
    public async Task The_administrator_signs_in_with_the_password_of_the_first_start_until_it_is_changed()
    {
        var password = _store.TakeFirstStartPassword()!;
        var admin = await Check("admin", password);
        Assert.Equal((AccessLevel.Administrator, (EmployeeId?)null), (admin!.Access, admin.Employee));
        Assert.True(await SetPassword("admin", "another password"));
        Assert.Null(await Check("admin", password));
        Assert.NotNull(await Check("admin", "another password"));
    }

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        Assert.True(await SetPassword("olena@example.com", "another password"));
        Assert.Null(await Check("olena@example.com", "change-me-olena"));
        Assert.NotNull(await Check("olena@example.com", "another password"));
        Assert.False(await SetPassword("nobody@example.com", "another password"));
    }

    [Theory]
    [InlineData("надійний пароль")]
    [InlineData("\u043D\u0430\u0434\u0456\u0438\u0306\u043D\u0438\u0438\u0306 пароль")] // й as и with a breve, as a Mac has it
    [InlineData("надійний\u00A0пароль")]
    public async Task A_password_is_the_same_in_every_unicode_form(string typed)
    {
        foreach (var set in new[] { typed, "надійний пароль" })
        {
            await SetPassword("olena@example.com", set);
            Assert.NotNull(await Check("olena@example.com", "надійний пароль"));
            Assert.NotNull(await Check("olena@example.com", typed));
        }
    }

    [Fact]
    public async Task A_hash_of_what_was_typed_still_fits_and_is_made_anew()
    {
        const string typed = "наді\u0438\u0306ний пароль";
        _store.SetSignIn(SiloUnderTest.Project, "olena", new PasswordHasher<object>().HashPassword(this, typed));
        Assert.Null(await Check("olena@example.com", "надійний пароль"));
        Assert.NotNull(await Check("olena@example.com", typed));
        Assert.NotNull(await Check("olena@example.com", "надійний пароль"));
    }

    [Theory]
    [InlineData("olena@example.com")]
    [InlineData("admin")]
    public async Task A_weak_hash_is_made_anew_with_the_first_sign_in_and_nobody_is_signed_out(string name)
    {
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
            .HashPassword(this, "an old password");
        if (name == "admin") _store.SetAdministrator(weak);
        else _store.SetSignIn(SiloUnderTest.Project, "olena", weak);
        string? Kept() => name == "admin" ? _store.Now.AdministratorHash : _store.SignInHash(SiloUnderTest.Project, "olena");

        Assert.Null(await Check(name, "a wrong password"));
        Assert.Equal(weak, Kept());
        var first = (await Check(name, "an old password"))!;
        var renewed = Kept();
        Assert.NotEqual(weak, renewed);
        Assert.Equal(first.Stamp, await _signIns.Stamp(first.Project, first.Employee));

        var again = (await Anew()
            .Check(name, "an old password")).Single();
        Assert.Equal((first.Stamp, renewed), (again.Stamp, Kept()));
        await SetPassword(name, "an old password");
        Assert.NotEqual(first.Stamp, await _signIns.Stamp(first.Project, first.Employee));
    }

    [Fact]
    public async Task A_stamp_changes_with_every_new_password_and_survives_a_restart()
    {
        var maria = (await Check("maria@example.com", "change-me-maria"))!;
        Assert.Equal(maria.Stamp, await _signIns.Stamp(maria.Project, maria.Employee));
        var restarted = Anew();
        Assert.Equal(maria.Stamp, await restarted.Stamp(maria.Project, maria.Employee));

        await SetPassword("maria@example.com", "change-me-maria");
        Assert.NotEqual(maria.Stamp, await _signIns.Stamp(maria.Project, maria.Employee));
        Assert.Null(await _signIns.Stamp(maria.Project, new EmployeeId("nobody")));
        Assert.Null(await _signIns.Stamp(maria.Project, null));
        _store.TakeFirstStartPassword();
        Assert.NotNull(await _signIns.Stamp(maria.Project, null));
    }

    [Fact]
    public async Task An_api_key_works_until_it_is_revoked_and_is_kept_as_a_hash()
    {
        var (key, clear) = await _signIns.CreateKey(SiloUnderTest.Project, "wallboard", AccessLevel.Supervisor);
        Assert.Equal(key, await _signIns.CheckKey(clear));
        Assert.Equal([key], await _signIns.Keys(SiloUnderTest.Project));
        Assert.DoesNotContain(clear.Split('_')[2], File.ReadAllText(Path.Combine(_silo.Folder, "secrets", "secrets.json")));
        var restarted = Anew();
        Assert.Equal(key, await restarted.CheckKey(clear));

        Assert.False(await _signIns.RevokeKey(new ProjectId("other"), key.Id));
        Assert.True(await _signIns.RevokeKey(SiloUnderTest.Project, key.Id));
        Assert.Null(await _signIns.CheckKey(clear));
        Assert.False(await _signIns.RevokeKey(SiloUnderTest.Project, key.Id));
    }

    [Fact]
    public async Task A_key_that_differs_in_one_character_is_refused()
    {
        var (_, clear) = await _signIns.CreateKey(SiloUnderTest.Project, "wallboard", AccessLevel.Supervisor);
        Assert.Null(await _signIns.CheckKey(clear[..^1] + (clear[^1] == 'a' ? 'b' : 'a')));
        Assert.Null(await _signIns.CheckKey(clear + "a"));
        Assert.Null(await _signIns.CheckKey(""));
        Assert.Null(await _signIns.CheckKey("cc__"));
    }

    private sealed record SignedInUserExpectation(string Name, string DisplayName, AccessLevel Access, string Employee);

    [Fact]
    public async Task The_same_e_mail_in_two_projects_signs_in_to_the_one_whose_password_fits_and_asks_only_where_both_do()
    {
        var shop = await _silo.Add("shop", new ProjectConfiguration { Name = "Shop" });
        using var configurations = new Configurations(_silo.Projects, _store);
        Assert.Empty((await configurations.Import(shop, SampleDocument.Json, null, SampleDocument.Author)).Errors);
        Assert.Equal([SiloUnderTest.Project, shop], await Projects("change-me-maria"));

        Assert.True(await _signIns.SetPassword(shop, "maria@example.com", "another password"));
        Assert.Equal([shop], await Projects("another password"));
        Assert.Equal([SiloUnderTest.Project], await Projects("change-me-maria"));
        Assert.Empty(await _signIns.Check("maria@example.com", "change-me-maria", shop));

        _silo.Set(shop, ProjectStanding.Suspended);
        Assert.Empty(await Projects("another password"));

        async Task<ProjectId[]> Projects(string password) =>
            [.. (await _signIns.Check("maria@example.com", password)).Select(user => user.Project)];
    }

    [Fact]
    public async Task The_operator_works_in_the_first_project_or_in_the_one_he_names()
    {
        var password = _store.TakeFirstStartPassword()!;
        var shop = await _silo.Add("shop", new ProjectConfiguration { Name = "Shop" });

        Assert.Equal(SiloUnderTest.Project, (await _signIns.Check("admin", password)).Single().Project);
        Assert.Equal(shop, (await _signIns.Check("admin", password, shop)).Single().Project);
        Assert.Empty(await _signIns.Check("admin", password, new ProjectId("none")));
    }

    private async Task<SignedInUser?> Check(string name, string password) => (await _signIns.Check(name, password)).SingleOrDefault();

    private async Task<bool> SetPassword(string name, string password)
    {
        if (name != SignedInUser.Operator) return await _signIns.SetPassword(SiloUnderTest.Project, name, password);
        await _signIns.SetOperatorPassword(password);
        return true;
    }

    // As after a restart.
    private SignIns Anew()
    {
        var store = SecretStore.Open(_silo.Folder);
        return new SignIns(store, new SecondFactors(store, _silo.Time), _silo.Projects, _silo.ProjectRegistry, _silo.Time);
    }
}
