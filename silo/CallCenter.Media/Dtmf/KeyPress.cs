namespace CallCenter.Media.Dtmf;

/// <summary>A key that was pressed and released.</summary>
/// <param name="Key">0 to 9, * # A to D.</param>
/// <param name="Duration">In units of the telephone-event's clock rate; what was heard of it where its end was lost.</param>
public readonly record struct KeyPress(char Key, int Duration);
