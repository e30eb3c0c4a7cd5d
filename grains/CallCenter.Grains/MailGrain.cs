using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Letters;
using CallCenter.Grains.Placement;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>
/// The queue of a project's letters. A letter is kept before its poster hears of it and tried at once; while any waits a reminder calls the
/// grain back, after a restart too. Sending takes seconds and nobody waits for it, so calls go on beside it.
/// </summary>
[Reentrant, ProjectPlacement]
public sealed class MailGrain(
    [PersistentState("letters", GrainStateNames.Storage)] IPersistentState<LetterQueue> queue, IMail mail, TimeProvider time,
    ILogger<MailGrain> log) : Grain, IMailGrain, IRemindable
{
    private const string Reminder = "send";

    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private Task _kept = Task.CompletedTask;
    private IGrainTimer? _timer;
    private bool _isSending;
    private bool _isReminded;

    private ProjectId Id => new(this.GetPrimaryKeyString());

    private List<KeptLetter> Kept => queue.State.Letters;

    private IEnumerable<KeptLetter> Waiting => Kept.Where(static letter => letter.State == LetterState.Waiting);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        Schedule();
    }

    public async ValueTask<bool> Post(Letter[] letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        // Whoever asks twice wants one: the newer letter takes the place of one of its kind that still waits.
        var replaced = Waiting.Where(waiting => letters.Any(letter => letter.Kind == waiting.Kind && letter.To == waiting.To)).ToHashSet();
        if (Waiting.Count() - replaced.Count + letters.Length > LetterPace.MostWaiting) return false;
        var posted = letters.Select(letter => KeptLetter.Of(letter, ++queue.State.LastId, Now)).ToHashSet();
        Kept.RemoveAll(replaced.Contains);
        Kept.AddRange(posted);
        try
        {
            await Keep();
        }
        catch (OrleansException)
        {
            // What was refused must not leave with the next that is kept; what others posted meanwhile stays.
            Kept.RemoveAll(posted.Contains);
            Kept.AddRange(replaced);
            throw;
        }

        Schedule();
        await Remind();
        return true;
    }

    public ValueTask<LetterLine[]> Letters() => ValueTask.FromResult<LetterLine[]>(
        [.. Kept.OrderByDescending(static letter => letter.Id).Select(static letter => letter.ToLine())]);

    public async ValueTask<bool> TryNow(long id)
    {
        if (Waiting.FirstOrDefault(letter => letter.Id == id) is not { } letter) return false;
        letter.NextAt = Now;
        await Keep();
        Schedule();
        return true;
    }

    public async ValueTask<bool> GiveUp(long id)
    {
        if (Waiting.FirstOrDefault(letter => letter.Id == id) is not { } letter) return false;
        letter.Finish(LetterState.Failed, Now);
        await Keep();
        return true;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => SendDue();

    // Beside the calls: the timer asks for the next round when this one is kept.
    private async Task SendDue()
    {
        if (_isSending) return;
        _isSending = true;
        var next = ReminderPeriod;
        try
        {
            while (Waiting.Where(letter => letter.NextAt <= Now).Take(LetterPace.AtOnce).ToList() is { Count: > 0 } due)
            {
                var failures = await mail.Send(Id, [.. due.Select(static letter => letter.ToLetter())]);
                // One that was given up meanwhile is sent all the same, and said so.
                for (var i = 0; i < due.Count; i++) LetterPace.Tried(due[i], failures[i], Now);
                Forget();
                await Keep();
            }

            if (Waiting.Any()) await Remind();
            else await Forgo();
            next = TimeSpan.Zero;
        }
        finally
        {
            _isSending = false;
            Schedule(next);
        }
    }

    private void Forget()
    {
        var over = Kept.Where(static letter => letter.State != LetterState.Waiting).OrderByDescending(static letter => letter.At);
        var old = over.Skip(LetterPace.MostFinished).ToHashSet();
        Kept.RemoveAll(old.Contains);
    }

    /// <param name="least">No sooner than this: after a failure nobody thought of.</param>
    private void Schedule(TimeSpan least = default)
    {
        _timer?.Dispose();
        _timer = null;
        if (_isSending || !Waiting.Any()) return;
        // No longer than an hour, after which it looks again: the clock of the machine may have been set back.
        var wait = Math.Clamp(
            Waiting.Min(static letter => letter.NextAt) - Now, (long)least.TotalMilliseconds, (long)LongestSleep.TotalMilliseconds);
        _timer = this.RegisterGrainTimer(
            Tick, new GrainTimerCreationOptions(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    private async Task Tick(CancellationToken cancellation)
    {
        try
        {
            await SendDue();
        }
        catch (OrleansException failure)
        {
            // What became of the letters could not be kept. The timer comes back to it; after a restart a letter may leave twice.
            GrainLog.LettersNotKept(log, Id.Value, failure);
        }
    }

    // The letters are kept, and tried from memory: without the reminder only a restart would not come back to them by itself.
    private async Task Remind()
    {
        if (_isReminded) return;
        try
        {
            await this.RegisterOrUpdateReminder(Reminder, ReminderPeriod, ReminderPeriod);
            _isReminded = true;
        }
        catch (Exception failure) when (failure is OrleansException or DbException)
        {
            GrainLog.NotReminded(log, Id.Value, failure);
        }
    }

    private async Task Forgo()
    {
        try
        {
            if (await this.GetReminder(Reminder) is { } reminder) await this.UnregisterReminder(reminder);
            _isReminded = false;
        }
        catch (Exception failure) when (failure is OrleansException or DbException)
        {
            // It comes once more, finds nothing to send, and is given up then.
            GrainLog.NotReminded(log, Id.Value, failure);
        }
    }

    // A state is written by one at a time.
    private Task Keep()
    {
        return _kept = After(_kept);

        async Task After(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            await queue.WriteStateAsync();
        }
    }
}
