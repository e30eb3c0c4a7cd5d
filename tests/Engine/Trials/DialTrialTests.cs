using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Trials;

namespace CallCenter.Engine.Tests.Trials;

/// <summary>What a page says of a call before anybody makes it.</summary>
public sealed class DialTrialTests
{
    private static readonly ProjectConfiguration Document = Configuration.Documents.Valid();

    private static EmployeeConfiguration Caller =>
        Document.Employees.First(one => one.MainContacts.Concat(one.OtherContacts).Any(contact => contact.Account is not null));

    [Fact]
    public void It_is_what_the_engine_does_then()
    {
        var scene = new Scene(Document);
        string account = Caller.MainContacts.Concat(Caller.OtherContacts).First(one => one.Account is not null).Account!;
        scene.Do(new ReceiveCall(
            new CallLine(null, account), account, null, "067 999 88 77", Scene.Facts));
        var ring = scene.Effects.OfType<RingLeg>().Single();

        var outcome = Of(Document, "067 999 88 77");

        Assert.Equal(
            (DialResult.Outside, "+380679998877", ring.CallerNumber, ring.Target.Trunk),
            (outcome.Result, outcome.Number, outcome.Shown, outcome.Trunk));
    }

    [Fact]
    public void Why_a_number_cannot_be_called_is_said()
    {
        Assert.Equal(DialResult.NotAllowed, Of(Document with { AllowedDestinations = ["+48"] }, "067 999 88 77").Result);
        Assert.Equal(DialResult.NoSuchNumber, Of(Document, "12345678901234567").Result);
        Assert.Equal(DialResult.NoAccount, DialTrial.Of(Document, new EmployeeId("nobody"), "067 999 88 77", Input).Result);
        Assert.Equal(DialResult.Invalid, Of(Document with { Name = "" }, "067 999 88 77").Result);
    }

    [Fact]
    public void An_extension_is_somebodys_and_an_emergency_number_is_help()
    {
        var department = Document.Departments.First(one => one.Extension is not null);
        var help = Document with { EmergencyNumbers = [new EmergencyNumber("112", Document.Trunks[0].Id)] };

        var inside = Of(Document, department.Extension!);
        Assert.Equal((DialResult.Internal, department.Id), (inside.Result, inside.Department));
        Assert.Equal((DialResult.Emergency, Document.Trunks[0].Id), (Of(help, "112").Result, Of(help, "112").Trunk));
    }

    [Fact]
    public void The_rule_that_fits_decides_which_number_is_shown()
    {
        var second = Document.Numbers[1];
        var ruled = Document with { CallerNumberRules = [new CallerNumberRule(second.Id, DestinationPrefix: "+38067")] };

        Assert.Equal((second.Number, true), (Of(ruled, "067 999 88 77").Shown, Of(ruled, "067 999 88 77").ByRule));
        Assert.Equal((Document.Numbers[0].Number, false), (Of(ruled, "050 999 88 77").Shown, Of(ruled, "050 999 88 77").ByRule));
    }

    [Fact]
    public void A_client_comes_to_where_the_number_leads_whoever_is_there()
    {
        var menu = new MenuConfiguration { Id = "front", Name = "Front", Keys = [new("1", new(Department: Document.Departments[0].Id))] };
        var number = Document.Numbers[0] with
        {
            LeadsTo = new Destination(Menu: menu.Id),
            RecordingNotice = true,
            Record = RecordingRule.Always,
        };
        var document = Document with { Menus = [menu], Numbers = [number, .. Document.Numbers.Skip(1)] };

        var told = DialTrial.OfClient(document, "044 123 45 67", Input);
        var plain = DialTrial.OfClient(document, Document.Numbers[1].Number, Input);

        Assert.Equal((DialResult.Incoming, number.Id, true), (told.Result, told.OwnNumber, told.IsTold));
        Assert.Equal((DialResult.Incoming, Document.Numbers[1].Id, false), (plain.Result, plain.OwnNumber, plain.IsTold));
    }

    [Fact]
    public void Why_a_client_cannot_come_in_is_said()
    {
        Assert.Equal(DialResult.NoSuchNumber, DialTrial.OfClient(Document, "044 000 00 00", Input).Result);
        Assert.Equal(DialResult.Invalid, DialTrial.OfClient(Document with { Name = "" }, "044 123 45 67", Input).Result);
    }

    private static TurnInput Input => new(1_750_000_000_000, 1);

    private static DialOutcome Of(ProjectConfiguration document, string dialled) =>
        DialTrial.Of(document, new EmployeeId(Caller.Id), dialled, Input);
}
