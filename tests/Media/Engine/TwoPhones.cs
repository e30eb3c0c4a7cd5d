using CallCenter.Media.Engine;

namespace CallCenter.Media.Tests.Engine;

/// <summary>Tests of an engine with two phones at it.</summary>
public abstract class TwoPhones : IDisposable
{
    private protected TwoPhones(MediaEngineOptions? options = null) => Studio = new Studio(options);

    private protected Studio Studio { get; }

    private protected Phone Alice { get; } = new();

    private protected Phone Bob { get; } = new() { Ssrc = 0x2000 };

    public virtual void Dispose()
    {
        Studio.Dispose();
        Alice.Dispose();
        Bob.Dispose();
        GC.SuppressFinalize(this);
    }
}
