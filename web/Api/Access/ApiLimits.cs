using System.Globalization;
using System.Threading.RateLimiting;
using CallCenter.Web.Api.Problems;
using CallCenter.Web.Guard;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Api.Access;

/// <summary>How much one caller may ask; the section <c>Api</c> of the settings.</summary>
public sealed class ApiLimitOptions
{
    /// <summary>Requests a second of one key or sign-in, on average.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Requests at once before the average counts.</summary>
    public int Burst { get; set; } = 200;

    /// <summary>Wrong keys a minute from one address; then every key from there is refused for a while, right ones too.</summary>
    public int WrongKeysPerMinute { get; set; } = 20;
}

/// <summary>
/// Limits per key or sign-in, and wrong keys per source address. Each bucket that has been full again for a while is dropped by the
/// framework, so that the tables stay bounded by what arrives within seconds.
/// </summary>
public sealed class ApiLimits(IOptions<ApiLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _callers = PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.Burst,
            TokensPerPeriod = options.Value.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    private readonly PartitionedRateLimiter<string> _wrongKeys = PartitionedRateLimiter.Create<string, string>(source =>
        RateLimitPartition.GetFixedWindowLimiter(source, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.WrongKeysPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public static string SourceOf(HttpContext context) => SourceNetwork.Of(context.Connection.RemoteIpAddress);

    public bool MayTryKey(string source)
    {
        using var lease = _wrongKeys.AttemptAcquire(source, 0);
        return lease.IsAcquired;
    }

    public void CountWrongKey(string source) => _wrongKeys.AttemptAcquire(source).Dispose();

    /// <summary>An endpoint filter: answers 429 when the caller has used up what he may ask.</summary>
    public async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var user = context.HttpContext.User;
        var caller = user.Caller();
        var identity = user.KeyId() is { } key ? $"key {caller.Project} {key}" : $"person {caller.Project} {caller.Name}";
        using var lease = _callers.AttemptAcquire(identity);
        return lease.IsAcquired ? await next(context) : TooManyRequests(context.HttpContext);
    }

    public static Task Refuse(HttpContext context) => TooManyRequests(context).ExecuteAsync(context);

    private static ProblemHttpResult TooManyRequests(HttpContext context)
    {
        context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        return ProblemKinds.TooManyRequests.With("Ask less often; the header Retry-After says after how many seconds to try again. "
            + "Live data comes without asking over /hubs/board.");
    }

    public void Dispose()
    {
        _callers.Dispose();
        _wrongKeys.Dispose();
    }
}
