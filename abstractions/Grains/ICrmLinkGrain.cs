using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Clients;

namespace CallCenter.Abstractions.Grains;

/// <summary>What links a client to his own manager; its key is <c>project/E.164</c>.</summary>
public interface ICrmLinkGrain : IGrainWithStringKey
{
    /// <summary>What the project knows of him; null when nothing is.</summary>
    ValueTask<ClientSnapshot?> Client();

    /// <summary>Sets his name and who is responsible for him (null takes it away), with its entry of the audit log.</summary>
    /// <param name="by">Who asked: a sign-in name or the name of an API key.</param>
    ValueTask<CommandReply> Link(string? name, EmployeeId? responsible, string by, AuditEntry act);
}
