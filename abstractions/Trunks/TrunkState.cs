namespace CallCenter.Abstractions.Trunks;

/// <summary>How a trunk is now, as far as this start of the silo knows.</summary>
/// <param name="Trunk">Its key.</param>
/// <param name="Since">Since when <paramref name="Reach"/> is what it is; UTC milliseconds.</param>
/// <param name="AnswerMs">How long the last answer to OPTIONS took; null where there was none.</param>
/// <param name="Calls">Calls that it carries right now.</param>
/// <param name="Failure">The last call through it that failed, or the last question that was not answered.</param>
public sealed record TrunkState(string Trunk, TrunkReach Reach, long? Since, int? AnswerMs, int Calls, TrunkFailure? Failure);

/// <summary>Whether a trunk can be reached.</summary>
public enum TrunkReach
{
    /// <summary>It is not asked (its configuration), or was not yet.</summary>
    Unknown,

    /// <summary>It answers OPTIONS, with whatever status: what refuses a question is there.</summary>
    Reachable,

    /// <summary>It did not answer, or its name leads nowhere.</summary>
    Unreachable,
}

/// <summary>What went wrong with a trunk.</summary>
/// <param name="Status">The SIP status; 408: no answer; 503: no way to it, where it did not say so itself.</param>
/// <param name="Reason">Its words.</param>
public sealed record TrunkFailure(long At, int Status, string Reason);
