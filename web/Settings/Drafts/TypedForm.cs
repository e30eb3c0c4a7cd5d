namespace CallCenter.Web.Settings.Drafts;

/// <summary>An entry as it is being typed. Kept by the browser until it is saved, so all of it can be written as JSON.</summary>
public abstract class TypedForm<T> where T : class
{
    /// <summary>The entry as it was when the form was opened; null for a new one.</summary>
    public T? Seen { get; set; }

    /// <summary>Whether something was typed since it was opened.</summary>
    public bool IsTyped { get; set; }
}

/// <summary>One whose fields are those of the entry.</summary>
public sealed class EntryForm<T> : TypedForm<T> where T : class
{
    public required T Now { get; set; }
}

/// <summary>Opens forms.</summary>
public static class EntryForms
{
    public static EntryForm<T> Of<T>(T entry) where T : class => new() { Seen = entry, Now = entry };

    /// <param name="proposed">What a new one begins with; its key is made when it is saved.</param>
    public static EntryForm<T> New<T>(T proposed) where T : class => new() { Now = proposed };
}
