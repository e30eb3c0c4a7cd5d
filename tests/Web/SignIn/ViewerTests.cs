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
    public void A_viewer_survives_the_way_through_claims() => Assert.Equal(Olena, Viewer.Of(Olena.ToPrincipal("test")));

    [Fact]
    public void Nobody_signed_in_is_no_viewer() => Assert.Null(Viewer.Of(new ClaimsPrincipal(new ClaimsIdentity())));

    [Fact]
    public void An_employee_sees_his_own_desk_only()
    {
        Assert.True(Olena.MaySee(new EmployeeId("olena")));
        Assert.False(Olena.MaySee(new EmployeeId("ivan")));
        Assert.True((Olena with { Access = AccessLevel.Supervisor }).MaySee(new EmployeeId("ivan")));
    }
}
