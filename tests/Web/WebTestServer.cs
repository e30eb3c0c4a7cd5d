using System.Net;
using System.Net.Http.Headers;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains;
using CallCenter.Silo.Cluster;
using CallCenter.Silo.Configuration.Drafts;
using CallCenter.Silo.Mail;
using CallCenter.Silo.Media.Prompts;
using CallCenter.Silo.Secrets;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.SignIn;
using CallCenter.Web.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace CallCenter.Web.Tests;

/// <summary>The whole web server on a free port of loopback, with a silo of the test's choice behind it.</summary>
public sealed class WebTestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _data;

    private WebTestServer(WebApplication app, string data, FakeSilo silo)
    {
        _app = app;
        _data = data;
        Silo = silo;
        Address = new Uri(app.Urls.Single());
    }

    public FakeSilo Silo { get; }

    /// <summary>What grains keep.</summary>
    public FakeGrainStates States => (FakeGrainStates)_app.Services.GetRequiredKeyedService<IGrainStorage>(GrainStateNames.Storage);

    public Uri Address { get; }

    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints =>
        _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    public T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<WebTestServer> Start(
        Action<IServiceCollection>? more = null, Func<StartOptions, StartOptions>? options = null)
    {
        var silo = new FakeSilo();
        var data = Directory.CreateTempSubdirectory("web-tests-").FullName;
        var sounds = new BuiltInSounds(Path.Combine(data, "prompts"), NullLogger.Instance).Open(FakeSilo.Project);
        var usual = new StartOptions(data, 0, 5060, IPAddress.Loopback, null, false);
        var app = WebServer.Build(options?.Invoke(usual) ?? usual, services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.AddSingleton<IProjects>(silo.Projects);
            services.AddSingleton<IHistoryReader>(silo.History);
            services.AddSingleton<ISignIns>(silo.SignIns);
            services.AddSingleton<IProjectRegistry>(silo.Registry);
            services.AddSingleton<IConfigurations>(silo.Configurations);
            services.AddSingleton(SecretStore.Open(data));
            services.AddSingleton<ISecondFactors, SecondFactors>();
            services.AddSingleton<ConfigurationDrafts>();
            services.AddSingleton<IDrafts>(provider => provider.GetRequiredService<ConfigurationDrafts>());
            services.AddSingleton<IMail, MailSender>();
            services.AddSingleton<ISiloHealth>(silo);
            services.AddSingleton<IRecordings>(silo.Recordings);
            services.AddSingleton<IPrompts>(new ProjectPrompts(_ => sounds, silo.Projects));
            services.AddKeyedSingleton<IGrainStorage>(GrainStateNames.Storage, new FakeGrainStates());
            more?.Invoke(services);
            services.AddOwnCluster();
        });
        silo.SignIns.Factors = app.Services.GetRequiredService<ISecondFactors>();
        await app.StartAsync();
        return new WebTestServer(app, data, silo);
    }

    /// <summary>Puts another configuration in force, for pages and sign-ins alike.</summary>
    public void With(Func<ProjectConfiguration, ProjectConfiguration> change)
    {
        Silo.SignIns.Document = change(Silo.SignIns.Document);
        Silo.Projects.Put(Silo.SignIns.Document);
    }

    /// <summary>A client that nobody knows; it follows no redirect.</summary>
    public HttpClient Nobody() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A client with a new API key.</summary>
    public async Task<HttpClient> WithKey(AccessLevel access, bool isOperator = false)
    {
        var (_, clearText) = await Silo.SignIns.CreateKey(FakeSilo.Project, "test key", access, isOperator);
        var client = Nobody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", clearText);
        return client;
    }

    /// <summary>A client signed in as a person of the sample project (<c>admin</c>, <see cref="SampleProject.Supervisor"/> …).</summary>
    public async Task<HttpClient> SignedIn(string name)
    {
        var client = Nobody();
        client.DefaultRequestHeaders.Add("Cookie", $"{CookieName}={await CookieOf(name)}");
        return client;
    }

    public string CookieName => CookieOptions.Cookie.Name!;

    private CookieAuthenticationOptions CookieOptions =>
        _app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInArea.Scheme);

    /// <summary>The cookie that the sign-in page would give.</summary>
    public async Task<string> CookieOf(string name)
    {
        var user = await Silo.SignIns.Check(name, FakeSignIns.Password) is [var first, ..] ? first
            : throw new ArgumentException($"Nobody is called {name}.", nameof(name));
        var options = CookieOptions;
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        return options.TicketDataFormat.Protect(
            new AuthenticationTicket(Viewer.Of(user).ToPrincipal(SignInArea.Scheme), properties, SignInArea.Scheme));
    }

    /// <summary>The same for a browser.</summary>
    public async Task<Microsoft.Playwright.Cookie> BrowserCookie(string name) =>
        new() { Name = CookieName, Value = await CookieOf(name), Url = Address.ToString() };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
