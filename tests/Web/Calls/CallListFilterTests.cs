using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Web.Calls;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace CallCenter.Web.Tests.Calls;

public sealed class CallListFilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Viewer Supervisor = new(new ProjectId("main"), "head", "Head", AccessLevel.Supervisor, null);

    [Theory]
    [InlineData("")]
    [InlineData("?period=week&department=sales&employee=olena&direction=incoming&outcome=noAnswer&number=067")]
    [InlineData("?recorded=true&call=17&play=9&conversation=2")]
    [InlineData("?period=custom&from=2026-03-01&to=2026-03-02&sort=wait&order=asc&call=17")]
    public void The_address_holds_the_whole_state(string query) => Assert.Equal(query, Read(query).ToQueryString());

    [Fact]
    public void A_place_survives_the_address_in_its_own_order_only()
    {
        var filter = Read("?sort=talk") with { After = new CallCursor("61000", new CallId(9)) };
        Assert.Equal(filter.After, Read(filter.ToQueryString()).After);
        Assert.Null(Read(filter.ToQueryString().Replace("talk", "wait", StringComparison.Ordinal)).After);
    }

    [Theory]
    [InlineData("?period=never&direction=up&outcome=17&sort=x&call=abc&number=xyz&after=!!!")]
    [InlineData("?recorded=1&play=x&conversation=2")]
    public void What_cannot_be_read_is_left_out(string query) => Assert.Equal("", Read(query).ToQueryString());

    [Fact]
    public void The_filters_reach_the_query()
    {
        var query = Read("?department=sales&employee=olena&direction=outgoing&outcome=busy&number=(044) 12&recorded=true&sort=wait"
            + "&order=asc")
            .ToQuery(Supervisor, Now, DateTimeZone.Utc);
        Assert.Equal(
            new CallQuery(
                new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(),
                new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(),
                new DepartmentId("sales"), new EmployeeId("olena"), CallDirection.Outgoing, CallOutcome.Busy, "04412", null,
                CallSort.Wait, false, OnlyRecorded: true),
            query);
    }

    [Fact]
    public void An_employee_cannot_ask_for_others()
    {
        var olena = Supervisor with { Access = AccessLevel.Employee, Employee = new EmployeeId("olena") };
        var query = Read("?department=support&employee=ivan").ToQuery(olena, Now, DateTimeZone.Utc);
        Assert.Equal((null, null, new EmployeeId("olena")), (query.Department, query.Employee, query.OnlyOwnedBy));
        Assert.Equal(new EmployeeId("olena"), query.HeardBy);
    }

    [Fact]
    public void The_same_column_again_turns_the_order_and_begins_at_the_first_page()
    {
        var filter = Read("") with { After = new CallCursor("1", new CallId(1)) };
        Assert.Equal("?order=asc", filter.SortedBy(CallSort.Arrived).ToQueryString());
        Assert.Equal("?sort=wait", filter.SortedBy(CallSort.Wait).ToQueryString());
        Assert.Equal("?sort=clientNumber&order=asc", filter.SortedBy(CallSort.ClientNumber).ToQueryString());
    }

    private static CallListFilter Read(string query) => CallListFilter.FromQuery(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
