namespace CallCenter.Load.Results;

/// <summary>
/// What the comparison with the server's history needs of every call, kept in blocks: 64 bytes and the Call-ID each, at most
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

/// <summary>A call as the ledger keeps it.</summary>
/// <param name="Start">From the INVITE to the first sign that the server had it.</param>
/// <param name="Answer">From the employee's 200 to the caller's.</param>
/// <param name="End">From the caller's BYE or CANCEL to its answer; where the other side ended the call, when that was heard.</param>
/// <param name="Accepted">Whether the server let it ring or answered it, so that it has to have a record.</param>
internal readonly record struct KeptCall(
    string CallId, ObservedOutcome Outcome, bool Accepted, SeenMoment Start, SeenMoment Answer, SeenMoment End)
{
    public static KeptCall From(CallObservation call) => new(
        call.CallId, call.Outcome, call.RingingMicros != 0 || call.AnswerMicros != 0,
        SeenMoment.Between(call.InviteMicros, FirstSign(call)),
        SeenMoment.Between(call.EmployeeAnswerMicros, call.AnswerMicros),
        SeenMoment.Between(call.ByeMicros != 0 ? call.ByeMicros : call.CancelMicros, call.EndedMicros));

    private static long FirstSign(CallObservation call)
    {
        foreach (var sign in (ReadOnlySpan<long>)[call.TryingMicros, call.RingingMicros, call.EmployeeInviteMicros, call.AnswerMicros])
        {
            if (sign != 0) return sign;
        }

        return call.InviteMicros;
    }
}

/// <summary>
/// When the server did something, as far as it can be seen from outside: after what made it do so was sent, and before the effect was
/// seen. Microseconds since the Unix epoch; 0: did not happen.
/// </summary>
internal readonly record struct SeenMoment(long FromMicros, long ToMicros)
{
    /// <param name="cause">0: not seen, then the moment is that of the effect.</param>
    /// <param name="effect">0: it did not happen.</param>
    public static SeenMoment Between(long cause, long effect) => new(cause == 0 || effect == 0 || cause > effect ? effect : cause, effect);
}
