namespace CallCenter.Abstractions.Clients;

/// <summary>Sets what is known of a client: his name and the employee responsible for him (null takes it away).</summary>
/// <param name="Number">Any form that can be normalised to E.164.</param>
public sealed record LinkClient(string Number, string? Name, EmployeeId? Responsible, string By) : ProjectCommand;

/// <summary>A client's CRM link was set.</summary>
public sealed record ClientLinked(string Number, string? Name, EmployeeId? Responsible, string By) : ProjectEvent;

/// <summary>What the project knows of a client right now.</summary>
/// <param name="LastTalked">Who last talked to him, and when (Unix milliseconds UTC).</param>
public sealed record ClientSnapshot(string Number, string? Name, EmployeeId? Responsible, EmployeeId? LastTalked, long? LastTalkedAt);
