using BenchmarkDotNet.Attributes;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Board;
using CallCenter.Web.Hubs;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.Shell;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Benchmarks;

/// <summary>
/// What one picture of the board costs, 200 employees and 100 live calls, after as many calls ended and began as in 40 ms at 200 calls/s
/// (8) and at 800 (32). <see cref="Turns"/> is what the engine does anyway: to be taken off the others.
/// </summary>
public class BoardBenchmark
{
    private static readonly Viewer Supervisor = new(new("benchmark"), "head", "Head", AccessLevel.Supervisor, null);

    private readonly BusyProject _busy = new();
    private readonly BoardRegion _region = new(static _ => [], static (_, _) => EarlierDays.Unknown, TimeProvider.System);
    private readonly TopicDrawing _view = new();
    private readonly BoardDeltaWriter _writer = new();
    private FragmentRenderer _renderer = null!;
    private RegionTopic _subject = null!;
    private RegionPicture? _picture;
    private BoardSnapshot _before = null!;

    [Params(8, 32)]
    public int Changed { get; set; }

    [GlobalSetup]
    public async Task Prepare()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWebEncoders();
        services.AddSingleton<IWebHostEnvironment>(new NoFiles());
        services.AddSingleton<StaticFilePaths>();
        _renderer = new FragmentRenderer(services.BuildServiceProvider(), NullLoggerFactory.Instance);
        _subject = (await _region.TopicFor(Supervisor, Language.English, ""))!;
        _before = _busy.Project.Board(_busy.Now, 0);
    }

    [Benchmark(Baseline = true)]
    public void Turns() => _busy.Advance(Changed);

    [Benchmark]
    public BoardSnapshot Snapshot()
    {
        _busy.Advance(Changed);
        return _before = _busy.Project.Board(_busy.Now, _busy.Now);
    }

    [Benchmark]
    public WrittenMessage SnapshotAndDelta()
    {
        _busy.Advance(Changed);
        var board = _busy.Project.Board(_busy.Now, _busy.Now);
        var delta = BoardDiff.Between(_before, board);
        _before = board;
        return _writer.Write(delta);
    }

    [Benchmark]
    public async Task<int> SnapshotAndPage()
    {
        _busy.Advance(Changed);
        var board = _busy.Project.Board(_busy.Now, _busy.Now);
        _picture = (await _region.Draw(_subject, board, _picture, default))!;
        var html = await _renderer.Render("board", new FragmentContext(_subject.Language, _subject.Access, _picture.Zone), _picture);
        _renderer.ForgetUnused();
        var orders = _picture.Sections
            .Select(section => new SectionOrder(section.Name, [.. section.Fragments.Select(fragment => fragment.Key)]))
            .ToList();
        _view.Apply(orders, html, board.OldestChangeAt);
        return html.Count;
    }
}
