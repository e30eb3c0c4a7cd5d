namespace CallCenter.Web.Api.Calls;

/// <summary>Whether the recording of a call is to be paused.</summary>
/// <param name="Paused">False lets it go on.</param>
public sealed record RecordingPauseDto(bool Paused);
