using System.Security.Claims;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Tests.SignIn;

public sealed class ViewerTests
{
    private static readonly Viewer Olena =
        new(new ProjectId("main"), "olena@example.com", "Олена Коваль", AccessLevel.Employee, new EmployeeId("olena"));

    [Fact]
    public void A_viewer_survives_the_way_through_claims()
    {
        var head = Olena with { Access = AccessLevel.Supervisor, Supervises = [new("sales"), new("support")] };

        Assert.Equivalent(head, Viewer.Of(head.ToPrincipal("test")), strict: true);
    }

    [Fact]
    public void Nobody_signed_in_is_no_viewer() => Assert.Null(Viewer.Of(new ClaimsPrincipal(new ClaimsIdentity())));

    [Theory]
    [InlineData(AccessLevel.Employee, "signed-in")]
    [InlineData(AccessLevel.Analyst, "signed-in watch listen watch-whole")]
    [InlineData(AccessLevel.Supervisor, "signed-in watch listen watch-whole intervene supervise link-clients")]
    [InlineData(AccessLevel.Administrator, "signed-in watch listen watch-whole intervene supervise link-clients administer")]
    public void Each_level_has_the_rights_of_those_below(AccessLevel access, string rights)
    {
        var viewer = Olena with { Access = access };

        Assert.Equal(rights, string.Join(' ', Rights.All.Where(viewer.May).Select(right => right.Policy)));
    }

    [Fact]
    public void Whoever_sees_some_departments_has_nothing_that_shows_the_whole_and_asks_for_no_others()
    {
        var head = Olena with { Access = AccessLevel.Supervisor, Supervises = [new("support")] };

        Assert.Equal(
            "signed-in watch listen intervene supervise", string.Join(' ', Rights.All.Where(head.May).Select(right => right.Policy)));
        Assert.Equal([new DepartmentId("support")], head.Within([]));
        Assert.Equal([new DepartmentId("support")], head.Within([new("sales")]));
        Assert.Equal([new DepartmentId("support")], head.Within([new("sales"), new("support")]));
    }
}
