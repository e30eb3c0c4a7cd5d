using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Histories;

/// <summary>What people, phones and carriers do, drawn at random; some of it impossible, late or repeated.</summary>
internal sealed class RandomCommands(Random random, Watch watch)
{
    public ProjectCommand Next(long now, ProjectConfiguration document) => random.Next(100) switch
    {
        < 21 => Received(),
        < 22 => new NoteRefusedCall(Received(), 415, "Unsupported Media Type"),
        < 28 => new ReceiveCall(new CallLine(null, Employee()), "x", null, Digits(), Scene.Facts),
        < 32 => new ReportRinging(Leg()),
        < 34 => new ReportMedia(Leg(1), new LegMedia(20_000, 1, 2, 3, 4, [5], Pick<byte[]?>(null, [6]))),
        < 52 => new ReportAnswered(Leg(), Scene.Facts),
        < 54 => Alone(),
        < 56 => Supervised(),
        < 60 => new ReportFailed(
            Leg(), Pick(486, 603, 404, 480, 503, 408, 302, 403, 488, 488, 415, 606), null, Pick(null, "Warning: 304 x \"y\""),
            Pick("101", "102", "0671112233", "+79001112233", "nobody", null)),
        < 72 => new ReportHangUp(Leg(1)),
        < 73 => new ReportBroken(Leg(1), "no ACK"),
        < 76 => Recording(),
        < 80 => new ReportHold(Leg(1), random.Next(2) == 0),
        < 90 => new SetAvailability(
            new EmployeeId(Employee()), Pick(Availability.Ready, Availability.Ready, Availability.NotReady, Availability.SignedOut),
            "break", "x"),
        < 92 => new FinishWrapUp(new EmployeeId(Employee()), "x"),
        < 95 => new ReportBindings(
            Employee(), random.Next(4) switch { 0 => [], 1 => [Binding(now) with { IsLost = true }], _ => [Binding(now)] }),
        < 97 => new LinkClient(Client(), "N", random.Next(3) == 0 ? null : new EmployeeId(Employee()), "x"),
        < 98 => new AuditedCommand(new EndCall(new CallId(watch.LastCall), "x"), Entry),
        < 99 => random.Next(3) switch { 0 => new CloseInterruptedCalls(), 1 => new NoteAudit(Entry), _ => PassTime.Instance },
        _ => new PublishConfiguration(random.Next(3) == 0 ? document : RandomDocuments.Next(random), null, "x"),
    };

    private static readonly AuditEntry Entry = new(AuditKind.CallEnded, new AuditActor(ActorKind.ApiKey, "x", "k", null, "10.0.0.1"));

    /// <summary>Mostly a leg that is live; now and then one that is not, or the caller's.</summary>
    private LegId Leg(int callers = 0)
    {
        var live = watch.LiveLegs;
        if (callers > 0 && random.Next(2) == 0 && watch.LiveCalls.Count > 0)
            return new LegId(watch.LiveCalls[random.Next(watch.LiveCalls.Count)], 0);
        return live.Count > 0 && random.Next(12) > 0
            ? live[random.Next(live.Count)]
            : new LegId(new CallId(1 + random.NextInt64(watch.LastCall + 1)), random.Next(4));
    }

    /// <summary>What a caller does whom we tell something, and what is known of that.</summary>
    private ProjectCommand Alone()
    {
        var call = Leg(1).Call;
        return random.Next(6) switch
        {
            0 => new ReportMessageOver(call, 1 + random.Next(3)),
            1 => new NoteRecording(Message(), WaitingMessage.Recording, new RecordingRecord(1, 2, 3, 4, 5, Side(), Side())),
            2 => new FinishMessage(Message(), "anna"),
            3 => new ReportSpoken(call, 1 + random.Next(3), 1 + random.Next(2)),
            _ => new ReportKey(new LegId(call, 0), Pick('1', '1', '2', '5', '#')),
        };
    }

    private ProjectCommand Supervised()
    {
        var (call, employee) = (Leg(1).Call, new EmployeeId(Employee()));
        return random.Next(6) switch
        {
            0 => new EndSupervision(call, employee),
            1 => new TakeOverCall(call, employee),
            2 => new AskForHelp(employee, random.Next(3) > 0),
            3 => new ReportKey(Leg(), Pick('4', '5', '6')),
            _ => new SuperviseCall(call, employee, (SupervisionMode)random.Next(3)),
        };
    }

    private CallId Message() => watch.Messages.Count > 0 ? watch.Messages[random.Next(watch.Messages.Count)] : new CallId(1);

    private string Employee() => RandomDocuments.Employees[random.Next(RandomDocuments.Employees.Length)];

    private ProjectCommand Recording() => random.Next(4) switch
    {
        3 => new NoteLegQuality(Leg(1), new LegQualityRecord(1, 2, 3, null, 5, 6, null, 8, 9)),
        0 => new PauseRecording(Leg(1).Call, random.Next(2) == 0, "anna"),
        1 => new NoteRecordingDeleted(Leg().Call, 1),
        _ => new NoteRecording(Leg().Call, 1, new RecordingRecord(1, 2, 3, 4, 5, Side(), Side())),
    };

    private static RecordedSide Side() => new(1, 2, 3, 4, [new SpeechSpan(5, 6), new SpeechSpan(20, 1)]);

    private ReceiveCall Received() => new(
        new CallLine(Pick("t1", "t2"), null), Caller(), null, $"+38044100000{1 + random.Next(4)}", Scene.Facts,
        IsWithheld: random.Next(20) == 0, Expires(), CanAnchor: random.Next(4) > 0);

    private string Client() => $"+38050111000{random.Next(8)}";

    private string Caller() => random.Next(12) == 0 ? Pick("anonymous", "alice") : Client();

    private string Digits() => Pick(
        "112", "101", "102", "200", "201", "0501112233", "0501112233", "0681112233", "+12125551212", "nonsense");

    private int? Expires() => random.Next(8) == 0 ? random.Next(200) : null;

    private static PhoneBinding Binding(long now) => new("sip:x@10.0.0.1", "udp:10.0.0.1:5060", [], "c", 1, now + 90_000, null);

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
