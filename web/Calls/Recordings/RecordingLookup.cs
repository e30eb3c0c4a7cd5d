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
public sealed class RecordingLookup(IHistoryReader history, IGrainFactory grains, Reach reach)
{
    /// <summary>
    /// The recorded conversations of a call that somebody may listen to, and its message; those whose sound is gone with them.
    /// </summary>
    public async ValueTask<IReadOnlyList<RecordedConversation>> Of(Viewer viewer, CallRecord call, CancellationToken stop)
    {
        var recorded = await history.Recordings(viewer.Project, call.Call, stop);
        var hearsMessage = recorded.Any(IsMessage) && await reach.MayHearMessage(viewer, call);
        return [.. recorded.Where(one => IsMessage(one) ? hearsMessage : Reach.MayListen(viewer, call, one.Conversation))];
    }

    /// <summary>Null where there is none, its sound is gone, or he may not: he learns no difference.</summary>
    public async ValueTask<FoundRecording?> Find(Viewer viewer, CallId call, int conversation, CancellationToken stop)
    {
        if (conversation == WaitingMessage.Recording && await Waiting(viewer, call) is { } message) return message;
        if (await history.Call(viewer.Project, call, stop) is not { Record: var record }) return null;
        var recorded = await Of(viewer, record, stop);
        if (recorded.FirstOrDefault(one => one.Conversation == conversation) is not { IsDeleted: false }) return null;
        var talk = record.Conversations.FirstOrDefault(one => one.Number == conversation);
        if (talk is null && conversation != WaitingMessage.Recording) return null;
        return await Sound(viewer, call, conversation, talk?.BeganAt ?? record.ArrivedAt, record.ClientNumber, talk?.Employee);
    }

    /// <summary>One that stands on his desk: it does so before history knows of its call.</summary>
    private async ValueTask<FoundRecording?> Waiting(Viewer viewer, CallId call)
    {
        if (viewer.Employee is not { } self) return null;
        var desk = await grains.Employee(viewer.Project, self).Desk();
        return desk?.Messages.FirstOrDefault(one => one.Call == call) is { } message
            ? await Sound(viewer, call, WaitingMessage.Recording, message.LeftAt, message.ClientNumber, null) : null;
    }

    private async ValueTask<FoundRecording?> Sound(
        Viewer viewer, CallId call, int conversation, long beganAt, string client, EmployeeId? employee)
    {
        var grain = grains.Recording(viewer.Project, call);
        return await grain.Length(conversation) is { } bytes
            ? new FoundRecording(viewer, beganAt, client, employee, grain, bytes) : null;
    }

    private static bool IsMessage(RecordedConversation recorded) => recorded.Conversation == WaitingMessage.Recording;

    /// <summary>When, with which client, by whom: what one looks for in a folder of them.</summary>
    public async ValueTask<string> FileName(FoundRecording found)
    {
        var (_, document) = await grains.Project(found.Viewer.Project).Configuration();
        var at = ProjectTime.Local(found.BeganAt, ProjectTime.Zone(document.TimeZone));
        string?[] parts =
        [
            at.ToString("yyyy-MM-dd HH-mm-ss", CultureInfo.InvariantCulture), found.ClientNumber,
            ProjectNames.Of(document).Employee(found.Employee),
        ];
        return string.Concat(string.Join(' ', parts.Where(static part => !string.IsNullOrEmpty(part))).Select(Allowed)) + ".wav";
    }

    // Names of clients and people come from outside; these letters mean something else to one of the systems.
    private static char Allowed(char letter) =>
        char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter;
}
