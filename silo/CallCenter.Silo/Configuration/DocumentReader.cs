using System.Text;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;

namespace CallCenter.Silo.Configuration;

/// <summary>Reads a document from JSON that people wrote.</summary>
internal static class DocumentReader
{
    /// <summary>
    /// The document and every error of its shape. Malformed JSON gives one error with line and column; values of a wrong kind give no
    /// document; properties that do not exist give errors and a document, so that its other errors can be told too.
    /// </summary>
    public static (ProjectConfiguration? Document, IReadOnlyList<ConfigurationError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        const int most = ConfigurationJson.MostBytes;
        if (json.Length > most)
            return (null, [FindingText.Error("$", $"the document has {json.Length} bytes", $"use at most {most}")]);
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var shape = new DocumentShape();
            shape.Check(parsed.RootElement);
            return (shape.IsReadable ? ConfigurationJson.Read(json.Span) : null, shape.Errors);
        }
        catch (JsonException malformed)
        {
            return (null, [Malformed(malformed, json.Span)]);
        }
    }

    private static ConfigurationError Malformed(JsonException malformed, ReadOnlySpan<byte> json)
    {
        var (row, offset) = ((int)(malformed.LineNumber ?? 0), (int)(malformed.BytePositionInLine ?? 0));
        var rest = json;
        for (var i = 0; i < row; i++) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        offset = Math.Min(offset, rest.Length);
        var column = Encoding.UTF8.GetCharCount(rest[..offset]) + 1;
        Rune.DecodeFromUtf8(rest[offset..], out var at, out _);
        var afterComma = IsAfterComma(json, json.Length - rest.Length + offset);
        var (problem, remedy) = at.Value switch
        {
            _ when json.IsEmpty => ("the document is empty", "write at least {\"name\": \"…\"}"),
            '/' => ("comments are not part of JSON", "take the comment out"),
            '}' or ']' when afterComma => ("there is a comma after the last entry", "take it out"),
            _ when offset == rest.Length => ("the document ends too early", "close all quotes, lists and objects"),
            _ => ($"the JSON breaks at '{at}'", "check quotes, commas and brackets before this place"),
        };
        return FindingText.Error("$", $"line {row + 1}, column {column}: {problem}", remedy);
    }

    private static bool IsAfterComma(ReadOnlySpan<byte> json, int position)
    {
        var before = json[..Math.Min(position, json.Length)].TrimEnd(" \t\r\n"u8);
        return before.EndsWith(","u8);
    }
}
