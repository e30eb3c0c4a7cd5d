using CallCenter.Abstractions.Clients;

namespace CallCenter.Engine.Clients;

/// <summary>All clients as they were at one time.</summary>
internal sealed class ClientPicture(ClientPages links, int first, int count)
{
    /// <summary>From the one touched longest ago to the one touched last.</summary>
    public ClientSnapshot[] ToArray()
    {
        var clients = new ClientSnapshot[count];
        int place = first;
        for (int i = 0; i < count; i++)
        {
            ref var link = ref links[place];
            clients[i] = link.ToSnapshot();
            place = link.After;
        }
        return clients;
    }
}
