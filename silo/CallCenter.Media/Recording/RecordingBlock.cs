using CallCenter.Media.Codecs;

namespace CallCenter.Media.Recording;

/// <summary>A piece of a recording on its way from the media thread to the file. Blocks are used again.</summary>
internal sealed class RecordingBlock
{
    /// <summary>The most that one takes of a lane: a tenth of a second, twice for a thread that was late.</summary>
    public const int MostSamples = G711.SampleRate / 5;

    private readonly short[] _interleaved = new short[MostSamples * 2];

    public RecordingFile? File { get; set; }

    /// <summary>Of the first frame; from the beginning of the conversation.</summary>
    public long Position { get; set; }

    public int Count { get; set; }

    /// <summary>The last one of its recording.</summary>
    public bool IsLast { get; set; }

    public Span<short> Samples => _interleaved.AsSpan(0, Count * 2);
}
