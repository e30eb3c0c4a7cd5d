using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Steps;

public sealed class VoicemailTests
{
    private static readonly RecordedSide Silent = new(0, null, 0, 0, []);
    private static readonly RecordedSide Spoken = new(4_000, 300, 4_000, 0, [new SpeechSpan(300, 4_000)]);

    private static readonly ProjectConfiguration Company = Documents
        .Of(Documents.Department("sales", "anna"), Documents.Department("support", "ivan"))
        .LeadingTo(new Destination(Voicemail: new MailboxDestination(Department: "sales", Prompt: "away")));

    [Fact]
    public void A_message_is_asked_for_recorded_and_waits_for_the_department()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        Assert.Equal(["away", "tone"], scene.Says());
        scene.Hears(call);
        Assert.Equal(scene.Now, scene.Effect<RecordMessage>().BeganAt);
        scene.Wait(5);
        scene.Presses(call, "#");
        scene.Effect<EndMessage>();
        Assert.Equal(["message-saved", "goodbye"], scene.Says());
        Assert.Empty(Messages(scene, "anna"));
        scene.Hears(call);
        Assert.Equal((CallOutcome.Voicemail, "sales"), (scene.Record(call).Outcome, scene.Record(call).FirstDepartment?.Value));
        Recorded(scene, call, Spoken);
        var message = Assert.Single(Messages(scene, "anna"));
        Assert.Equal((call, Scene.Client, 5_000L), (message.Call, message.ClientNumber, message.DurationMs));
        Assert.Empty(Messages(scene, "ivan"));
        Assert.IsType<Accepted>(scene.Do(new FinishMessage(call, "anna")));
        Assert.Empty(Messages(scene, "anna"));
        Assert.IsType<Abstractions.Refused>(scene.Do(new FinishMessage(call, "anna")));
    }

    [Fact]
    public void Whoever_hangs_up_has_left_it_all_the_same()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        scene.Presses(call, "1");
        scene.Effect<StopSpeaking>();
        scene.Wait(3);
        scene.CallerHangsUp(call);
        Assert.Equal((CallOutcome.Voicemail, EndedBy.Client), (scene.Record(call).Outcome, scene.Record(call).EndedBy));
        Recorded(scene, call, Spoken);
        Assert.Single(Messages(scene, "anna"));
    }

    [Fact]
    public void Nothing_said_is_no_message()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(5);
        scene.Do(new ReportMessageOver(call, 1));
        scene.Hears(call);
        Recorded(scene, call, Silent);
        Assert.Empty(Messages(scene, "anna"));

        var quick = scene.CallAnchored();
        scene.Hears(quick);
        scene.Wait(1);
        scene.Presses(quick, "#");
        Assert.Equal(["message-empty", "goodbye"], scene.Says());
        scene.CallerHangsUp(quick);
        Assert.Equal(CallOutcome.Abandoned, scene.Record(quick).Outcome);
    }

    [Fact]
    public void It_is_no_longer_than_the_project_allows()
    {
        var scene = new Scene(Company with { Voicemail = new VoicemailConfiguration(30) });
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(29);
        Assert.Empty(scene.Events);
        scene.Wait(1);
        Assert.Equal(StepEnd.Message, scene.One<StepEnded>().End);
    }

    [Fact]
    public void The_responsible_employee_sees_messages_of_his_clients()
    {
        var scene = new Scene(Company);
        scene.Do(new LinkClient(Scene.Client, "Client", new EmployeeId("ivan"), "crm"));
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(4);
        scene.CallerHangsUp(call);
        Recorded(scene, call, Spoken);
        Assert.Equal("Client", Assert.Single(Messages(scene, "ivan")).ClientName);
    }

    [Fact]
    public void A_queue_that_nobody_serves_leads_there()
    {
        var sales = Documents.Department("sales", "anna") with
        {
            FlowOut = new FlowOutConfiguration(NoOneSignedIn: new Destination(Voicemail: new MailboxDestination(Employee: "anna"))),
        };
        var scene = new Scene(Documents.Of(sales), allReady: false);
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(3);
        scene.CallerHangsUp(call);
        Recorded(scene, call, Spoken);
        Assert.Single(Messages(scene, "anna"));
        Assert.Equal(QueueExit.NoOneSignedIn, Assert.Single(scene.Record(call).Visits).Exit);
    }

    [Fact]
    public void A_deleted_recording_takes_its_message_along()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(3);
        scene.CallerHangsUp(call);
        Recorded(scene, call, Spoken);
        scene.Do(new NoteRecordingDeleted(call, WaitingMessage.Recording));
        Assert.Empty(Messages(scene, "anna"));
    }

    [Fact]
    public void A_snapshot_keeps_what_waits_and_what_is_being_left()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(3);
        var json = scene.Project.Image().ToJson();
        var restored = Project.Restore(scene.Project.Id, json);
        Assert.Equal(json.ToArray(), restored.Image().ToJson().ToArray());
        Assert.NotNull(restored.Circuit(call)!.Message);
        scene.CallerHangsUp(call);
        Assert.True(Project.Restore(scene.Project.Id, scene.Project.Image().ToJson()).Image().ToJson().Span
            .SequenceEqual(scene.Project.Image().ToJson().Span));
    }

    private static IReadOnlyList<WaitingMessage> Messages(Scene scene, string employee) =>
        scene.Project.Desk(new EmployeeId(employee), scene.Now)!.Messages;

    private static void Recorded(Scene scene, CallId call, RecordedSide said) => scene.Do(new NoteRecording(
        call, WaitingMessage.Recording, new RecordingRecord(scene.Now, 5_000, 80_044, 0, 0, said, Silent)));
}
