
namespace CallCenter.Grains.Placement;

/// <summary>
/// Ends the activation of a grain whose project is not here: it may be somewhere else by the next call, and must not be kept from there.
/// </summary>
public sealed class StrayGrains : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (KeyNotFoundException)
        {
            (context.Grain as IGrainBase)?.DeactivateOnIdle();
            throw;
        }
    }
}
