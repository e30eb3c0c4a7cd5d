using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Guard;

/// <summary>
/// How often one source may ask without being signed in. A source that has been quiet for a while is forgotten by the framework, so the
/// table is bounded by what arrives within seconds.
/// </summary>
public sealed class AnonymousRates(IOptions<GuardOptions> options) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _sources = PartitionedRateLimiter.Create<string, string>(source =>
        RateLimitPartition.GetTokenBucketLimiter(source, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.AnonymousBurst,
            TokensPerPeriod = options.Value.AnonymousPerSecond,
            ReplenishmentPeriod = Period,
        }));

    /// <summary>
    /// False when the request may go on; true when it was answered with 429. Has to be asked after authentication. Requests that an API
    /// key decides about have a limit of their own, for wrong keys.
    /// </summary>
    public async Task<bool> Refused(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true || ForeignPages.KeyDecides(context))
        {
            return false;
        }

        using var lease = _sources.AttemptAcquire(SourceNetwork.Of(context.Connection.RemoteIpAddress));
        if (lease.IsAcquired)
        {
            return false;
        }

        await GuardAnswer.TooOften(context, Period);
        return true;
    }

    public void Dispose() => _sources.Dispose();
}
