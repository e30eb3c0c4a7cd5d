using System.Text.Json.Nodes;
using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>One event, what is in it, and its bytes as they were written.</summary>
/// <param name="Sample">
/// <c>full</c>, <c>other</c> (the same with other flags and enums) or <c>empty</c>: every optional field is absent.
/// </param>
/// <param name="Bytes">In hex.</param>
internal sealed record EventSample(string Event, string Sample, JsonNode Fields, string Bytes)
{
    public const string File = "events.json";

    public static readonly IReadOnlyList<string> Kinds = ["full", "other", "empty"];

    private static readonly Dictionary<int, EventSample[]> Read = [];

    public static EventSample[] All(int version)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(version, out var samples))
            {
                samples = GoldenJson.Read<EventSample[]>(System.IO.File.ReadAllBytes(Path.Combine(GoldenFolder.Of(version), File)));
                Read.Add(version, samples);
            }
            return samples;
        }
    }

    public static EventSample Of(string name, string kind)
    {
        var happened = (ProjectEvent)new Samples(sparse: kind == "empty", variant: kind == "other" ? 1 : 0).Of(EventTypes.ByName[name]);
        return new EventSample(name, kind, GoldenJson.Of(happened), Convert.ToHexStringLower(Encode(happened)));
    }

    public ProjectEvent Expected() => GoldenJson.Event(Event, Fields);

    public static byte[] Encode(ProjectEvent happened)
    {
        var to = new EventWriter(1024);
        EventCodec.Write(ref to, happened);
        var bytes = to.Written.ToArray();
        to.Dispose();
        return bytes;
    }
}
