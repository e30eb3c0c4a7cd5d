namespace CallCenter.Web.Calls.Stages;

/// <summary>Who spoke in a part of a conversation, in percent of its time; together they are 100.</summary>
/// <param name="Employee">The employee alone.</param>
/// <param name="Client">The client alone.</param>
/// <param name="Both">Both at once.</param>
/// <param name="Silence">Neither.</param>
public readonly record struct TalkShares(double Employee, double Client, double Both, double Silence)
{
    /// <summary>Alone or at once with the client.</summary>
    public double EmployeeSpeaks => Employee + Both;

    /// <summary>Alone or at once with the employee.</summary>
    public double ClientSpeaks => Client + Both;

    /// <summary>The mean of several, each of which counts the same.</summary>
    public static TalkShares Mean(IReadOnlyCollection<TalkShares> shares) => new(
        shares.Average(static one => one.Employee), shares.Average(static one => one.Client), shares.Average(static one => one.Both),
        shares.Average(static one => one.Silence));
}
