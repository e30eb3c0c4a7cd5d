using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.People;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;
using CallCenter.Abstractions.Prompts;
using CallCenter.Abstractions.Routing;
using CallCenter.Abstractions.Trunks;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Grains.Tests;

/// <summary>One of each message that crosses processes.</summary>
internal static class SampleMessages
{
    /// <summary>By the name of its type; more of one type have a word behind it.</summary>
    public static SortedDictionary<string, object> All()
    {
        var board = SampleProject.Board(SampleProject.Configuration);
        var next = board with
        {
            Sequence = board.Sequence + 3,
            Employees = [.. board.Employees.Skip(1).Prepend(board.Employees[0] with { CallsToday = 12 })],
            Calls = [.. board.Calls.Skip(1)],
        };
        var key = new ApiKey("k1", FakeSilo.Project, "wallboard", AccessLevel.Supervisor, SampleProject.Start);
        var rename = DraftEdit.OfWhole("name", "Затишок", "Нова");
        var editor = new DraftEditor("Олена", "w1", new DraftPlace("departments", "sales"));
        object[] all =
        [
            board, BoardStep.Between(board, next)!, BoardUpdate.Of(board),
            new EmployeeDesk(board.Employees[0], [], board.Calls[0], board.Departments, ["lunch"]),
            new PublishedConfiguration(3, SampleProject.Configuration), Accepted.Instance, new Refused(Refusal.TooLate, "Too late."),
            new ConfigurationAccepted(4), new ClientSnapshot("+380671234567", "Ольга", new("olena"), null, 5),
            new SetAvailability(new("olena"), Availability.NotReady, "lunch", "head"), new FinishWrapUp(new("olena"), "head"),
            new LinkClient("+380671234567", null, null, "head"), new EndCall(new(7), "head"), new NoteAudit(SampleActs.EachKind[0]),
            new AuditedCommand(new EndCall(new(7), "head"), SampleActs.EachKind[0]),
            new PublishConfiguration(SampleProject.Configuration, 2, "admin"), SampleActs.EachKind[0],
            new SiloPlace("A", true, [new PlacedProject(new("main"), ProjectStanding.Suspended)]),
            new SiloState(new FakeSilo().Read(), [new SiloAlarm(SiloAlarmKind.DiskLow, "1 GB left", 1_000_000_000)]),
            new ProjectEntry(FakeSilo.Project, ProjectStanding.Active, "Затишок", 9, 2),
            new SignedInUser(FakeSilo.Project, "olena@example.com", "Олена", AccessLevel.Supervisor, new("olena"), "stamp")
            {
                Supervises = [new("sales")],
            },
            new SavedView("board", "Продажі", "?department=sales"),
            new KnownSignIn("s1", SampleProject.Start, SampleProject.Start + 60_000, "192.0.2.7", "Firefox", "stamp"),
            key, new NewApiKey(key, "cc_k1_secret"), new EmployeeSignIn(new("olena"), "olena@example.com"),
            new ImportResult(null, [new ConfigurationError("$.name", "Is empty.", "A name.")], new Refused(Refusal.StaleVersion, "Newer.")),
            new ConfigurationError("$.departments[0].ringSeconds", "2 is out of range", "use 5 to 300")
            {
                Words = new FindingWords("{0} is out of range", ["2"], "use {0} to {1}", ["5", "300"]),
            },
            new ConfigurationDraft(7, 3, SampleProject.Configuration, SampleProject.Configuration, [new("$.name", "Is empty.", "A name.")]),
            rename, new DraftAnswer(8, [new DraftConflict("name", "", "Олена", "\"Інша\"")]),
            new DraftChange(DraftChangeKind.Changed, "name", "", "Затишок", "Олена", [new DraftProperty("", "1", null)], rename),
            new TrunkState(
                "carrier", TrunkReach.Unreachable, SampleProject.Start, null, 3, new TrunkFailure(SampleProject.Start, 503, "Full")),
            editor, new DraftPulse(8, [editor]),
            new Letter(LetterKind.Invitation, new("olena"), "olena@example.com", "Олена", "Доступ", "{token}", "<p>{token}</p>"),
            new LetterLine(
                3, LetterKind.Invitation, "olena@example.com", "Олена", LetterState.Waiting, SampleProject.Start, 2,
                SampleProject.Start + 60_000, new MailFailure(MailFailureKind.Unreachable, "refused")),
            new DialOutcome(DialResult.Outside, "+380671234567", "+380441234567", "carrier", true, true),
            new MailFailure(MailFailureKind.TryLater, "4.7.0 later"),
            new SignInOwner(FakeSilo.Project, new("olena"), "olena@example.com", "Олена", AccessLevel.Supervisor),
            new SignInStanding(new("olena"), true, SampleProject.Start),
            PromptPlace.Music, new PromptEntry(PromptPlace.OfOwn("greeting"), "Вітаємо.", true, 1_500),
            new PhoneTrial(180, "Ringing"),
            new RegisteredAccount(
                "olena",
                [
                    new("sip:olena@10.0.0.5", "udp:10.0.0.5:5060", [], "c", 1, SampleProject.Start, "Phone 1")
                    {
                        RegisteredAt = SampleProject.Start - 60_000,
                    },
                ]),
        ];
        var messages = new SortedDictionary<string, object>(all.ToDictionary(message => message.GetType().Name), StringComparer.Ordinal)
        {
            ["BoardUpdate step"] = BoardUpdate.Between(board, next),
        };
        return messages;
    }
}
