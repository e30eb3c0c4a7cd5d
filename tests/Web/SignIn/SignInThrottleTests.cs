using System.Net;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Tests.SignIn;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Office = IPAddress.Parse("203.0.113.7");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("198.51.100.9");

    private readonly ManualTime _time = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public void A_few_mistakes_are_free()
    {
        Fail(Office, "olena", 4);

        Assert.Null(_throttle.Begin(Office, "olena"));
    }

    [Fact]
    public void After_five_attempts_one_has_to_wait_and_the_wait_doubles()
    {
        Fail(Office, "olena", 5);
        var first = _throttle.Begin(Office, "olena");
        _time.Pass(first!.Value);
        Assert.Null(_throttle.Begin(Office, "olena"));
        var second = _throttle.Begin(Office, "olena");

        Assert.Equal(first.Value * 2, second);
    }

    [Fact]
    public void A_right_password_makes_the_mistakes_forgotten()
    {
        Fail(Office, "olena", 4);
        _throttle.Begin(Office, "olena");
        _throttle.Succeeded(Office, "olena");
        Fail(Office, "olena", 4);

        Assert.Null(_throttle.Begin(Office, "olena"));
    }

    [Fact]
    public void Guessing_at_one_name_does_not_lock_it_elsewhere()
    {
        Fail(Office, "olena", 5);

        Assert.NotNull(_throttle.Begin(Office, "olena"));
        Assert.Null(_throttle.Begin(Elsewhere, "olena"));
    }

    [Fact]
    public void Trying_many_names_from_one_source_is_slowed_down()
    {
        for (var i = 0; i < 30; i++) _throttle.Begin(Office, $"name{i}");

        Assert.NotNull(_throttle.Begin(Office, "another"));
        Assert.Null(_throttle.Begin(Elsewhere, "another"));
    }

    [Fact]
    public void Trying_one_name_from_many_sources_is_slowed_down_but_never_for_long()
    {
        for (var i = 0; i < 60; i++) _throttle.Begin(IPAddress.Parse($"192.0.2.{i}"), "olena");

        var wait = _throttle.Begin(Elsewhere, "olena");

        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Addresses_of_one_IPv6_network_count_as_one_source()
    {
        for (var i = 1; i <= 30; i++) _throttle.Begin(IPAddress.Parse($"2001:db8:1:2::{i:x}"), $"name{i}");

        Assert.NotNull(_throttle.Begin(IPAddress.Parse("2001:db8:1:2:ffff::1"), "another"));
        Assert.Null(_throttle.Begin(IPAddress.Parse("2001:db8:1:3::1"), "another"));
    }

    [Fact]
    public void Writing_a_name_otherwise_gains_nothing()
    {
        Fail(Office, "olena", 5);

        Assert.NotNull(_throttle.Begin(Office, " OLENA "));
    }

    [Fact]
    public void An_hour_later_all_is_forgotten()
    {
        Fail(Office, "olena", 12);
        _time.Pass(TimeSpan.FromHours(1));
        Fail(Office, "olena", 4);

        Assert.Null(_throttle.Begin(Office, "olena"));
    }

    [Fact]
    public void A_full_table_makes_new_names_wait_instead_of_growing()
    {
        for (var i = 0; i < SignInThrottle.MostEntries; i++) _throttle.Begin(new IPAddress(i), $"name{i}");

        Assert.NotNull(_throttle.Begin(Office, "olena"));
        _time.Pass(TimeSpan.FromHours(2));
        Assert.Null(_throttle.Begin(Office, "olena"));
    }

    private void Fail(IPAddress source, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (_throttle.Begin(source, name) is { } wait)
            {
                _time.Pass(wait);
                i--;
            }
        }
    }
}
