using CallCenter.Abstractions.Crm;

namespace CallCenter.Grains.Crm;

/// <summary>
/// What is known of one client, with his neighbours in the order of touching. What is known is a value that is replaced, never changed, so
/// that a picture of the project takes a reference and costs no copy of a million clients.
/// </summary>
internal sealed class CrmLinkGrain(string number)
{
    public ClientSnapshot Known { get; set; } = new(number, null, null, null, null);
    public CrmLinkGrain? Before { get; set; }
    public CrmLinkGrain? After { get; set; }
}
