namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>What sipp counted over its whole run.</summary>
internal sealed record SippFigures(int Created, int Successful, int Failed)
{
    /// <summary>Reads the newest line of sipp's statistics.</summary>
    public static SippFigures Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var (names, values) = (lines[0].Split(';'), lines[^1].Split(';'));
        int Of(string name) => int.Parse(values[Array.IndexOf(names, name)]);
        return new SippFigures(Of("TotalCallCreated"), Of("SuccessfulCall(C)"), Of("FailedCall(C)"));
    }
}
