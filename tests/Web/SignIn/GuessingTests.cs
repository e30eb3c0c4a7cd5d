using System.Net;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Tests.SignIn;

/// <summary>Guessing passwords over the wire, as fast as it goes.</summary>
public sealed class GuessingTests
{
    private const int FreeGuesses = 5;

    [Fact]
    public async Task Of_many_guesses_at_once_at_one_name_only_the_free_ones_are_looked_at()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => form.Send(SampleProject.Employee, $"guess {i}")));

        Assert.Equal(FreeGuesses, server.Silo.SignIns.Checked);
        Assert.Equal(FreeGuesses, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Unauthorized), answer =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        });
    }

    [Fact]
    public async Task Of_many_guesses_at_once_at_many_names_only_the_free_ones_are_looked_at()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => form.Send($"name{i}@example.com", "Summer2026")));

        Assert.Equal(30, server.Silo.SignIns.Checked);
    }

    [Fact]
    public async Task The_right_password_is_not_looked_at_either_while_one_has_to_wait()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        for (var i = 0; i < FreeGuesses; i++) (await form.Send(SampleProject.Employee, "wrong")).Dispose();
        using var right = await form.Send(SampleProject.Employee, FakeSignIns.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.False(right.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_known_and_an_unknown_name_are_answered_alike()
    {
        await using var server = await WebTestServer.Start();
        using var form = await SignInForm.Open(server);
        using var known = await form.Send(SampleProject.Employee, "wrong");
        using var unknown = await form.Send("nobody@example.com", "wrong");

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        var (one, other) = (await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(one.Replace(SampleProject.Employee, "nobody@example.com", StringComparison.Ordinal).Length, other.Length);
    }

    [Fact]
    public async Task Few_passwords_are_looked_at_at_a_time_and_the_line_has_an_end()
    {
        using var checks = new PasswordChecks();
        var turns = await Task.WhenAll(Enumerable.Range(0, PasswordChecks.AtOnce).Select(_ => checks.Enter(default).AsTask()));
        var waiting = Enumerable.Range(0, PasswordChecks.Line).Select(_ => checks.Enter(default).AsTask()).ToList();
        using var late = await checks.Enter(default);

        Assert.All(turns, turn => Assert.True(turn.IsAcquired));
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));
        Assert.False(late.IsAcquired);
        turns[0].Dispose();
        Assert.True((await waiting[0]).IsAcquired);
    }
}
