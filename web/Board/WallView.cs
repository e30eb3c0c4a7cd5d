using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallCenter.Web.Board;

/// <summary>How the wallboard is shown.</summary>
/// <param name="TurnSeconds">How long departments that do not fit together are shown before the next ones.</param>
/// <param name="Size">How large, from 1 to <see cref="Largest"/>: for how far away people stand.</param>
public sealed record WallView(int TurnSeconds, int Size)
{
    public const int Largest = 3;

    public static readonly IReadOnlyList<int> Turns = [12, 20, 30, 60];

    public static readonly WallView Usual = new(Turns[0], 1);

    /// <summary>As the address says; what it does not say, or not so that it can be read, is as usual.</summary>
    public static WallView Of(string? turn, string? size) => new(
        int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Turns.Contains(seconds)
            ? seconds : Usual.TurnSeconds,
        int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= Largest
            ? step : Usual.Size);

    public void AddTo(QueryBuilder query)
    {
        if (TurnSeconds != Usual.TurnSeconds) query.Add("turn", TurnSeconds.ToString(CultureInfo.InvariantCulture));
        if (Size != Usual.Size) query.Add("size", Size.ToString(CultureInfo.InvariantCulture));
    }
}
