namespace CallCenter.Abstractions.Ports;

/// <summary>Reads the sound of recorded conversations, which lies beside the data of their project.</summary>
public interface IRecordings
{
    /// <summary>How many bytes the file has; null when there is none, or it was deleted.</summary>
    ValueTask<long?> Length(ProjectId project, CallId call, int conversation);

    /// <summary>A piece of the file; less than was asked for at its end, none when it is gone.</summary>
    ValueTask<byte[]> Read(ProjectId project, CallId call, int conversation, long offset, int count);
}
