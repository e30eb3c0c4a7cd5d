using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>What there is to listen to, and for whom.</summary>
public sealed class RecordingLookup(IHistoryReader history, IGrainFactory grains)
{
    /// <summary>The recorded conversations of a call that somebody may listen to; those whose sound is gone with them.</summary>
    public async ValueTask<IReadOnlyList<RecordedConversation>> Of(Viewer viewer, CallRecord call, CancellationToken stop)
    {
        var recorded = await history.Recordings(viewer.Project, call.Call, stop);
        return [.. recorded.Where(one => Reach.MayListen(viewer, call, one.Conversation))];
    }

    /// <summary>Null where there is none, its sound is gone, or he may not: he learns no difference.</summary>
    public async ValueTask<FoundRecording?> Find(Viewer viewer, CallId call, int conversation, CancellationToken stop)
    {
        if (await history.Call(viewer.Project, call, stop) is not { Record: var record }) return null;
        var recorded = await Of(viewer, record, stop);
        if (recorded.FirstOrDefault(one => one.Conversation == conversation) is not { IsDeleted: false }) return null;
        if (record.Conversations.FirstOrDefault(one => one.Number == conversation) is not { } talk) return null;
        var grain = grains.Recording(viewer.Project, call);
        return await grain.Length(conversation) is { } bytes ? new FoundRecording(viewer, record, talk, grain, bytes) : null;
    }

    /// <summary>When, with which client, by whom: what one looks for in a folder of them.</summary>
    public async ValueTask<string> FileName(FoundRecording found)
    {
        var (_, document) = await grains.Project(found.Viewer.Project).Configuration();
        var at = ProjectTime.Local(found.Talk.BeganAt, ProjectTime.Zone(document.TimeZone));
        string?[] parts =
        [
            at.ToString("yyyy-MM-dd HH-mm-ss", CultureInfo.InvariantCulture), found.Call.ClientNumber,
            ProjectNames.Of(document).Employee(found.Talk.Employee),
        ];
        return string.Concat(string.Join(' ', parts.Where(static part => !string.IsNullOrEmpty(part))).Select(Allowed)) + ".wav";
    }

    // Names of clients and people come from outside; these letters mean something else to one of the systems.
    private static char Allowed(char letter) =>
        char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter;
}
