using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a call's sound: it is read where the project's data is, by many at once.</summary>
[Reentrant, ProjectPlacement]
public sealed class RecordingGrain(IRecordings recordings) : Grain, IRecordingGrain
{
    public ValueTask<long?> Length(int conversation)
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return recordings.Length(project, call, conversation);
    }

    public ValueTask<byte[]> Read(int conversation, long offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, IRecordingGrain.MostBytes);
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return recordings.Read(project, call, conversation, offset, count);
    }
}
