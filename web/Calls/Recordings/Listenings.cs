using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>
/// Notes who listened to what. A browser asks for one recording in many pieces, of which the first is an entry; a piece from the middle is
/// one too where its person has not begun lately, so that nobody hears anything without an entry. Thread-safe.
/// </summary>
public sealed class Listenings(AuditLog audit, TimeProvider time)
{
    /// <summary>So many are remembered at a time; beyond them the memory begins anew, at the price of an entry too many.</summary>
    public const int Most = 2_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(ProjectId, string Person, AuditKind, CallId, int Conversation), DateTimeOffset> _lately = [];

    /// <summary>Before the first byte of an answer leaves.</summary>
    /// <param name="isBeginning">Whether the piece that is asked for begins at the beginning.</param>
    public Task Note(AuditKind kind, Viewer viewer, CallId call, int conversation, bool isBeginning)
    {
        var goesOn = GoesOn((viewer.Project, viewer.PersonKey, kind, call, conversation));
        return goesOn && !isBeginning ? Task.CompletedTask : audit.NoteReading(kind, call.ToString(), $"{conversation}");
    }

    private bool GoesOn((ProjectId, string, AuditKind, CallId, int) key)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var goesOn = _lately.TryGetValue(key, out var last) && now - last < AuditLog.ReadingsWindow;
            if (_lately.Count >= Most && !goesOn) _lately.Clear();
            _lately[key] = now;
            return goesOn;
        }
    }
}
