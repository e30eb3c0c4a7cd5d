using System.Text.Encodings.Web;
using System.Text.Unicode;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Web.Tests.Live;

/// <summary>Draws and renders the board without a server.</summary>
internal sealed class RenderedBoard
{
    private static readonly Viewer Supervisor = new(FakeSilo.Project, "head", "Head", AccessLevel.Supervisor, null);

    private readonly BoardRegion _region;

    public EarlierDays Earlier { get; set; } = EarlierDays.Unknown;

    public RenderedBoard() => _region = new BoardRegion(_ => Silo.Alarms, (_, _) => Earlier, TimeProvider.System);

    public FakeSilo Silo { get; } = new();

    public FragmentRenderer Renderer { get; } = new(
        Services(),
        NullLoggerFactory.Instance);

    public async Task<(RegionPicture Picture, IReadOnlyDictionary<string, string> Html)> Of(
        BoardSnapshot board, Language language = Language.English, string filter = "")
    {
        var topic = (await _region.TopicFor(Supervisor, language, filter))!;
        var picture = (await _region.Draw(topic, board, null, CancellationToken.None))!;
        return (picture, await Renderer.Render("board", new FragmentContext(language, topic.Access, picture.Zone), picture));
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWebEncoders(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IWebHostEnvironment>(new FileEnvironment());
        services.AddSingleton<StaticFilePaths>();
        return services.BuildServiceProvider();
    }
}
