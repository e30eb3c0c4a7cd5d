using System.Data.Common;

namespace CallCenter.Silo.Cluster.Durable;

/// <summary>
/// The table of reminders, asked for its statements by the first who needs them. Until it was reached once nobody is reminded: what is in
/// it comes with one of the silo's next looks.
/// </summary>
internal sealed class LateReminderTable(IReminderTable table) : IReminderTable
{
    private readonly LateStart _start = new(() => table.StartAsync());

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        try
        {
            await _start.Ensure();
        }
        catch (DbException)
        {
            return new ReminderTableData();
        }

        return await table.ReadRows(begin, end);
    }

    public async Task<ReminderTableData> ReadRows(GrainId grainId)
    {
        await _start.Ensure();
        return await table.ReadRows(grainId);
    }

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        await _start.Ensure();
        return await table.ReadRow(grainId, reminderName);
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        await _start.Ensure();
        return await table.UpsertRow(entry);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        await _start.Ensure();
        return await table.RemoveRow(grainId, reminderName, eTag);
    }

    public async Task TestOnlyClearTable()
    {
        await _start.Ensure();
        await table.TestOnlyClearTable();
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => table.StopAsync(cancellationToken);
}
