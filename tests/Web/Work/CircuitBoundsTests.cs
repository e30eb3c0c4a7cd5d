using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.SignIn;
using CallCenter.Web.Work;
using CallCenter.Web.Work.Circuits;
using Microsoft.AspNetCore.Http;

namespace CallCenter.Web.Tests.Work;

/// <summary>How many circuits may be connected at a time.</summary>
public class CircuitBoundsTests
{
    private readonly CircuitBounds _bounds = new();
    private readonly TaskCompletionSource _close = new();

    [Fact]
    public async Task One_person_has_so_many_and_others_notice_nothing()
    {
        var open = Enumerable.Range(0, CircuitBounds.MostOfOne).Select(_ => Connect("olena").Ends).ToArray();

        Assert.Equal(StatusCodes.Status429TooManyRequests, await Status(Connect("olena")));
        var other = Connect("ivan");
        Assert.Equal((CircuitBounds.MostOfOne + 1, StatusCodes.Status200OK), (_bounds.Open, other.Context.Response.StatusCode));

        _close.SetResult();
        await Task.WhenAll([.. open, other.Ends]);
        Assert.Equal(0, _bounds.Open);
        Assert.Equal(StatusCodes.Status200OK, await Status(Connect("olena")));
    }

    [Fact]
    public async Task All_together_have_so_many()
    {
        var open = Enumerable.Range(0, CircuitBounds.MostInAll).Select(n => Connect($"person-{n}").Ends).ToArray();

        Assert.Equal(StatusCodes.Status429TooManyRequests, await Status(Connect("one-more")));

        _close.SetResult();
        await Task.WhenAll(open);
    }

    private static async Task<int> Status((DefaultHttpContext Context, Task Ends) connection)
    {
        await connection.Ends;
        return connection.Context.Response.StatusCode;
    }

    private (DefaultHttpContext Context, Task Ends) Connect(string name)
    {
        var viewer = new Viewer(new ProjectId("main"), name, name, AccessLevel.Administrator, null);
        var context = new DefaultHttpContext { User = viewer.ToPrincipal("test") };
        context.Request.Path = WorkArea.HubPath;
        return (context, _bounds.InvokeAsync(context, _ => _close.Task));
    }
}
