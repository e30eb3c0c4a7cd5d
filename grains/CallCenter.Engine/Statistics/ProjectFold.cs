using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Statistics;

/// <summary>Counts the project's calls.</summary>
internal sealed class ProjectFold(FigureBook<ProjectFigures> book)
{
    private const string Key = "";

    public FigureBook<ProjectFigures> Book => book;

    public void Arrived(CallDirection direction, long at)
    {
        foreach (var figures in book.At(Key, at, at))
        {
            switch (direction)
            {
                case CallDirection.Incoming: figures.Incoming++; break;
                case CallDirection.Outgoing: figures.Outgoing++; break;
                default: figures.Internal++; break;
            }
        }
    }

    /// <summary>The call's first conversation; a second one after a transfer counts no more.</summary>
    public void FirstTaken(FoldedCall call, long at)
    {
        if (!call.IsClient) return;
        foreach (var figures in book.At(Key, call.ArrivedAt, at))
        {
            if (call.Direction == CallDirection.Incoming) figures.Answered++;
            else figures.OutgoingAnswered++;
        }
    }

    public void Missed(CallRecord record, long at)
    {
        foreach (var figures in book.At(Key, record.ArrivedAt, at)) figures.Missed++;
    }
}
