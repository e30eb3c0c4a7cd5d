namespace CallCenter.Media.Talk;

/// <summary>Who speaks at a moment of a conversation of two.</summary>
public enum TalkState
{
    Silence,

    /// <summary>Only the left lane of the recording.</summary>
    Left,

    /// <summary>Only the right lane.</summary>
    Right,
    Both,
}
