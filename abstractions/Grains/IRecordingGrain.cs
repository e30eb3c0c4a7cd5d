namespace CallCenter.Abstractions.Grains;

/// <summary>The sound of an ended call; its key is <c>project/number</c>, as that of <see cref="ICallGrain"/>.</summary>
public interface IRecordingGrain : IGrainWithStringKey
{
    /// <summary>Of one reading, in bytes.</summary>
    const int MostBytes = 256 * 1024;

    /// <summary>How many bytes the WAV file of a conversation has; null when there is none, or it was deleted.</summary>
    ValueTask<long?> Length(int conversation);

    /// <summary>A piece of the file; less than was asked for at its end, none when it is gone.</summary>
    /// <param name="count">At most <see cref="MostBytes"/>.</param>
    ValueTask<byte[]> Read(int conversation, long offset, int count);
}
