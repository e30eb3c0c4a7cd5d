using CallCenter.Load.Media;

namespace CallCenter.Load.Tests.Media;

public class MediaRunTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void A_run_counts_what_its_phones_say_and_hear(bool isTranscoded, bool isDirect, bool isNapping)
    {
        var options = new MediaRunOptions(3, TimeSpan.FromSeconds(1), isTranscoded, IsMixed: false, RecordTo: null, isDirect, isNapping);
        var report = MediaRun.Run(options);

        // Six phones with fifty packets a second; a machine that is busy with something else sends fewer, and none comes twice.
        Assert.InRange(report.Sent, 100, 400);
        Assert.InRange(report.Received, 1, report.Sent);
        Assert.Equal(report.Received, report.Delay.Count);
        Assert.Equal(isDirect, report.EngineCpu is null);

        var output = new StringWriter();
        report.Write(output);
        Assert.StartsWith($"3 calls for 1 s: {report.Sent} packets", output.ToString(), StringComparison.Ordinal);
    }
}
