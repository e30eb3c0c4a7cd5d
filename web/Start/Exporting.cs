using CallCenter.Abstractions.Ports;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CallCenter.Web.Start;

/// <summary>
/// Metrics and traces leave by OTLP where the environment names a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or that of one signal);
/// else nothing is collected. The other <c>OTEL_…</c> variables mean what they mean everywhere.
/// </summary>
internal static class Exporting
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Sampler = "OTEL_TRACES_SAMPLER";
    private const string TimeOut = "OTEL_EXPORTER_OTLP_TIMEOUT";

    /// <summary>Instead of the usual 10 s: the last export of a stop must not be waited for longer by whoever stops us.</summary>
    private const int UsualTimeOutMs = 1_500;

    /// <summary>At 100 calls a second 10 traces a second show how calls go, and a collector bears it.</summary>
    private const double UsualShare = 0.1;

    /// <summary>Throws <see cref="UnusableSettingException"/> for an endpoint that is none.</summary>
    public static void AddExporting(this IServiceCollection services, IConfiguration environment)
    {
        var all = Read(environment, Endpoint);
        var (metrics, traces) = (Read(environment, Metrics), Read(environment, Traces));
        if ((all ?? metrics ?? traces) is null)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource =>
            // What the environment says of the service comes last, so it counts.
            resource.AddService("callcenter", serviceVersion: typeof(Exporting).Assembly.GetName().Version?.ToString())
                .AddEnvironmentVariableDetector());
        if ((metrics ?? all) is not null)
        {
            telemetry.WithMetrics(meters => meters
                .AddMeter(TelemetryNames.Source)
                .AddMeter("Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => Aim(exporter, metrics, environment)));
        }

        if ((traces ?? all) is not null)
        {
            telemetry.WithTracing(spans => Sampled(spans, environment)
                .AddSource(TelemetryNames.Source)
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthTracing)
                .AddOtlpExporter(exporter => Aim(exporter, traces, environment)));
        }
    }

    private static TracerProviderBuilder Sampled(TracerProviderBuilder spans, IConfiguration environment) =>
        string.IsNullOrEmpty(environment[Sampler])
            ? spans.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(UsualShare)))
            : spans;

    // Health is asked all the time, and a hub's request lasts as long as somebody looks at a page.
    private static bool IsWorthTracing(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments("/hubs");

    // The endpoint of one signal is used as it is, the common one with the signal's path behind it.
    private static void Aim(OtlpExporterOptions exporter, Uri? own, IConfiguration environment)
    {
        if (string.IsNullOrEmpty(environment[TimeOut]))
        {
            exporter.TimeoutMilliseconds = UsualTimeOutMs;
        }

        if (own is not null)
        {
            exporter.Endpoint = own;
        }
    }

    private static Uri? Read(IConfiguration environment, string name)
    {
        if (environment[name] is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new UnusableSettingException(
                $"{name}={text} in the environment is no address of a collector: it is written as http://127.0.0.1:4318.");
    }
}
