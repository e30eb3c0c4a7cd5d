namespace CallCenter.Media.Recording;

/// <summary>The channel of a leg in a recording.</summary>
public enum RecordingSide
{
    Left,
    Right,
}
