using System.Numerics;
using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.Journal;

namespace CallCenter.Simulation.Tests;

/// <summary>
/// The call center under test with its journal: the project that is live, and beside it one that knows only what the journal says, which
/// is decoded from its bytes. The process can die after any turn; what takes over is built of the journal, and for a while the project
/// that died is asked the same, to see that both decide alike.
/// </summary>
internal sealed class Center
{
    private const int TurnsAlike = 40;
    private static readonly ProjectId Id = new("simulated");
    private readonly Turn _same = new();
    private readonly List<JournalTurn> _sinceSnapshot = [];
    private ReadOnlyMemory<byte>? _snapshot;
    private Project _replica = new(Id);
    private Project? _dead;
    private int _alikeUntil;
    private int _turns;

    public Project Live { get; private set; } = new(Id);

    public Turn Turn { get; } = new();

    /// <summary>Of all journaled bytes so far: two days with the same one were the same.</summary>
    public uint Fingerprint { get; private set; }

    public CommandReply Handle(ProjectCommand command, TurnInput input)
    {
        _turns++;
        Turn.Clear();
        var reply = Live.Handle(command, input, Turn);
        if (_dead is not null) Ask(_dead, command, input);
        return reply;
    }

    /// <summary>The turn is in the journal.</summary>
    public void Keep(long at)
    {
        if (Turn.Events.Count == 0) return;
        var turn = JournalTurn.Of(Id, _replica.Sequence + 1, at, Turn.Events);
        foreach (byte part in turn.Encoded) Fingerprint = BitOperations.Crc32C(Fingerprint, part);
        _sinceSnapshot.Add(turn);
        Replay(_replica, turn);
    }

    /// <summary>Compares the states byte for byte, and keeps them as a snapshot.</summary>
    public ReadOnlyMemory<byte> Compare()
    {
        var live = Live.Image().ToJson();
        Breach.Unless(live.Span.SequenceEqual(_replica.Image().ToJson().Span), $"the replayed state is another: {Difference(live)}");
        _snapshot = live;
        _sinceSnapshot.Clear();
        return live;
    }

    /// <summary>The process died before the turn was written.</summary>
    public void LoseTurn()
    {
        _dead = null;
        Live = Recover();
    }

    /// <summary>The process died after the turn was written.</summary>
    public void Die(bool wholeJournal)
    {
        if (wholeJournal)
        {
            (Live, _replica) = (_replica, Live);
            _dead = null;
            return;
        }
        _dead = Live;
        _alikeUntil = _turns + TurnsAlike;
        Live = Recover();
    }

    private Project Recover()
    {
        var recovered = _snapshot is { } snapshot ? Project.Restore(Id, snapshot) : new Project(Id);
        foreach (var turn in _sinceSnapshot) Replay(recovered, turn);
        return recovered;
    }

    private void Ask(Project dead, ProjectCommand command, TurnInput input)
    {
        _same.Clear();
        dead.Handle(command, input, _same);
        bool alike = Encode(_same).SequenceEqual(Encode(Turn)) && _same.Effects.SequenceEqual(Turn.Effects);
        Breach.Unless(alike, $"after a recovery it decides\n{Told.Of(Turn)}\nand without it\n{Told.Of(_same)}");
        if (_turns > _alikeUntil) _dead = null;
    }

    private static ReadOnlySpan<byte> Encode(Turn turn) => JournalTurn.Of(Id, 1, 0, turn.Events).Encoded;

    private string Difference(ReadOnlyMemory<byte> live)
    {
        var replayed = _replica.Image().ToJson();
        int at = live.Span.CommonPrefixLength(replayed.Span);
        return $"at byte {at} live …{Around(live, at)}… replayed …{Around(replayed, at)}…";
    }

    private static string Around(ReadOnlyMemory<byte> json, int at) =>
        System.Text.Encoding.UTF8.GetString(json.Span[Math.Max(0, at - 300)..Math.Min(json.Length, at + 100)]);

    private static void Replay(Project project, JournalTurn turn)
    {
        // Decoded anew each time, as another process would.
        var read = new JournalTurn(turn.Project, turn.FirstSequence, turn.At, turn.Count, turn.Encoded.ToArray());
        foreach (var happened in read.Events) project.Apply(happened, turn.At);
    }
}
