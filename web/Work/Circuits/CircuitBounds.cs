using System.Collections.Concurrent;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Work.Circuits;

/// <summary>
/// How many circuits may be connected: of one person and in all. Who has too many is told so by 429 and his page tries again; nobody else
/// notices. A circuit takes memory as long as its page is open, and a person has as many as he has windows.
/// </summary>
public sealed class CircuitBounds : IMiddleware
{
    public const int MostOfOne = 20;
    public const int MostInAll = 500;

    private readonly ConcurrentDictionary<(string Project, string Name), int> _open = new();
    private int _inAll;

    public int Open => Volatile.Read(ref _inAll);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // The connection itself; its negotiation and the release of its data are short.
        if (context.Request.Path != WorkArea.HubPath || Viewer.Of(context.User) is not { } viewer)
        {
            await next(context);
            return;
        }

        var person = (viewer.Project.Value, viewer.Name);
        var ofOne = _open.AddOrUpdate(person, 1, static (_, count) => count + 1);
        var inAll = Interlocked.Increment(ref _inAll);
        try
        {
            if (ofOne > MostOfOne || inAll > MostInAll)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }

            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _inAll);
            Leave(person);
        }
    }

    private void Leave((string Project, string Name) person)
    {
        while (_open.TryGetValue(person, out var count))
        {
            var isLast = count == 1;
            if (isLast ? _open.TryRemove(KeyValuePair.Create(person, count)) : _open.TryUpdate(person, count - 1, count))
            {
                return;
            }
        }
    }
}
