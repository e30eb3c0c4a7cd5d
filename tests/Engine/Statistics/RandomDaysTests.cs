using System.Text;
using System.Text.Json;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Tests.Statistics;

/// <summary>Properties that hold on any history; the seed in the test's name reproduces a failure.</summary>
public class RandomDaysTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Offered_is_answered_plus_abandoned_plus_flowed_out_plus_waiting_at_any_moment(int seed)
    {
        var day = new RandomDay(seed);
        for (var step = 0; step < 600; step++)
        {
            day.Step();
            var today = day.Script.Fold.DepartmentToday(Script.Sales, day.Now);
            Assert.Equal(day.WaitingSince.Count, today.Waiting);
            Assert.Equal(day.WaitingSince.Values.Count(since => since >= day.Midnight), today.Figures.StillWaiting());
            Assert.Equal(day.WaitingSince.Count == 0 ? null : day.WaitingSince.Values.Min(), today.LongestWaitSince);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Both_modes_count_the_same_facts(int seed)
    {
        var day = new RandomDay(seed);
        for (var step = 0; step < 600; step++) day.Step();
        Assert.Equal(Total(day, IntervalMode.ByEntry), Total(day, IntervalMode.ByEvent));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Today_is_the_sum_of_its_intervals(int seed)
    {
        var day = new RandomDay(seed);
        for (var step = 0; step < 600; step++) day.Step();
        var sum = new DepartmentFigures();
        foreach (var interval in day.Script.Fold.Intervals(day.Midnight, long.MaxValue))
        {
            foreach (var (_, figures) in interval.Departments) sum.Add(figures);
        }

        var today = day.Script.Fold.DepartmentToday(Script.Sales, day.Now).Figures;
        Assert.Equal(JsonSerializer.Serialize(sum), JsonSerializer.Serialize(today));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Time_signed_in_is_the_sum_of_the_times_in_each_state(int seed)
    {
        var day = new RandomDay(seed);
        for (var step = 0; step < 600; step++) day.Step();
        var times = day.Script.Fold.EmployeeToday(Script.Olena, day.Now);
        var idle = times.IdleMs + times.NotReadyMs;
        Assert.Equal(times.SignedInMs, idle + times.RingingMs + times.TalkMs + times.HoldMs + times.WrapUpMs + times.InternalMs);
        Assert.Equal(day.Now - Math.Max(day.Midnight, day.SignedInAt), times.SignedInMs);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_restored_fold_goes_on_as_if_nothing_had_happened(int seed)
    {
        var day = new RandomDay(seed);
        for (var step = 0; step < 300; step++) day.Step();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Json(day.Script.Fold)));
        var restored = ProjectStatistics.Read(ref reader);
        Assert.Equal(Json(day.Script.Fold), Json(restored));

        var from = day.Script.Events.Count;
        for (var step = 0; step < 300; step++) day.Step();
        foreach (var (happened, at) in day.Script.Events.Skip(from)) restored.Apply(happened, at);
        Assert.Equal(Json(day.Script.Fold), Json(restored));
        Assert.Equal(
            JsonSerializer.Serialize(day.Script.Fold.DepartmentToday(Script.Sales, day.Now)),
            JsonSerializer.Serialize(restored.DepartmentToday(Script.Sales, day.Now)));
    }

    private static string Json(ProjectStatistics fold)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) fold.Write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Total(RandomDay day, IntervalMode mode)
    {
        var (departments, employees) = (new DepartmentFigures(), new EmployeeFigures());
        foreach (var interval in day.Script.Fold.Intervals(0, long.MaxValue, mode))
        {
            foreach (var (_, figures) in interval.Departments) departments.Add(figures);
            foreach (var (_, figures) in interval.Employees) employees.Add(figures);
        }

        return JsonSerializer.Serialize(departments) + JsonSerializer.Serialize(employees);
    }

    /// <summary>
    /// Callers that come at random, wait, are answered by Olena, give up or flow out, over about 18 hours and one midnight.
    /// </summary>
    private sealed class RandomDay
    {
        private static readonly QueueExit[] FlowOuts =
            [QueueExit.TimeOut, QueueExit.Full, QueueExit.NoOneSignedIn, QueueExit.AllNotReady, QueueExit.Interrupted, QueueExit.Failed,
             QueueExit.OfferRefused];

        private readonly Random _random;
        private readonly HashSet<long> _internal = [];
        private long _lastCall;
        private long? _talkingOn;

        public RandomDay(int seed)
        {
            _random = new Random(seed);
            Now = SignedInAt = Script.At("14:00:00");
            Script.Become(Script.Olena, Clock(), Availability.Ready, Activity.Idle);
        }

        public Script Script { get; } = new();
        public long Now { get; private set; }
        public long SignedInAt { get; }
        public Dictionary<long, long> WaitingSince { get; } = [];
        public long Midnight => Now - Now % 86_400_000;

        public void Step()
        {
            Now += _random.Next(200_000);
            switch (_random.Next(5))
            {
                case 0 or 1: Arrive(); break;
                case 2: Leave(_random.Next(2) == 0 ? QueueExit.Abandoned : FlowOuts[_random.Next(FlowOuts.Length)]); break;
                case 3 when _talkingOn is null: Answer(); break;
                default: Talk(); break;
            }
        }

        private void Arrive()
        {
            var call = ++_lastCall;
            var direction = _random.Next(6) == 0 ? CallDirection.Internal : CallDirection.Incoming;
            Script.Arrive(call, Clock(), direction).Queue(call, Clock());
            if (direction == CallDirection.Internal) _internal.Add(call);
            else WaitingSince[call] = Now;
        }

        private void Leave(QueueExit exit)
        {
            if (WaitingSince.Count == 0) return;
            var call = WaitingSince.Keys.Order().ElementAt(_random.Next(WaitingSince.Count));
            WaitingSince.Remove(call);
            Script.Leave(call, Clock(), exit).End(call, Clock());
        }

        private void Answer()
        {
            if (WaitingSince.Count == 0) return;
            var call = WaitingSince.MinBy(pair => (pair.Value, pair.Key)).Key;
            Script.Become(Script.Olena, Clock(), Availability.Ready, Activity.Ringing, call);
            Now += _random.Next(20_000);
            WaitingSince.Remove(call);
            Script.Take(call, Clock(), Script.Olena).Leave(call, Clock(), QueueExit.Answered)
                .Become(Script.Olena, Clock(), Availability.Ready, Activity.Talking, call);
            _talkingOn = call;
        }

        private void Talk()
        {
            if (_talkingOn is not { } call) return;
            if (_random.Next(2) == 0)
            {
                Script.Hold(call, Clock(), _random.Next(2) == 0, _random.Next(2));
                return;
            }

            Script.End(call, Clock(), Clock(), Script.Olena).Become(Script.Olena, Clock(), Availability.Ready, Activity.WrapUp, call);
            Now += _random.Next(60_000);
            Script.Become(Script.Olena, Clock(), Availability.Ready, Activity.Idle);
            _talkingOn = null;
        }

        private string Clock() => DateTimeOffset.FromUnixTimeMilliseconds(Now).ToString("yyyy-MM-dd HH:mm:ss.fff");
    }
}
