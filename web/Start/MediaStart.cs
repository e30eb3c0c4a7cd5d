namespace CallCenter.Web.Start;

/// <summary>What the audio that goes through us may use.</summary>
/// <param name="FirstPort">Of UDP; two are taken for each leg of a call.</param>
/// <param name="Threads">0: one for every two cores.</param>
public sealed record MediaStart(int FirstPort, int LastPort, int Threads = 0)
{
    public static MediaStart Usual { get; } = new(20_000, 29_999);

    /// <summary>Null for what is no range of ports with two legs in it.</summary>
    public static MediaStart? Of(string range) =>
        range.Split('-') is [var first, var last] && int.TryParse(first, out var from) && int.TryParse(last, out var to)
            && from is >= 1_024 and <= 65_532 && to <= 65_535 && to - from >= 3 ? new MediaStart(from, to) : null;

    public override string ToString() => $"{FirstPort}-{LastPort}";
}
