using System.Text.Json;
using Microsoft.JSInterop;

namespace CallCenter.Web.Work;

/// <summary>
/// What is being typed, in the window of whoever types it (<c>js/keep.js</c>) until it is saved: a new start of the server, or a page that
/// is loaded again, loses nothing. Scoped: one for each circuit.
/// </summary>
public sealed class Keep(IJSRuntime window)
{
    /// <summary>What was kept under the name; null when nothing was, or nothing that can be read.</summary>
    public async ValueTask<T?> Get<T>(string name) where T : class
    {
        try
        {
            return await window.InvokeAsync<string?>("callCenterKeep.get", name) is { } text ? JsonSerializer.Deserialize<T>(text) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or JSException or JSDisconnectedException)
        {
            return null;
        }
    }

    /// <summary>Null forgets it.</summary>
    public async ValueTask Set<T>(string name, T? typed) where T : class
    {
        try
        {
            await window.InvokeVoidAsync("callCenterKeep.set", name, typed is null ? null : JsonSerializer.Serialize(typed));
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // The window is gone, and what it kept with it.
        }
    }
}
