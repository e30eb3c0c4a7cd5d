using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CallCenter.Grains.Tests.Tables;

/// <summary>A grain as those for outside work will be: with durable state and a reminder.</summary>
public interface INoteGrain : IGrainWithStringKey
{
    Task<string?> Read();

    Task Write(string text);

    Task Clear();

    /// <summary>Writes as an activation would that read an older version.</summary>
    /// <returns>Whether the table refused.</returns>
    Task<bool> WriteLate(string text);

    Task Remind(TimeSpan period);

    Task<int> Reminders();

    Task Forget();

    /// <summary>Ends the activation: the next call reads what the table has.</summary>
    Task End();
}

[GenerateSerializer]
public sealed class Note
{
    [Id(0)]
    public string? Text { get; set; }
}

public sealed class NoteGrain([PersistentState("note", "notes")] IPersistentState<Note> note)
    : Grain, INoteGrain, IRemindable
{
    private const string Name = "look again";

    public Task<string?> Read() => Task.FromResult(note.State.Text);

    public Task Write(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }

    public Task Clear() => note.ClearStateAsync();

    public async Task<bool> WriteLate(string text)
    {
        var storage = ServiceProvider.GetRequiredKeyedService<IGrainStorage>("notes");
        var late = new GrainState<Note>(new Note { Text = text }, "1") { RecordExists = true };
        try
        {
            await storage.WriteStateAsync("note", this.GetGrainId(), late);
            return false;
        }
        catch (InconsistentStateException)
        {
            return true;
        }
    }

    public Task Remind(TimeSpan period) => this.RegisterOrUpdateReminder(Name, period, period);

    public async Task<int> Reminders() => (await this.GetReminders()).Count;

    public async Task Forget() => await this.UnregisterReminder((await this.GetReminder(Name))!);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}
