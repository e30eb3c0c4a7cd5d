namespace CallCenter.Load.Results;

/// <summary>
/// What the comparison with the server's history needs of every call, kept in blocks: 48 bytes and the Call-ID each, at most
/// <see cref="MostCalls"/>. Later calls are only counted.
/// </summary>
internal sealed class CallLedger
{
    public const int MostCalls = 10_000_000;

    private const int BlockSize = 16_384;

    private readonly List<KeptCall[]> _blocks = [];

    public int Count { get; private set; }

    /// <summary>Calls that came after the ledger was full.</summary>
    public long NotKept { get; private set; }

    /// <summary>One of the <see cref="Count"/> calls, in the order they ended. Not while others are added.</summary>
    public ref readonly KeptCall this[int index] => ref _blocks[index / BlockSize][index % BlockSize];

    public void Add(CallObservation call)
    {
        if (Count == MostCalls)
        {
            NotKept++;
            return;
        }

        if (Count == _blocks.Count * BlockSize) _blocks.Add(new KeptCall[BlockSize]);
        _blocks[^1][Count % BlockSize] = KeptCall.From(call);
        Count++;
    }

}

/// <summary>A call as the ledger keeps it; times in microseconds since the Unix epoch, 0: did not happen.</summary>
/// <param name="EndMicros">When its end was decided on this side: the caller's BYE, or the call being over.</param>
/// <param name="Accepted">Whether the server let it ring or answered it, so that it has to have a record.</param>
internal readonly record struct KeptCall(
    string CallId, CallOutcome Outcome, bool Accepted, long StartMicros, long AnswerMicros, long EndMicros)
{
    public static KeptCall From(CallObservation call) => new(
        call.CallId, call.Outcome, call.RingingMicros != 0 || call.AnswerMicros != 0,
        call.InviteMicros, call.AnswerMicros, call.ByeMicros != 0 ? call.ByeMicros : call.EndedMicros);
}
