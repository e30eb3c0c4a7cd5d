using CallCenter.Abstractions.Audit;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Audit;
using CallCenter.Web.Tests.SignIn;

namespace CallCenter.Web.Tests.Audit;

public sealed class RepeatedEntriesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ManualTime _time = new();
    private readonly RepeatedEntries _repeated;

    public RepeatedEntriesTests() => _repeated = new RepeatedEntries(_time, Window, most: 3);

    [Fact]
    public void The_first_is_written_at_once_and_the_others_as_one_entry_with_their_number()
    {
        var failure = Failure("olena@example.com", "192.0.2.1");
        Assert.Equal(failure, Add(failure));
        for (var i = 0; i < 40; i++) Assert.Null(Add(failure));

        Assert.Empty(_repeated.Take());
        _time.Pass(Window);

        Assert.Equal(failure with { Times = 40 }, Assert.Single(_repeated.Take()).Entry);
    }

    [Fact]
    public void Who_goes_on_is_one_entry_a_window_and_who_stops_is_forgotten()
    {
        var failure = Failure("olena@example.com", "192.0.2.1");
        Add(failure);
        for (var minute = 0; minute < 5; minute++)
        {
            Assert.Null(Add(failure));
            _time.Pass(Window);
            Assert.Equal(1, Assert.Single(_repeated.Take()).Entry.Times);
        }

        _time.Pass(Window);
        Assert.Empty(_repeated.Take());
        Assert.Equal(failure, Add(failure));
    }

    [Fact]
    public void However_many_strangers_come_they_cost_a_bounded_number_of_entries()
    {
        var written = 0;
        for (var i = 0; i < 10_000; i++)
        {
            if (Add(Failure(null, $"10.0.{i / 250}.{i % 250}")) is not null) written++;
        }

        _time.Pass(Window);
        var counted = _repeated.Take();

        Assert.Equal(3 + 1, written);
        var others = Assert.Single(counted).Entry;
        Assert.Equal((null, null, 10_000 - written), (others.Actor.Name, others.Actor.Address, others.Times));
    }

    [Fact]
    public void Beyond_the_bound_a_caller_loses_his_address_and_not_his_name()
    {
        for (var i = 0; i < 4; i++)
        {
            var read = Add(new AuditEntry(AuditKind.CallsRead, SampleActs.Wallboard with { Address = $"10.0.0.{i}" }))!;
            Assert.Equal(("wallboard hall", i < 3 ? $"10.0.0.{i}" : null), (read.Actor.Name, read.Actor.Address));
        }
    }

    [Fact]
    public void At_the_end_everything_counted_is_given_out()
    {
        var failure = Failure(null, "192.0.2.1");
        Add(failure);
        Add(failure);

        Assert.Single(_repeated.Take(all: true));
        Assert.Empty(_repeated.Take(all: true));
    }

    private AuditEntry? Add(AuditEntry entry) => _repeated.Add(FakeSilo.Project, entry);

    private static AuditEntry Failure(string? name, string address) =>
        new(AuditKind.SignInFailed, new AuditActor(ActorKind.Stranger, name, null, null, address));
}
