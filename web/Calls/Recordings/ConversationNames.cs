using CallCenter.Abstractions.Calls;
using CallCenter.Web.Board;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>How a conversation of a call is called.</summary>
public static class ConversationNames
{
    /// <summary>Who talked with the client: the employee, or the number where nobody knows one.</summary>
    public static string Who(CallRecord call, int conversation, ProjectNames names)
    {
        var talk = call.Conversations.FirstOrDefault(one => one.Number == conversation);
        var other = call.Legs.FirstOrDefault(leg => leg.Number == talk?.OtherLeg);
        return names.Employee(talk?.Employee) ?? names.Employee(other?.Employee) ?? PhoneNumber.Pretty(other?.Target ?? call.Dialled);
    }
}
