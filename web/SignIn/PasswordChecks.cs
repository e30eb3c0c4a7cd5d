using System.Threading.RateLimiting;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Lets in few password checks at a time: each is slow on purpose, and many at once from many sources would take the processor from the
/// calls. Who does not fit into the line is told to come back.
/// </summary>
public sealed class PasswordChecks : IDisposable
{
    public const int AtOnce = 2;
    public const int Line = 40;

    /// <summary>When somebody for whom there is no place is to come again.</summary>
    public static readonly TimeSpan LineIsFull = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnce,
        QueueLimit = Line,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for its turn, which lasts until the lease is disposed. A lease that is not acquired: the line is full.</summary>
    public ValueTask<RateLimitLease> Enter(CancellationToken cancellation) => _limiter.AcquireAsync(1, cancellation);

    public void Dispose() => _limiter.Dispose();
}
