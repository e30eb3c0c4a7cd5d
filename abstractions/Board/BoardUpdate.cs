namespace CallCenter.Abstractions.Board;

/// <summary>
/// What whoever follows a board is told: at first the whole one, then each step. Within a process the board itself comes along and nothing
/// is put together.
/// </summary>
[GenerateSerializer, Immutable]
public sealed class BoardUpdate
{
    [NonSerialized]
    private readonly BoardSnapshot? _here;

    [Id(0)]
    private readonly BoardSnapshot? _whole;

    [Id(1)]
    private readonly BoardStep? _step;

    private BoardUpdate(BoardSnapshot here, BoardSnapshot? whole, BoardStep? step) => (_here, _whole, _step) = (here, whole, step);

    /// <summary>The whole board.</summary>
    public static BoardUpdate Of(BoardSnapshot board) => new(board, board, null);

    /// <summary>The step to a board, where it can be told so.</summary>
    public static BoardUpdate Between(BoardSnapshot before, BoardSnapshot after) =>
        BoardStep.Between(before, after) is { } step ? new(after, null, step) : Of(after);

    /// <summary>The board after it; null when a step before this one was missed.</summary>
    /// <param name="before">The last board; null when there was none.</param>
    public BoardSnapshot? On(BoardSnapshot? before) =>
        _here ?? _whole ?? (before is not null && before.Sequence == _step?.From ? _step.On(before) : null);
}
