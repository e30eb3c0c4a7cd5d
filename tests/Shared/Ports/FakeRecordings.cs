using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>Files of recorded conversations in memory.</summary>
public sealed class FakeRecordings : IRecordings
{
    public Dictionary<(CallId Call, int Conversation), byte[]> Files { get; } =
        new()
        {
            [(SampleRecording.Call, SampleRecording.Conversation)] = SampleRecording.Wav,
            [(SampleProject.Message.Call, WaitingMessage.Recording)] = SampleRecording.Wav,
        };

    public ValueTask<long?> Length(ProjectId project, CallId call, int conversation) =>
        ValueTask.FromResult<long?>(Files.TryGetValue((call, conversation), out var file) ? file.Length : null);

    public ValueTask<byte[]> Read(ProjectId project, CallId call, int conversation, long offset, int count)
    {
        var file = Files.GetValueOrDefault((call, conversation), []);
        var from = (int)Math.Min(offset, file.Length);
        return ValueTask.FromResult(file[from..Math.Min(from + count, file.Length)]);
    }
}
