using BenchmarkDotNet.Attributes;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;
using MudBlazor.Services;

namespace CallCenter.Benchmarks;

/// <summary>The state of an employee as the board draws it, a hundred times: our own mark, and MudBlazor's chip in its place.</summary>
public class PartsBenchmark
{
    private const int Rows = 100;

    private static readonly RenderFragment Marks = builder =>
    {
        for (var row = 0; row < Rows; row++)
        {
            builder.OpenComponent<StateMark>(0);
            builder.AddComponentParameter(1, nameof(StateMark.State), PersonState.Ready);
            builder.AddComponentParameter(2, nameof(StateMark.Language), Language.English);
            builder.CloseComponent();
        }
    };

    private static readonly RenderFragment Chips = builder =>
    {
        for (var row = 0; row < Rows; row++)
        {
            builder.OpenComponent<MudChip<string>>(0);
            builder.AddComponentParameter(1, nameof(MudChip<string>.Color), Color.Success);
            builder.AddComponentParameter(2, nameof(MudChip<string>.Size), Size.Small);
            builder.AddComponentParameter(3, nameof(MudChip<string>.Icon), "<path d=\"M5 12l5 5l10 -10\"/>");
            builder.AddComponentParameter(4, nameof(MudChip<string>.Text), StateTexts.Of(PersonState.Ready).In(Language.English));
            builder.CloseComponent();
        }
    };

    private ServiceProvider _services = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationManager());
        services.AddRazorComponents();
        services.AddMudServices();
        services.AddSingleton<IWebHostEnvironment>(new NoFiles());
        services.AddSingleton<StaticFilePaths>();
        _services = services.BuildServiceProvider();
    }

    [Benchmark(Baseline = true)]
    public Task<int> OurMarks() => Draw(Marks);

    [Benchmark]
    public Task<int> MudChips() => Draw(Chips);

    // A renderer for each pass, as the board has it: it keeps what it drew.
    private async Task<int> Draw(RenderFragment rows)
    {
        await using var scope = _services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Drawn>(
                ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Drawn.Rows)] = rows }));
            return root.ToHtmlString().Length;
        });
    }

    private sealed class Drawn : ComponentBase
    {
        [Parameter]
        public required RenderFragment Rows { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => Rows(builder);
    }
}
