using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Grains.Tests;

/// <summary>Each grain, called from its own process and as from another one.</summary>
public sealed class GrainTests(GrainsUnderTest under) : IClassFixture<GrainsUnderTest>
{
    private static readonly AuditEntry Act = new(AuditKind.AvailabilitySet, SampleActs.Head, "taras", "ready");

    public static TheoryData<bool> Sides => [true, false];

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_project_shows_board_and_document_and_reads_numbers(bool isElsewhere)
    {
        var project = From(isElsewhere).Project(GrainsUnderTest.Project);

        Assert.Equal(under.Silo.Projects.Current.Sequence, (await project.Board()).Sequence);
        var (version, document) = await project.Configuration();
        Assert.True(version > 0);
        Assert.Equal(SampleProject.Configuration.Employees.Count, document.Employees.Count);
        Assert.Equal("+380671234567", await project.ReadNumber("067 123 45 67"));
        Assert.Null(await project.ReadNumber("not a number"));
    }

    [Fact]
    public async Task Within_the_process_a_board_is_the_very_object_that_the_project_made() =>
        Assert.Same(under.Silo.Projects.Current, await under.Grains.Project(GrainsUnderTest.Project).Board());

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_refusal_is_a_value(bool isElsewhere)
    {
        var employee = From(isElsewhere).Employee(GrainsUnderTest.Project, new EmployeeId("taras"));

        var refused = Assert.IsType<Refused>(await employee.SetAvailability(Availability.NotReady, null, "head", Act));

        Assert.Equal(Refusal.NotReadyReasonNeeded, refused.Refusal);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task An_order_reaches_the_project_with_its_entry_of_the_audit_log(bool isElsewhere)
    {
        var employee = From(isElsewhere).Employee(GrainsUnderTest.Project, new EmployeeId("olena"));

        Assert.IsType<Accepted>(await employee.SetAvailability(Availability.NotReady, "lunch", "head", Act));

        Assert.Equal(
            new SetAvailability(new EmployeeId("olena"), Availability.NotReady, "lunch", "head"),
            under.Silo.Projects.Sent.OfType<SetAvailability>().Last());
        Assert.Equal(Act, under.Silo.Projects.Noted[^1]);
        Assert.Equal(Availability.NotReady, (await employee.Desk())!.Line.State.Availability);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_call_is_shown_and_ended_and_then_is_no_more(bool isElsewhere)
    {
        var line = under.Silo.Projects.Current.Calls[0];
        var call = From(isElsewhere).Call(GrainsUnderTest.Project, line.Id);
        Assert.Equal(line.ClientNumber, (await call.State())!.ClientNumber);

        Assert.IsType<Accepted>(await call.End("head", Act));

        Assert.Null(await call.State());
        Assert.Equal(Refusal.NoSuchCall, Assert.IsType<Refused>(await call.End("head", Act)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_client_is_linked_to_his_manager(bool isElsewhere)
    {
        var number = isElsewhere ? "+380670000001" : "+380670000002";
        var link = From(isElsewhere).CrmLink(GrainsUnderTest.Project, number);
        Assert.Null(await link.Client());

        Assert.IsType<Accepted>(await link.Link("Ольга", new EmployeeId("olena"), "head", Act));

        Assert.Equal(new EmployeeId("olena"), (await link.Client())!.Responsible);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_department_shows_its_figures_and_its_queue(bool isElsewhere)
    {
        var line = under.Silo.Projects.Current.Departments[0];
        var department = From(isElsewhere).Department(GrainsUnderTest.Project, line.Id);

        Assert.Equal(line.Name, (await department.Figures())!.Name);
        Assert.All(await department.Queue(), call => Assert.Equal(line.Id, call.Department));
        Assert.Null(await From(isElsewhere).Department(GrainsUnderTest.Project, new("none")).Figures());
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_project_that_is_not_there_is_said_so(bool isElsewhere) =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => From(isElsewhere).Project(new("none")).Board().AsTask());

    [Theory]
    [InlineData("main/olena", "main", "olena")]
    [InlineData("main/a/b", "main", "a/b")]
    [InlineData("main/", "main", "")]
    public void A_key_is_split_at_its_first_stroke(string key, string project, string rest) =>
        Assert.Equal((new ProjectId(project), rest), GrainKeys.Split(key));

    [Fact]
    public void A_key_without_a_project_is_a_defect() => Assert.Throws<ArgumentException>(() => GrainKeys.Split("olena"));

    private IGrainFactory From(bool elsewhere) => elsewhere ? under.Elsewhere : under.Grains;
}
