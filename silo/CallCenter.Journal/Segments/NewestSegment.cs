using System.Globalization;

namespace CallCenter.Journal.Segments;

/// <summary>
/// Remembers in the file <c>newest</c> which segment is the newest one: without it a missing last segment would look like a journal
/// that ended earlier. Written after a segment was begun and before one is taken away, so it never names one that was yet to come.
/// </summary>
internal static class NewestSegment
{
    public const string FileName = "newest";

    /// <summary>Null takes the mark away: there is no segment.</summary>
    public static void Write(string folder, long? firstPosition)
    {
        var path = Path.Combine(folder, FileName);
        if (firstPosition is not { } position)
        {
            File.Delete(path);
            return;
        }
        File.WriteAllText(path + ".new", position.ToString(CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The content of the mark for the segment of this file name.</summary>
    public static string MarkOf(string segmentFile) =>
        long.Parse(Path.GetFileNameWithoutExtension(segmentFile), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    /// <summary>Throws <see cref="JournalDamagedException"/> when the newest segment is not among the files.</summary>
    public static void Check(string folder, IReadOnlyList<string> files)
    {
        var mark = Path.Combine(folder, FileName);
        // A mark that a power cut left empty tells nothing.
        if (!File.Exists(mark) || !long.TryParse(File.ReadAllText(mark), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return;
        }
        var newest = Path.Combine(folder, JournalSegment.FileName(position));
        if (!files.Contains(newest))
        {
            throw new JournalDamagedException(newest, 0, "the newest segment is missing");
        }
    }
}
