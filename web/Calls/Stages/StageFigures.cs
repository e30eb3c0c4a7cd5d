using CallCenter.Web.Calls.Recordings;

namespace CallCenter.Web.Calls.Stages;

/// <summary>
/// What many conversations are like: means over them, in which each counts the same however long it was. Null where there is none. Pure.
/// </summary>
/// <param name="Tenths">Who spoke in each tenth; none where there is no conversation.</param>
/// <param name="TalkShare">The employee's, in percent of the speech of both.</param>
/// <param name="Interruptions">How often the employee took the floor while the client spoke.</param>
/// <param name="MonologueMs">The employee's longest turn.</param>
/// <param name="FirstWordMs">Until the employee spoke, of those conversations in which he did.</param>
/// <param name="SilenceShare">In percent of the time.</param>
public sealed record StageFigures(
    int Conversations, IReadOnlyList<TalkShares> Tenths, double? TalkShare, double? Interruptions, double? MonologueMs,
    double? FirstWordMs, double? SilenceShare)
{
    public static StageFigures Of(IReadOnlyList<StagedTalk> talks) => new(
        talks.Count,
        talks.Count == 0 ? []
            : [.. Enumerable.Range(0, TalkTenths.Count).Select(tenth => TalkShares.Mean([.. talks.Select(one => one.Tenths[tenth])]))],
        talks.Average(static one => one.Talk.Recording.EmployeeShare()),
        talks.Average(static one => (double?)one.Talk.Recording.Employee.Interruptions),
        talks.Average(static one => (double?)one.Talk.Recording.Employee.LongestMonologueMs),
        talks.Average(static one => one.Talk.Recording.Employee.FirstWordMs),
        talks.Average(static one => one.Talk.Recording.OfTime(one.Talk.Recording.SilenceMs)));

    /// <summary>The tenth in which the employee's speech differs most from theirs; null where no whole percent does.</summary>
    public StageDifference? DifferenceTo(StageFigures? beside)
    {
        if (beside is null || Conversations == 0 || beside.Conversations == 0) return null;
        var most = Enumerable.Range(0, TalkTenths.Count)
            .Select(tenth => new StageDifference(tenth, Tenths[tenth].EmployeeSpeaks, beside.Tenths[tenth].EmployeeSpeaks))
            .MaxBy(static one => Math.Abs(one.Points))!;
        return Math.Abs(most.Points) < Least ? null : most;
    }

    /// <summary>The tenth in which the client's speech falls most against the one before; null where no whole percent.</summary>
    public ClientFall? Fall()
    {
        if (Conversations == 0) return null;
        var most = Enumerable.Range(1, TalkTenths.Count - 1)
            .Select(tenth => new ClientFall(tenth, Tenths[tenth - 1].ClientSpeaks, Tenths[tenth].ClientSpeaks))
            .MaxBy(static one => one.Before - one.After)!;
        return most.Before - most.After < Least ? null : most;
    }

    private const double Least = 1;
}

/// <summary>How much of a tenth the employee speaks, and the others.</summary>
/// <param name="Tenth">From 0.</param>
public sealed record StageDifference(int Tenth, double Share, double BesideShare)
{
    /// <summary>Percentage points; above 0 he speaks more.</summary>
    public double Points => Share - BesideShare;
}

/// <summary>How much of a tenth and of the one before the client speaks.</summary>
/// <param name="Tenth">From 0.</param>
public sealed record ClientFall(int Tenth, double Before, double After);
