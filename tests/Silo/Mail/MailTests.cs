using System.Text.RegularExpressions;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Tests.Cluster;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CallCenter.Silo.Tests.Mail;

/// <summary>Letters of a whole silo on a real PostgreSQL, through a real mail server.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private const string Olena = "olena@example.com";

    /// <summary>
    /// As it lies in the database; never edited: what a version kept is read by every later one. Classes must keep their names.
    /// </summary>
    private const string FirstVersion = """
        {"$id":"1","$type":"CallCenter.Grains.Letters.LetterQueue, CallCenter.Grains","LastId":2,"Letters":{"$type":
        "System.Collections.Generic.List`1[[CallCenter.Grains.Letters.KeptLetter, CallCenter.Grains]], System.Private.CoreLib","$values":[
        {"$id":"2","$type":"CallCenter.Grains.Letters.KeptLetter, CallCenter.Grains","Id":1,"Kind":2,"Employee":"olena",
        "To":"olena@example.com","ToName":"Олена","Subject":"","Text":"","Html":"","State":2,"At":1795797100000,"Attempts":2,"NextAt":0,
        "Failure":null,"Said":null},
        {"$id":"3","$type":"CallCenter.Grains.Letters.KeptLetter, CallCenter.Grains","Id":2,"Kind":3,"Employee":"olena",
        "To":"olena@example.com","ToName":"Олена","Subject":"Доступ","Text":"link: {token} end","Html":"<p>link: {token} end</p>",
        "State":1,"At":1795797200041,"Attempts":1,"NextAt":4102444800000,"Failure":2,"Said":"Connection refused"}]}}
        """;

    private static readonly ProjectId Project = new("main");
    private static readonly AuditActor Admin = SampleActs.Admin;

    private readonly ClusterUnderTest _cluster = new();
    private MailServer _server = new();
    private IHost _silo = null!;

    private IMailGrain Mail => _silo.Services.GetRequiredService<IGrainFactory>().Mail(Project);

    private IDraftGrain Draft => _silo.Services.GetRequiredService<IGrainFactory>().Draft(Project);

    private ISignIns SignIns => _silo.Services.GetRequiredService<ISignIns>();

    public async ValueTask InitializeAsync()
    {
        _silo = await _cluster.StartAlone(await _cluster.Database());
        await Publish(mail => mail);
        // The tables of a new database come a moment after the silo.
        await Eventually.Holds(async () => await Works(async () => await Mail.Letters() is []));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_brings_a_token_by_which_a_password_is_set_once()
    {
        Assert.True(await Mail.Post([Invitation("olena", Olena)]));

        var letter = await _server.Next(Olena);
        var token = TokenOf(letter.TextBody);
        Assert.Equal(("Доступ", "Затишок", "auto-generated"),
            (letter.Subject, letter.From.Single().Name, letter.Headers[MimeKit.HeaderId.AutoSubmitted]));
        Assert.Equal(token, TokenOf(letter.HtmlBody));
        Assert.Equal(Olena, (await SignIns.FindToken(token))?.Email);
        Assert.NotNull(await SignIns.UseToken(token, "a password of Olena"));
        Assert.Null(await SignIns.UseToken(token, "another password of Olena"));
        Assert.Single(await SignIns.Check(Olena, "a password of Olena"));
        await Eventually.Holds(async () => await Line() is { State: LetterState.Sent, Failure: null, Attempts: 1 });
    }

    [Fact]
    public async Task A_letter_sent_again_makes_the_one_before_void()
    {
        await Mail.Post([Invitation("olena", Olena)]);
        var first = TokenOf((await _server.Next(Olena)).TextBody);
        await Mail.Post([Invitation("olena", Olena)]);
        var second = TokenOf((await _server.Next(Olena)).TextBody);

        Assert.Null(await SignIns.FindToken(first));
        Assert.NotNull(await SignIns.FindToken(second));
    }

    [Fact]
    public async Task While_the_mail_server_is_away_letters_wait_over_a_restart()
    {
        await _server.DisposeAsync();
        await Mail.Post([Invitation("olena", Olena)]);
        await Eventually.Holds(async () => await Line() is { State: LetterState.Waiting, Failure.Kind: MailFailureKind.Unreachable });
        Assert.Null(Assert.Single(await SignIns.Standings(Project), standing => standing.Employee.Value == "olena").TokenUntil);

        await _cluster.End(_silo);
        _server = new MailServer(_server.Port);
        _silo = await _cluster.StartAlone(await _cluster.Database());
        await Eventually.Holds(async () => await Works(async () => await Line() is { State: LetterState.Waiting, Attempts: 1 }));
        Assert.True(await Mail.TryNow((await Line())!.Id));

        Assert.NotNull(await SignIns.FindToken(TokenOf((await _server.Next(Olena)).TextBody)));
        await Eventually.Holds(async () => await Line() is { State: LetterState.Sent, Attempts: 2 });
    }

    [Fact]
    public async Task What_the_server_will_never_take_is_not_tried_again()
    {
        await Publish(mail => mail, employee: MailServer.Nobody);
        await Mail.Post([Invitation("olena", MailServer.Nobody)]);
        await Eventually.Holds(async () => await Line() is { State: LetterState.Failed, Failure.Kind: MailFailureKind.Refused });
    }

    [Fact]
    public async Task A_letter_to_an_address_that_is_another_by_now_does_not_leave()
    {
        await Mail.Post([Invitation("olena", "old@example.com")]);
        await Eventually.Holds(async () => await Line() is { State: LetterState.Failed, Failure.Kind: MailFailureKind.NoEmployee });
        Assert.Empty(_server.Letters);
    }

    [Fact]
    public async Task A_letter_that_was_given_up_is_not_sent()
    {
        await _server.DisposeAsync();
        await Mail.Post([Invitation("olena", Olena)]);
        await Eventually.Holds(async () => await Line() is { Attempts: 1 });

        Assert.True(await Mail.GiveUp((await Line())!.Id));
        Assert.False(await Mail.TryNow((await Line())!.Id));
        Assert.Equal(LetterState.Failed, (await Line())!.State);
    }

    [Fact]
    public async Task More_letters_than_may_wait_are_refused_as_a_whole()
    {
        await _server.DisposeAsync();
        Letter[] many = [.. Enumerable.Range(0, 501).Select(i => Invitation("olena", $"olena{i}@example.com"))];

        Assert.False(await Mail.Post(many));
        Assert.Empty(await Mail.Letters());
    }

    [Theory]
    [InlineData("wrong password", MailFailureKind.SignIn)]
    [InlineData("other port", MailFailureKind.Unreachable)]
    [InlineData("no encryption there", MailFailureKind.NotEncrypted)]
    [InlineData("no server", MailFailureKind.NoServer)]
    public async Task A_test_letter_says_what_is_wrong_with_the_server_of_the_draft(string wrong, MailFailureKind kind)
    {
        await Publish(mail => wrong switch
        {
            "wrong password" => mail with { Password = "not the password" },
            "other port" => mail with { Port = 1 },
            "no encryption there" => mail with { Security = MailSecurity.StartTls },
            _ => mail with { Host = null },
        });

        Assert.Equal(kind, (await Draft.TryMail(Invitation("olena", Olena) with { Employee = null }))?.Kind);
    }

    [Fact]
    public async Task A_server_that_lets_nobody_in_is_asked_once_for_all_letters()
    {
        await Publish(mail => mail with { Password = "not the password" });

        await Mail.Post([Invitation("olena", Olena), Invitation("olena", Olena), Invitation("olena", Olena)]);

        await Eventually.Holds(async () =>
            (await Mail.Letters()).All(line => line is { Attempts: 1, Failure.Kind: MailFailureKind.SignIn }));
        Assert.Equal(1, _server.Connections);
        Assert.Null(Assert.Single(await SignIns.Standings(Project)).TokenUntil);
    }

    [Fact]
    public async Task The_password_of_the_mail_server_is_in_no_document_and_goes_with_its_user_name()
    {
        var configurations = _silo.Services.GetRequiredService<IConfigurations>();
        Assert.DoesNotContain(MailServer.Password, Text(await configurations.Export(Project)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            MailServer.Password, await File.ReadAllTextAsync(Path.Combine(_cluster.Folder.Path, "alone", "secrets", "secrets.json")),
            StringComparison.Ordinal);

        await Publish(mail => mail with { Username = null, Password = null });
        var again = await configurations.Validate(Project, ConfigurationJson.Write(Document(mail => mail with { Password = null })));

        Assert.Contains(again, error => error.Path == "$.mail.password" && !error.IsWarning);
    }

    [Fact]
    public async Task A_queue_that_the_first_version_kept_is_read()
    {
        await Mail.Post([Invitation("olena", Olena)]);
        await _cluster.End(_silo);
        var postgres = await _cluster.Postgres();
        var database = new NpgsqlConnectionStringBuilder(await _cluster.Database()).Database!;
        await postgres.Execute($"UPDATE orleans.grain_state SET payload = convert_to('{FirstVersion}', 'UTF8')", database);
        _silo = await _cluster.StartAlone(await _cluster.Database());
        await Eventually.Holds(async () => await Works(async () => await Mail.Letters() is { Length: 2 }));

        Assert.Equal(
            [
                new LetterLine(
                    2, LetterKind.ForgottenPassword, Olena, "Олена", LetterState.Waiting, 1_795_797_200_041, 1, 4_102_444_800_000,
                    new MailFailure(MailFailureKind.Unreachable, "Connection refused")),
                new LetterLine(1, LetterKind.Invitation, Olena, "Олена", LetterState.Sent, 1_795_797_100_000, 2, null, null),
            ],
            await Mail.Letters());
        Assert.True(await Mail.TryNow(2));
        Assert.Equal("link: ", (await _server.Next(Olena)).TextBody?[..6]);
    }

    private static string Text(byte[] utf8) => System.Text.Encoding.UTF8.GetString(utf8);

    private static Letter Invitation(string employee, string to) => new(
        LetterKind.Invitation, new EmployeeId(employee), to, "Олена", "Доступ", $"link: {Letter.TokenPlace} end",
        $"<p>link: {Letter.TokenPlace} end</p>");

    private static string TokenOf(string? body) => Regex.Match(body ?? "", "link: ([a-z0-9]+) end").Groups[1].Value;

    private static async ValueTask<bool> Works(Func<ValueTask<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OrleansException)
        {
            return false;
        }
    }

    private async ValueTask<LetterLine?> Line() => (await Mail.Letters()).FirstOrDefault();

    private ProjectConfiguration Document(Func<MailConfiguration, MailConfiguration> mail, string employee = Olena) => new()
    {
        Name = "Затишок",
        Employees =
        [
            new EmployeeConfiguration
            {
                Id = "olena", Surname = "Коваль", GivenName = "Олена", Email = employee,
                MainContacts = [new ContactPoint(Uri: "sip:1@127.0.0.1")],
            },
        ],
        Mail = mail(new MailConfiguration(
            "127.0.0.1", _server.Port, MailSecurity.None, MailServer.Username, MailServer.Password, "calls@example.com")),
    };

    private async Task Publish(Func<MailConfiguration, MailConfiguration> mail, string employee = Olena)
    {
        var result = await _silo.Services.GetRequiredService<IConfigurations>().Import(
            Project, ConfigurationJson.Write(Document(mail, employee)), null, Admin);
        Assert.True(result.Version is not null, string.Join('\n', result.Errors.Select(error => $"{error.Path}: {error.Problem}")));
    }
}
