using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Audit;

/// <summary>Who did what is written down in the turn in which it happened, and changes nothing.</summary>
public sealed class AuditTests
{
    private static readonly EmployeeId Anna = new("anna");
    private static readonly AuditActor Head = new(ActorKind.Person, "head@example.com", "head", AccessLevel.Supervisor, "192.0.2.7");
    private static readonly AuditEntry Entry = new(AuditKind.AvailabilitySet, Head, "anna", "notReady break");

    private readonly Scene _scene = new(Documents.Sales("anna"));

    [Fact]
    public void An_act_is_one_event_without_effects_and_the_board_stays_as_it_is()
    {
        var before = _scene.Project.Board(_scene.Now, 0);

        Assert.IsType<Accepted>(_scene.Do(new NoteAudit(Entry)));

        Assert.Equal([new AuditNoted(Entry)], _scene.Events);
        Assert.Empty(_scene.Effects);
        var after = _scene.Project.Board(_scene.Now, 0);
        Assert.Equal(before.Sequence, after.Sequence);
        Assert.Same(before.Employees, after.Employees);
    }

    [Fact]
    public void A_command_and_its_entry_are_one_turn()
    {
        var reply = _scene.Do(new AuditedCommand(new SetAvailability(Anna, Availability.NotReady, "break", "head"), Entry));

        Assert.IsType<Accepted>(reply);
        Assert.Single(_scene.Events.OfType<EmployeeStateChanged>());
        Assert.Equal(Entry, Assert.Single(_scene.Events.OfType<AuditNoted>()).Entry);
    }

    [Fact]
    public void What_was_refused_or_changed_nothing_leaves_no_entry()
    {
        Assert.IsType<Refused>(_scene.Do(new AuditedCommand(new FinishWrapUp(Anna, "head"), Entry)));
        Assert.Empty(_scene.Events);

        Assert.IsType<Accepted>(_scene.Do(new AuditedCommand(new SetAvailability(Anna, Availability.Ready, null, "head"), Entry)));
        Assert.Empty(_scene.Events);
    }

    [Fact]
    public void A_published_configuration_is_entered_with_its_version()
    {
        var publish = new PublishConfiguration(Documents.Sales("anna"), null, "admin");

        var reply = _scene.Do(new AuditedCommand(publish, new AuditEntry(AuditKind.ConfigurationPublished, Head)));

        Assert.Equal(2, Assert.IsType<ConfigurationAccepted>(reply).Version);
        Assert.Equal("2", Assert.Single(_scene.Events.OfType<AuditNoted>()).Entry.Target);
    }

    [Fact]
    public void Entries_are_in_no_snapshot_but_their_numbers_are()
    {
        _scene.Do(new NoteAudit(Entry));

        var again = Project.Restore(_scene.Project.Id, _scene.Project.Image().ToJson());

        Assert.Equal(_scene.Project.Sequence, again.Sequence);
        Assert.True(_scene.Project.Image().ToJson().Span.SequenceEqual(again.Image().ToJson().Span));
        Assert.DoesNotContain("192.0.2.7", System.Text.Encoding.UTF8.GetString(again.Image().ToJson().Span), StringComparison.Ordinal);
    }
}
