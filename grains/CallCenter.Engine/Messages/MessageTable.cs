using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Messages;

/// <summary>
/// The messages that wait for somebody, oldest first. One is there when its sound is: until then it is unfinished, and one in which nothing
/// was said never comes. Bounded: of more the oldest are forgotten here; their calls are in the journal page all the same.
/// </summary>
internal sealed class MessageTable
{
    public const int Most = 5_000;

    private readonly List<WaitingMessage> _waiting = [];
    private readonly List<WaitingMessage> _unfinished = [];

    public IReadOnlyList<WaitingMessage> Waiting => _waiting;

    public IReadOnlyList<WaitingMessage> Unfinished => _unfinished;

    public WaitingMessage? Find(CallId call) => _waiting.Find(message => message.Call == call);

    public void Left(Call call, CallStep step)
    {
        Keep(_unfinished, new WaitingMessage(
            call.Id, step.Department, step.Employee, call.Responsible, call.Arrived.ClientNumber, call.Arrived.ClientName,
            step.SpokenAt!.Value, 0));
    }

    public void On(ConversationRecorded e)
    {
        if (e.Conversation != WaitingMessage.Recording) return;
        int place = _unfinished.FindIndex(message => message.Call == e.Call);
        if (place < 0) return;
        var left = _unfinished[place];
        _unfinished.RemoveAt(place);
        if (e.Recording.Client.TalkMs > 0) Keep(_waiting, left with { DurationMs = e.Recording.DurationMs });
    }

    public void On(RecordingDeleted e)
    {
        if (e.Conversation == WaitingMessage.Recording) Remove(e.Call);
    }

    public void On(MessageDone e) => Remove(e.Call);

    public void Restore(WaitingMessage[]? waiting, WaitingMessage[]? unfinished)
    {
        _waiting.AddRange(waiting ?? []);
        _unfinished.AddRange(unfinished ?? []);
    }

    private void Remove(CallId call) => _waiting.RemoveAll(message => message.Call == call);

    private static void Keep(List<WaitingMessage> messages, WaitingMessage message)
    {
        if (messages.Count >= Most) messages.RemoveAt(0);
        messages.Add(message);
    }
}
