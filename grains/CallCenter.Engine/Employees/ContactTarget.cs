using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Employees;

/// <summary>A main contact point, made ready to be rung.</summary>
internal sealed class ContactTarget(ContactPoint point)
{
    public string? Account => point.Account;
    public string? Number => point.Number;
    /// <summary>The trunks that a number is tried through; null: by the rules.</summary>
    public IReadOnlyList<string>? Trunks => point.Trunks;
    public string Value { get; } = point.Value();
    /// <summary>What is rung; null for numbers, which first need a trunk.</summary>
    public RingTarget? Fixed { get; } = point.Number is null ? new RingTarget(point.Account, point.Uri, null, null) : null;
    /// <summary>Whether the phone is registered; always true for fixed URIs and numbers.</summary>
    public bool Registered { get; set; } = point.Account is null;
}
