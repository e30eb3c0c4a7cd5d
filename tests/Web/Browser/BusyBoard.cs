using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Browser;

/// <summary>A board of a busy half hour: every state and stage is on it, some waits are long. For looking at pages.</summary>
internal static class BusyBoard
{
    private static readonly string[] Surnames =
    [
        "Бондар", "Коваль", "Петренко", "Мельник", "Лисенко", "Шевченко", "Гончар", "Ткачук", "Савчук", "Кравець", "Мороз", "Зінченко",
        "Литвин", "Поліщук",
    ];

    private static readonly string[] GivenNames =
    [
        "Марія", "Олена", "Іван", "Тарас", "Оксана", "Андрій", "Наталія", "Юрій", "Софія", "Дмитро", "Ганна", "Роман", "Ірина", "Павло",
    ];

    public static BoardSnapshot Now(BoardSnapshot board)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return board with
        {
            TakenAt = now,
            Departments =
            [
                Department("sales", "Продажі", "500") with
                {
                    Waiting = 4, LongestWaitSince = now - 47_000, ServiceLevelLive = 61, ServiceLevelToday = 72.4, Offered = 131,
                    Answered = 118, Abandoned = 9, FlowedOut = 2, AverageSpeedOfAnswerMs = 18_400,
                    Ringing = 1, Talking = 3, WrapUp = 1, NotReady = 1, SignedOut = 2,
                },
                Department("support", "Підтримка", "600") with
                {
                    Waiting = 1, LongestWaitSince = now - 17_000, ServiceLevelLive = 88, ServiceLevelToday = 91, Offered = 64,
                    Answered = 60, Abandoned = 3, AverageSpeedOfAnswerMs = 7_100, Ready = 1, Talking = 2, WrapUp = 1, NotReady = 1,
                },
                Department("delivery", "Доставка", null) with { Ready = 2 },
            ],
            Employees = [.. Enumerable.Range(0, Surnames.Length).Select(index => Employee(index, now))],
            Calls =
            [
                Call(101, "+380671112233", "ТОВ «Ромашка»", CallStage.Talking, now - 185_000, "olena"),
                Call(102, "+380509998877", null, CallStage.Waiting, now - 47_000),
                Call(103, "+380631234500", "Ірина Савчук", CallStage.Ringing, now - 6_000, "p5"),
                Call(104, "+380931234567", null, CallStage.Waiting, now - 21_000),
                Call(105, "+380971230011", "Кафе «Вежа»", CallStage.OnHold, now - 33_000, "ivan"),
                Call(106, "", null, CallStage.Waiting, now - 3_000) with { Department = new DepartmentId("support") },
                Call(107, "+380441110022", "Бюро перекладів", CallStage.Talking, now - 64_000, "taras") with
                {
                    Direction = CallDirection.Outgoing, Department = null,
                },
                Call(108, "101", null, CallStage.Talking, now - 12_000, "oksana") with
                {
                    Direction = CallDirection.Internal, Dialled = "104", Department = null,
                },
            ],
            Today = new DayTotals(195, 41, 178, 12, 8),
        };
    }

    private static DepartmentLine Department(string id, string name, string? extension) => new(
        new DepartmentId(id), name, extension, 0, null, null, null, 80, 20, 15, 30, 0, 0, 0, 0, 0, null, 0, 0, 0, 0, 0, 0);

    private static EmployeeLine Employee(int index, long now)
    {
        var known = SampleProject.Configuration.Employees;
        var (availability, activity, reason) = (index % 7) switch
        {
            0 => (Availability.Ready, Activity.Idle, null),
            1 => (Availability.Ready, Activity.Talking, null),
            2 => (Availability.NotReady, Activity.Talking, "lunch"),
            3 => (Availability.NotReady, Activity.Idle, "lunch"),
            4 => (Availability.Ready, Activity.WrapUp, (string?)null),
            5 => (Availability.Ready, Activity.Ringing, null),
            _ => (Availability.SignedOut, Activity.Idle, null),
        };
        var client = activity is not (Activity.Talking or Activity.Ringing) ? null : index % 2 == 0 ? "ТОВ «Ромашка»" : "+380671112233";
        string[] departments = [index % 3 == 0 ? "support" : "sales", .. index % 5 == 0 ? new[] { "delivery" } : []];
        var since = now - (index * 37_000) - 4_000;
        return new EmployeeLine(
            new EmployeeId(index < known.Count ? known[index].Id : $"p{index}"), $"{GivenNames[index]} {Surnames[index]}", $"{100 + index}",
            [.. departments.Select(id => new DepartmentId(id))], index != 7,
            new EmployeeState(availability, reason, activity, null, null, since, activity == Activity.WrapUp ? now + 8_000 : null),
            client, index * 3, index * 312_000, index % 4 == 0 ? 1 : 0,
            index == 2 ? since + 1_000 : null);
    }

    private static CallLineOnBoard Call(long id, string number, string? name, CallStage stage, long since, string? with = null) => new(
        new CallId(id), CallDirection.Incoming, number, name, "+380441234567", "office", stage, since, since - 2_000,
        new DepartmentId("sales"), 0, with is null ? [] : [new EmployeeId(with)], null);
}
