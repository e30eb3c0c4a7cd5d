namespace CallCenter.Abstractions.Prompts;

/// <summary>Why a sound was not taken; nothing is kept of it then.</summary>
public enum PromptRefusal
{
    /// <summary>There is no prompt of that name in that language, or the key has a form that none has.</summary>
    NoSuchPrompt,

    /// <summary>More bytes than are taken.</summary>
    TooLarge,

    /// <summary>No WAV file.</summary>
    NotWave,

    /// <summary>A WAV file of a compressed or rare kind.</summary>
    UnsupportedEncoding,

    /// <summary>Fewer samples a second than a telephone has, or more than 96,000.</summary>
    UnsupportedRate,

    /// <summary>The file ends before its samples do.</summary>
    Truncated,

    /// <summary>Not one sample.</summary>
    Empty,

    /// <summary>It lasts longer than is taken.</summary>
    TooLong,

    /// <summary>All sounds of the project together would last longer than is kept.</summary>
    NoRoom,

    /// <summary>The disk did not take it.</summary>
    NotWritten,
}
