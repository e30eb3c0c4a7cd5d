namespace CallCenter.Media.Mixing;

/// <summary>Who hears a party of a conference; all parties hear whoever is heard by them.</summary>
public enum MixRole
{
    /// <summary>Heard by everybody.</summary>
    Join,

    /// <summary>Heard by nobody: a supervisor who listens.</summary>
    Listen,

    /// <summary>Heard by one party alone: a supervisor who prompts an employee.</summary>
    Whisper,
}
