using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Web.Shell;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>A moment in a recorded conversation of a call, as the address of the card holds it.</summary>
public sealed record RecordedMoment(int Conversation, long Ms)
{
    private const string ConversationKey = "conversation";
    private const string AtKey = "at";

    /// <summary>Null where the address names none.</summary>
    public static RecordedMoment? FromQuery(IQueryCollection query) =>
        int.TryParse(query.ValueOf(ConversationKey), NumberStyles.None, CultureInfo.InvariantCulture, out var conversation)
        && int.TryParse(query.ValueOf(AtKey), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            ? new RecordedMoment(conversation, ms) : null;

    /// <summary>The card of a call, its player at this moment.</summary>
    public string CardOf(CallId call) =>
        string.Create(CultureInfo.InvariantCulture, $"{CallListFilter.Path}/{call}?{ConversationKey}={Conversation}&{AtKey}={Ms}");

    /// <summary>The moment where it is in this conversation.</summary>
    public long? In(int conversation) => conversation == Conversation ? Ms : null;
}
