using CallCenter.Abstractions;
using CallCenter.Abstractions.Clients;
using CallCenter.Engine.Numbering;

namespace CallCenter.Engine.Clients;

/// <summary>Sets what is known of a client.</summary>
internal static class ClientRules
{
    public static CommandReply Handle(TurnScope turn, LinkClient command)
    {
        if (!PhoneNumbers.TryNormalise(command.Number, turn.State.Document.DefaultCountry, out string number))
        {
            return new Refused(
                Refusal.InvalidNumber, $"\"{command.Number}\" is no telephone number; give it as +380441234567 or in local form.");
        }
        if (command.Responsible is { } id && !turn.State.Employees.ContainsKey(id))
            return new Refused(Refusal.NoSuchEmployee, $"There is no employee {id}.");
        turn.Emit(new ClientLinked(number, command.Name, command.Responsible, command.By));
        return Accepted.Instance;
    }

    public static ClientSnapshot? Find(ProjectState state, string number) =>
        ((PhoneNumbers.TryNormalise(number, state.Document.DefaultCountry, out string e164) ? state.Clients.Find(e164) : null)
            ?? state.Clients.Find(number))?.ToSnapshot();
}
