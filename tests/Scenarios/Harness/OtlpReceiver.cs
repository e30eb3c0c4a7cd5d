using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>A collector that takes metrics and traces over OTLP/HTTP (protobuf) and keeps what tests ask for.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, double> _metrics = new();
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly WebApplication _app;

    private OtlpReceiver(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address = $"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.MapPost("/v1/metrics", request => Take(request, KeepMetrics));
        _app.MapPost("/v1/traces", request => Take(request, KeepSpans));
    }

    public string Address { get; }

    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    public static async Task<OtlpReceiver> Start()
    {
        var receiver = new OtlpReceiver(Ports.Free());
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>How often a histogram was recorded, or the value of a sum (all its series together); null while there is none.</summary>
    public double? Metric(string name) => _metrics.TryGetValue(name, out var value) ? value : null;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task Take(HttpContext context, Action<ReadOnlyMemory<byte>> keep)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        keep(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }

    // ExportMetricsServiceRequest: 1 ResourceMetrics, 2 ScopeMetrics, 2 Metric: 1 name, 7 Sum (1 points: 6 as_int), 9 Histogram (1 points:
    // 4 count).
    private void KeepMetrics(ReadOnlyMemory<byte> request)
    {
        foreach (var metric in WireFields.Path(request, 1, 2, 2))
        {
            var values = WireFields.Path(metric, 7, 1, 6).Concat(WireFields.Path(metric, 9, 1, 4))
                .Select(value => (double)BinaryPrimitives.ReadInt64LittleEndian(value.Span));
            _metrics[WireFields.Text(WireFields.Of(metric, 1).Single())] = values.Sum();
        }
    }

    // ExportTraceServiceRequest: 1 ResourceSpans, 2 ScopeSpans, 2 Span: 1 trace id, 2 span id, 4 parent, 5 name, 9 attributes (1 key, 2
    // value: 1 string).
    private void KeepSpans(ReadOnlyMemory<byte> request)
    {
        foreach (var span in WireFields.Path(request, 1, 2, 2))
        {
            var attributes = WireFields.Of(span, 9)
                .Select(pair => (Key: WireFields.Of(pair, 1).Single(), Value: WireFields.Path(pair, 2, 1).FirstOrDefault()))
                .ToDictionary(pair => WireFields.Text(pair.Key), pair => WireFields.Text(pair.Value));
            _spans.Enqueue(new ReceivedSpan(
                Id(span, 1), Id(span, 2), Id(span, 4), WireFields.Text(WireFields.Of(span, 5).Single()), attributes));
        }
    }

    private static string Id(ReadOnlyMemory<byte> span, int field) => Convert.ToHexString(WireFields.Of(span, field).FirstOrDefault().Span);
}

internal sealed record ReceivedSpan(
    string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);
