using System.Diagnostics.Metrics;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Telemetry;

namespace CallCenter.Silo.Tests.Telemetry;

public sealed class SiloTelemetryTests
{
    [Fact]
    public void While_nobody_listens_no_time_is_taken()
    {
        using var counters = new SiloCounters();

        Assert.Equal((0, 0), (counters.Telemetry.Turn.Begin(), counters.Telemetry.Received()));
        Assert.Null(counters.Telemetry.Reaction(new UnsentTimes(), counters.Telemetry.Received(), 5));
    }

    [Fact]
    public void Every_name_is_of_the_product_and_every_unit_is_said()
    {
        using var seen = new Listener();

        Assert.NotEmpty(seen.Instruments);
        Assert.All(seen.Instruments, one => Assert.Matches(@"^callcenter(\.[a-z_]+)+$", one.Name));
        Assert.All(seen.Instruments, one => Assert.Matches(@"^(s|\{[a-z]+\})$", one.Unit));
        Assert.All(seen.Instruments, one => Assert.EndsWith(".", one.Description));
        Assert.Equal(
            seen.Instruments.Where(one => one is Histogram<double>).Select(one => one.Name),
            seen.Instruments.Where(one => one.Unit == "s").Select(one => one.Name));
    }

    [Fact]
    public void A_reaction_ends_when_the_batch_is_sent_and_counts_once()
    {
        using var seen = new Listener();
        var telemetry = seen.Counters.Telemetry;
        var unsent = new UnsentTimes();
        var reaction = telemetry.Reaction(unsent, telemetry.Received(), now: 1_000)!;

        reaction.Invited(1_000);
        reaction.Invited(1_000);
        reaction.Rang();
        reaction.Rang();
        Assert.Empty(seen.Recorded);
        unsent.Sent();
        unsent.Sent();

        Assert.Equal(["callcenter.call.invite_to_invite.duration", "callcenter.call.invite_to_ringing.duration"], seen.Recorded);
    }

    [Fact]
    public void The_wait_for_a_free_employee_is_no_reaction_time()
    {
        using var seen = new Listener();
        var telemetry = seen.Counters.Telemetry;
        var unsent = new UnsentTimes();
        var reaction = telemetry.Reaction(unsent, telemetry.Received(), now: 1_000)!;

        reaction.Invited(61_000);
        unsent.Sent();

        Assert.Empty(seen.Recorded);
    }

    [Fact]
    public void Counts_are_read_where_they_stand()
    {
        using var seen = new Listener();
        var (one, other) = (seen.Counters.NewLoop(), seen.Counters.NewLoop());
        (one.CallsEnded, one.CallsLive, one.RateLimited, other.CallsEnded) = (2, 2, 7, 1);

        var values = seen.Collect();

        Assert.Equal((3, 2), (values["callcenter.call.ended "], values["callcenter.call.active "]));
        Assert.Equal(7, values["callcenter.sip.messages.dropped rate_limited"]);
    }

    /// <summary>Hears the instruments of one silo; other tests have theirs under the same name at the same time.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, long> _values = [];

        public Listener()
        {
            var begun = false;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (begun && Environment.CurrentManagedThreadId == _thread && instrument.Meter.Name == TelemetryNames.Source)
                {
                    Instruments.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Recorded.Add(instrument.Name));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
                _values[$"{instrument.Name} {(tags.Length == 0 ? null : tags[0].Value)}"] = value);
            _listener.Start();
            begun = true;
            Counters = new SiloCounters();
        }

        public SiloCounters Counters { get; }

        public List<Instrument> Instruments { get; } = [];

        public List<string> Recorded { get; } = [];

        public Dictionary<string, long> Collect()
        {
            _listener.RecordObservableInstruments();
            return _values;
        }

        public void Dispose()
        {
            _listener.Dispose();
            Counters.Dispose();
        }
    }
}
