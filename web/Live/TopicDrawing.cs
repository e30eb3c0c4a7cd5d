using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CallCenter.Web.Live;

/// <summary>A section's name with the keys of its fragments in order.</summary>
public sealed record SectionOrder(string Name, IReadOnlyList<string> Keys);

/// <summary>
/// The HTML of one topic as its viewers have it: fragments by key, the order of the keys, and for each the number of the change
/// that made it. A viewer who missed changes gets exactly what differs. Thread-safe.
/// </summary>
public sealed class TopicDrawing
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private Dictionary<string, Part> _parts = [];
    private IReadOnlyList<SectionOrder> _sections = [];
    private long _sectionsSeq;
    private long _seq;
    private long _changedAt;
    private int _written;
    private TopicUpdate? _newest;
    private TaskCompletionSource _signal = NewSignal();

    /// <summary>Tells this drawing's numbers from those of another one, e.g. before a restart.</summary>
    public string Epoch { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Completes at the next change or beat. Take it before reading, so that nothing is missed in between.</summary>
    public Task Signal
    {
        get
        {
            lock (_lock)
            {
                return _signal.Task;
            }
        }
    }

    /// <summary>Takes over a new drawing and signals it.</summary>
    /// <param name="changedAt">Unix milliseconds UTC of the oldest event in it: what the delay is measured from.</param>
    /// <returns>Whether anything differs from before.</returns>
    public bool Apply(IReadOnlyList<SectionOrder> sections, IReadOnlyDictionary<string, string> html, long changedAt)
    {
        lock (_lock)
        {
            var seq = _seq + 1;
            var sameOrder = SameOrder(_sections, sections);
            Dictionary<string, Part> parts = new(html.Count);
            var changed = !sameOrder;
            foreach (var (key, text) in html)
            {
                var same = _parts.TryGetValue(key, out var before) && before.Html == text;
                parts[key] = same ? before : new Part(text, seq);
                changed |= !same;
            }

            if (!changed)
            {
                return false;
            }

            (_parts, _sections, _seq, _changedAt) = (parts, sections, seq, changedAt);
            _sectionsSeq = sameOrder ? _sectionsSeq : seq;
            _newest = Write(seq - 1, full: false);
        }

        Wake();
        return true;
    }

    /// <summary>Wakes the readers without a change.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            var signal = _signal;
            _signal = NewSignal();
            signal.SetResult();
        }
    }

    /// <summary>What a viewer who has change <paramref name="seq"/> of <paramref name="epoch"/> misses; null when nothing.</summary>
    public TopicUpdate? Since(string? epoch, long seq)
    {
        lock (_lock)
        {
            if (epoch != Epoch || seq > _seq)
            {
                return Write(0, full: true);
            }

            if (seq == _seq)
            {
                return null;
            }

            return seq == _seq - 1 ? _newest : Write(seq, full: false);
        }
    }

    /// <summary>Everything, for the first rendering of a page.</summary>
    public TopicContent Content()
    {
        lock (_lock)
        {
            return new TopicContent(Epoch, _seq, _sections.ToDictionary(
                section => section.Name,
                section => string.Concat(section.Keys.Select(key => _parts[key].Html))));
        }
    }

    private static bool SameOrder(IReadOnlyList<SectionOrder> one, IReadOnlyList<SectionOrder> other) =>
        one.Count == other.Count
        && one.Zip(other).All(pair => pair.First.Name == pair.Second.Name && pair.First.Keys.SequenceEqual(pair.Second.Keys));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TopicUpdate Write(long since, bool full)
    {
        // As large as the last one and a bit: growing from small would copy most of it several times.
        var buffer = new ArrayBufferWriter<byte>(_written + (_written / 4) + 1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("epoch", Epoch);
            json.WriteNumber("seq", _seq);
            json.WriteBoolean("full", full);
            json.WriteNumber("at", _changedAt);
            if (full || _sectionsSeq > since)
            {
                WriteSections(json);
            }

            json.WriteStartObject("html");
            foreach (var (key, part) in _parts)
            {
                if (full || part.Seq > since)
                {
                    json.WriteString(key, part.Html);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        _written = full ? _written : buffer.WrittenCount;
        return new TopicUpdate(Epoch, _seq, buffer.WrittenMemory);
    }

    private void WriteSections(Utf8JsonWriter json)
    {
        json.WriteStartArray("sections");
        foreach (var (name, keys) in _sections)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteStartArray();
            foreach (var key in keys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private readonly record struct Part(string Html, long Seq);
}

/// <summary>A live region's content for the first rendering of a page.</summary>
/// <param name="Sections">HTML by section name.</param>
public sealed record TopicContent(string Epoch, long Seq, IReadOnlyDictionary<string, string> Sections)
{
    public static readonly TopicContent Empty = new("", 0, new Dictionary<string, string>());
}
