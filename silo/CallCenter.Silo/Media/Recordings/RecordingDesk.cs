using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Media.Recording;
using CallCenter.Media.Talk;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media.Recordings;

/// <summary>
/// The recordings of a silo: which file belongs to which conversation, and who is told when one is complete. One thread writes all of them.
/// From any thread.
/// </summary>
internal sealed class RecordingDesk : IRecordingObserver, IDisposable
{
    private readonly ConcurrentDictionary<long, Begun> _begun = new();
    private readonly Lazy<RecordingThread> _thread;
    private readonly ILogger _log;
    private long _lastKey;

    public RecordingDesk(RecordingFolder folder, ILogger log)
    {
        (Folder, _log) = (folder, log);
        _thread = new Lazy<RecordingThread>(Start);
    }

    public RecordingFolder Folder { get; }

    /// <summary>Writes the files.</summary>
    public RecordingThread Thread => _thread.Value;

    /// <summary>Recordings that go on.</summary>
    public int Count => _begun.Count;

    /// <summary>The file of a conversation that is recorded from now on; one that is there is gone on with.</summary>
    public RecordingSetup Begin(ProjectHost project, ProjectLoop loop, RecordConversation order, long now)
    {
        var path = Folder.PathOf(project.Id, order.Call, order.Conversation, order.BeganAt);
        return Add(new Begun(project, loop, order.Call, order.Conversation, order.BeganAt, path),
            TimeSpan.FromMilliseconds(Math.Max(0, now - order.BeganAt)));
    }

    /// <summary>The file of a message; in the project's loop it is told when the caller has been silent for so long.</summary>
    public RecordingSetup Begin(
        ProjectHost project, ProjectLoop loop, RecordMessage order, TimeSpan silenceLimit, Action<long> onSilence, long now)
    {
        var path = Folder.PathOf(project.Id, order.Call, WaitingMessage.Recording, order.BeganAt);
        var begun = new Begun(project, loop, order.Call, WaitingMessage.Recording, order.BeganAt, path) { OnSilence = onSilence };
        return Add(begun, TimeSpan.FromMilliseconds(Math.Max(0, now - order.BeganAt)), silenceLimit);
    }

    /// <summary>After a start: what was left of conversations that are over is told now.</summary>
    public void FinishLeft(ProjectHost project, ProjectLoop loop)
    {
        foreach (var (path, call, conversation, beganAt) in Folder.Left(project.Id))
        {
            var circuit = project.Engine.Circuit(call);
            if (circuit?.Recording?.Conversation == conversation
                || (circuit?.Message is not null && conversation == WaitingMessage.Recording))
            {
                continue;
            }

            if (File.Exists(path))
            {
                Thread.Finish(Add(new Begun(project, loop, call, conversation, beganAt, path), TimeSpan.Zero));
            }
            else
            {
                RecordingFolder.Told(path);
            }
        }
    }

    public void RecordingOpens(RecordingSetup setup)
    {
        if (_begun.TryGetValue(setup.Key, out var begun))
        {
            RecordingFolder.Begin(begun.Path, begun.BeganAt);
        }
    }

    public void RecordingIsSilent(RecordingSetup setup)
    {
        if (_begun.TryGetValue(setup.Key, out var begun) && begun.OnSilence is { } told)
        {
            begun.Loop.Enter(new Silent(told));
        }
    }

    public void RecordingEnded(RecordingResult result)
    {
        if (!_begun.TryRemove(result.Setup.Key, out var begun))
        {
            return;
        }

        if (result.Missing > TimeSpan.Zero)
        {
            MediaLog.RecordingHasHoles(_log, begun.Path, result.Missing);
        }

        begun.Loop.Enter(new Completed(begun, Record(begun, result)));
    }

    public void RecordingFailed(RecordingSetup setup, string problem)
    {
        _begun.TryRemove(setup.Key, out _);
        MediaLog.RecordingFailed(_log, setup.Path, problem);
    }

    /// <summary>After the engines: writes what is there; the next start goes on with the files.</summary>
    public void Dispose()
    {
        if (_thread.IsValueCreated)
        {
            _thread.Value.Dispose();
        }
    }

    private RecordingSetup Add(Begun begun, TimeSpan elapsed, TimeSpan silenceLimit = default)
    {
        var key = Interlocked.Increment(ref _lastKey);
        _begun[key] = begun;
        return new RecordingSetup(key, begun.Path, elapsed, silenceLimit);
    }

    private RecordingThread Start()
    {
        var thread = new RecordingThread(this);
        thread.Start();
        return thread;
    }

    private static RecordingRecord Record(Begun begun, RecordingResult result)
    {
        var (map, figures) = (result.Map, result.Map.Figures);
        return new RecordingRecord(
            begun.BeganAt, Ms(result.Duration), new FileInfo(begun.Path).Length, Ms(figures.Silence), Ms(figures.Overlap),
            Side(figures.Left, map.Left), Side(figures.Right, map.Right));
    }

    private static RecordedSide Side(SpeakerFigures figures, IReadOnlyList<SpeechInterval> intervals) => new(
        Ms(figures.Talk), figures.FirstWord is { } first ? Ms(first) : null, Ms(figures.LongestMonologue), figures.Interruptions,
        [.. intervals.Select(static one => new SpeechSpan((int)Ms(one.Start), (int)Ms(one.Duration)))]);

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;

    /// <summary>A recording that goes on, and whose it is.</summary>
    private sealed record Begun(ProjectHost Project, ProjectLoop Loop, CallId Call, int Conversation, long BeganAt, string Path)
    {
        public Action<long>? OnSilence { get; init; }
    }

    private sealed class Silent(Action<long> told) : LoopInput
    {
        public override void Handle(long now) => told(now);
    }

    /// <summary>The project keeps what is known of it; once that is written nothing has to be found again.</summary>
    private sealed class Completed(Begun begun, RecordingRecord record) : LoopInput
    {
        public override void Handle(long now) => begun.Project.Handle(new NoteRecording(begun.Call, begun.Conversation, record), now);

        public override void Complete() => RecordingFolder.Told(begun.Path);
    }
}
