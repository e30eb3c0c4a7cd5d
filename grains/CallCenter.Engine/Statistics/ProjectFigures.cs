namespace CallCenter.Engine.Statistics;

/// <summary>The whole project's calls in one interval or day. Internal calls are counted, and are in no other figure.</summary>
public sealed class ProjectFigures : IFigures<ProjectFigures>
{
    public int Incoming { get; set; }
    /// <summary>Incoming client calls with a conversation; by entry: incoming = answered + missed + still live without one.</summary>
    public int Answered { get; set; }
    public int Missed { get; set; }
    public int Outgoing { get; set; }
    public int OutgoingAnswered { get; set; }
    public int Internal { get; set; }

    public void Add(ProjectFigures other)
    {
        Incoming += other.Incoming;
        Answered += other.Answered;
        Missed += other.Missed;
        Outgoing += other.Outgoing;
        OutgoingAnswered += other.OutgoingAnswered;
        Internal += other.Internal;
    }
}
