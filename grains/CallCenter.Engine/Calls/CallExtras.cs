using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>What few calls have; the others save its place.</summary>
internal sealed class CallExtras
{
    /// <summary>The phones that refused what the caller offers. Bounded by the document.</summary>
    public HashSet<string>? Refusing { get; set; }
    public List<Redirect>? Redirects { get; set; }
    public List<CallStep>? Steps { get; set; }
    public List<Supervision>? Supervisions { get; set; }
    public long? HelpSince { get; set; }
}
