using CallCenter.Load.Callers;
using CallCenter.Load.Demo;

namespace CallCenter.Load.Tests.Demo;

public class StatusLineTests
{
    [Fact]
    public void The_status_line_tells_phones_calls_and_what_employees_did()
    {
        var counts = new SimulationCounts();
        counts.PhoneRegistered(true);
        for (var i = 0; i < 4; i++)
        {
            counts.CallPlaced();
        }

        counts.CallAnswered();
        counts.CallEnded(CallerOutcome.Answered);
        counts.CallEnded(CallerOutcome.Abandoned);
        counts.CallEnded(CallerOutcome.Failed);
        counts.RingMissed();
        counts.RingRejected();
        counts.EmployeeCalled();

        Assert.Equal(
            "00:01:05  phones 1/13  calls 4: 1 live, 1 answered, 1 abandoned, 1 failed  missed 1  rejected 1  by employees 1",
            StatusLine.Text(TimeSpan.FromSeconds(65), counts, 13));
    }
}
