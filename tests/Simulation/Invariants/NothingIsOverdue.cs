using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>
/// Whatever is transient ends by itself: it has a time, that time is not over, and the engine asks to be woken no later than then.
/// </summary>
internal sealed class NothingIsOverdue : IInvariant
{
    public void Check(Moment moment)
    {
        long earliest = moment.Command is PassTime ? moment.Now + 1 : moment.Now - moment.LateMs;
        long wakes = moment.Project.NextDue ?? long.MaxValue;
        Breach.Unless(wakes >= earliest, $"the engine wants to be woken at {wakes}, it is {moment.Now}");
        foreach (var call in moment.Book.Calls.Values)
        {
            foreach (var leg in call.Legs)
            {
                if (!leg.Answered) Check(leg.Started.RingUntil, leg.Started.Leg);
            }
            if (call.Visit?.LeaveAt is { } leave) Check(leave, call.Id);
            if (call.Visit?.AnnounceAt is { } announce) Check(announce, call.Id);
            foreach (var supervision in call.Supervisions)
            {
                if (!supervision.Answered) Check(supervision.Started.RingUntil, supervision.Started.Leg);
            }
            if (call.Step is { } step) Check(step.Until, call.Id);
            if (call.ExpiresAt is { } expires) Check(expires, call.Id);
        }
        foreach (var employee in moment.Employees)
        {
            if (employee.State is not { } state) continue;
            bool transient = state.Activity is Activity.Ringing or Activity.WrapUp;
            Breach.Unless(transient == state.Until is not null, $"{employee.Id} is {state}");
            if (state.Until is { } until) Check(until, employee.Id);
            if (employee.RestUntil > moment.Now) Check(employee.RestUntil, employee.Id);
        }
        if (moment.Everything) CheckBindings();

        void Check<T>(long due, T what)
        {
            Breach.Unless(due >= earliest, $"{what} was due at {due}, it is {moment.Now}");
            Breach.Unless(due >= wakes, $"{what} is due at {due}, the engine sleeps until {wakes}");
        }

        void CheckBindings()
        {
            foreach (var (account, bindings) in moment.Book.Bindings)
            {
                foreach (var binding in bindings) Check(binding.ExpiresAt, account);
            }
        }
    }
}
