using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Journal.Tests;

/// <summary>Turns of two small events each: turn n has the sequences 2n-1 and 2n.</summary>
internal static class Turns
{
    public static readonly ProjectId Main = new("main");
    public static readonly ProjectId Other = new("другий");

    public static void AppendTurn(this JournalWriter writer, ProjectId project, int turn) =>
        writer.Append(project, (turn * 2) - 1, 1_700_000_000_000 + turn, [new LegRang(Leg(turn, 1)), new LegHeld(Leg(turn, 2), true)]);

    public static void WriteTurns(this JournalFolder journal, ProjectId project, int first, int last)
    {
        var writer = journal.NewWriter();
        for (var turn = first; turn <= last; turn++)
        {
            writer.AppendTurn(project, turn);
            writer.Flush();
        }
    }

    public static List<long> Sequences(this JournalFolder journal, ProjectId project, long after = 0) =>
        [.. journal.Reader.ReadAfter(project, after, int.MaxValue).Select(turn => turn.FirstSequence)];

    public static IEnumerable<long> FirstSequences(int firstTurn, int lastTurn) =>
        Enumerable.Range(firstTurn, lastTurn - firstTurn + 1).Select(turn => (turn * 2L) - 1);

    private static LegId Leg(int turn, int number) => new(new CallId(turn), number);
}
