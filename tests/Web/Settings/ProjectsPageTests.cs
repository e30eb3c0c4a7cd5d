using System.Net;
using System.Net.Http.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Projects;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Tests.Api;
using CallCenter.Web.Tests.SignIn;

namespace CallCenter.Web.Tests.Settings;

/// <summary>Operators make, suspend and remove projects, by page and by API.</summary>
public sealed class ProjectsPageTests : IAsyncLifetime
{
    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_project_is_made_suspended_resumed_and_removed_and_each_is_noted()
    {
        using var form = await SettingsForm.Open(_server, "/settings/projects");
        Assert.Contains("You work in it", await form.Get("/settings/projects"), StringComparison.Ordinal);

        var (status, page) = await form.Post("make", ("Name", "shop"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("The project shop is made.", page, StringComparison.Ordinal);
        (_, page) = await form.Post("change", ("Act", "suspend shop"));
        Assert.Contains("Suspended", page, StringComparison.Ordinal);
        await form.Post("change", ("Act", "resume shop"));
        Assert.Contains(new PlacedProject(new ProjectId("shop"), ProjectStanding.Active), _server.Silo.Registry.Running);
        await form.Post("change", ("Act", "suspend shop"));
        (_, page) = await form.Post("change", ("Act", "remove shop"));
        Assert.DoesNotContain("<code>shop</code>", page, StringComparison.Ordinal);

        Assert.Equal(
            [
                AuditKind.ProjectMade, AuditKind.ProjectSuspended, AuditKind.ProjectResumed, AuditKind.ProjectSuspended,
                AuditKind.ProjectRemoved,
            ],
            _server.Silo.Projects.Noted.Select(entry => entry.Kind));
    }

    [Theory]
    [InlineData("Shop!", "is no name for a project")]
    [InlineData("main", "There is, or was, a project main")]
    public async Task A_name_that_cannot_be_is_refused_with_what_would_be_right_and_stays_typed(string name, string words)
    {
        using var form = await SettingsForm.Open(_server, "/settings/projects");

        var (status, page) = await form.Post("make", ("Name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_works_is_not_removed()
    {
        await _server.Silo.Registry.Add("shop");
        using var form = await SettingsForm.Open(_server, "/settings/projects");

        var (_, page) = await form.Post("change", ("Act", "remove shop"));

        Assert.Contains("Suspend shop before you remove it.", page, StringComparison.Ordinal);
        Assert.Contains(new PlacedProject(new ProjectId("shop"), ProjectStanding.Active), _server.Silo.Registry.Running);
    }

    [Fact]
    public async Task The_operator_goes_on_in_another_project_with_the_same_sign_in()
    {
        await _server.Silo.Registry.Add("shop");
        _server.Silo.Projects.Others.Enqueue(new ProjectId("shop"));
        using var form = await SettingsForm.Open(_server, "/settings/projects");

        var (status, _) = await form.Post("change", ("Act", "open shop"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal("admin", Assert.Single(_server.Silo.Projects.Noted, entry => entry.Kind == AuditKind.SignedIn).Actor.Name);
        Assert.Matches("<code>shop</code>(.|\\n)*You work in it", await form.Get("/settings/projects"));
    }

    [Fact]
    public async Task The_same_by_the_api_with_a_key_of_an_operator()
    {
        using var key = await _server.WithKey(AccessLevel.Administrator, isOperator: true);
        using var made = await key.PostAsJsonAsync("/api/v1/projects", new { name = "shop" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var again = await key.PostAsJsonAsync("/api/v1/projects", new { name = "shop" });
        await ProblemAssert.Is(again, 409, "project-exists");
        using var works = await key.DeleteAsync("/api/v1/projects/shop");
        await ProblemAssert.Is(works, 409, "project-not-suspended");
        using var suspended = await key.PutAsJsonAsync("/api/v1/projects/shop/standing", new { standing = "suspended" });
        Assert.Equal(HttpStatusCode.NoContent, suspended.StatusCode);
        Assert.Contains("\"standing\":\"suspended\"", await key.GetStringAsync("/api/v1/projects"), StringComparison.Ordinal);
        using var removed = await key.DeleteAsync("/api/v1/projects/shop");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var unknown = await key.DeleteAsync("/api/v1/projects/none");
        await ProblemAssert.Is(unknown, 404, "no-such-project");
        using var last = await key.DeleteAsync("/api/v1/projects/main");
        await ProblemAssert.Is(last, 409, "last-project");
    }

    [Fact]
    public async Task An_administrator_of_a_project_makes_no_key_for_the_projects_and_sets_no_password_of_the_operator()
    {
        using var administrator = await _server.WithKey(AccessLevel.Administrator);

        using var made = await administrator.PostAsJsonAsync("/api/v1/keys", new { name = "more", access = "operator" });
        Assert.Equal(["$.access"], await ProblemAssert.Is(made, 422, "invalid-value"));
        using var set = await administrator.PutAsJsonAsync("/api/v1/sign-ins/admin/password", new { password = "a new long password" });
        await ProblemAssert.Is(set, 404, "no-such-sign-in");
        Assert.Single(await _server.Silo.SignIns.Check("admin", FakeSignIns.Password));
    }

    [Fact]
    public async Task Who_is_known_in_two_projects_with_the_same_password_is_asked_which()
    {
        await _server.Silo.Registry.Add("shop");
        _server.Silo.SignIns.AlsoIn.Enqueue(new ProjectId("shop"));
        using var form = await SignInForm.Open(_server);

        using var asked = await form.Send(SampleProject.Employee, FakeSignIns.Password);
        var page = await asked.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.Contains("<option value=\"main\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"shop\">shop</option>", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{SampleProject.Employee}\"", page, StringComparison.Ordinal);

        using var signedIn = await form.Send(SampleProject.Employee, FakeSignIns.Password, project: "main");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        using var operatorToo = await form.Send("admin", FakeSignIns.Password);
        Assert.Equal(HttpStatusCode.Redirect, operatorToo.StatusCode);
    }

    [Fact]
    public async Task A_key_of_a_suspended_project_opens_nothing()
    {
        var (_, clear) = await _server.Silo.SignIns.CreateKey(new ProjectId("shop"), "hall", AccessLevel.Supervisor);
        await _server.Silo.Registry.Add("shop");
        await _server.Silo.Registry.Set(new ProjectId("shop"), ProjectStanding.Suspended);
        using var client = _server.Nobody();
        client.DefaultRequestHeaders.Add("X-Api-Key", clear);

        using var answer = await client.GetAsync("/api/v1/board");

        await ProblemAssert.Is(answer, 401, "key-refused");
    }
}
