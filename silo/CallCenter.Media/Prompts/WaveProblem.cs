namespace CallCenter.Media.Prompts;

/// <summary>Why the bytes somebody gave are not heard.</summary>
public enum WaveProblem
{
    /// <summary>Another kind of file, or WAV without a description of its samples.</summary>
    NotWave,

    /// <summary>WAV, but compressed or of a shape that is not read.</summary>
    UnsupportedEncoding,

    /// <summary>Fewer samples a second than a telephone has, or more than <see cref="WaveReader.HighestRate"/>.</summary>
    UnsupportedRate,

    /// <summary>The file ends before its samples do.</summary>
    Truncated,

    /// <summary>No bytes at all, or not one sample.</summary>
    Empty,

    /// <summary>Longer than <see cref="WaveReadingOptions.MostDuration"/>.</summary>
    TooLong,
}
