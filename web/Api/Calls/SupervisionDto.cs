namespace CallCenter.Web.Api.Calls;

/// <summary>Who is to hear a live call, and who hears him.</summary>
/// <param name="Mode">listen (nobody hears him), whisper (the employee does), join (both do).</param>
/// <param name="Supervisor">Key of an employee who is a supervisor; left out: whoever is signed in. An API key has to name one.</param>
public sealed record SupervisionDto(string? Mode, string? Supervisor = null);
