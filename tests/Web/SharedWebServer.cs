namespace CallCenter.Web.Tests;

/// <summary>One server for all tests of a class that change nothing on it.</summary>
public class SharedWebServer : IAsyncLifetime
{
    public WebTestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await WebTestServer.Start();
        Prepare(Server);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Before the first test.</summary>
    protected virtual void Prepare(WebTestServer server)
    {
    }
}
