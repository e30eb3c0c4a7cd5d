using System.Globalization;
using CallCenter.Load.Chance;

namespace CallCenter.Load.Callers;

/// <summary>
/// The clients of a company: the same seed gives the same people with the same numbers, so that those who call again after a restart
/// of the simulation are known to the server.
/// </summary>
public sealed class ClientPopulation
{
    private static readonly string[] MobilePrefixes = ["50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99"];

    private static readonly string[] GivenNames =
    [
        "Олександр", "Ганна", "Сергій", "Катерина", "Віктор", "Юлія", "Петро", "Людмила", "Роман", "Тетяна", "Василь", "Вікторія",
        "Ігор", "Лариса", "Микола", "Дарина",
    ];

    private static readonly string[] Surnames =
    [
        "Бойко", "Ткаченко", "Кравчук", "Олійник", "Поліщук", "Лисенко", "Марченко", "Руденко", "Савченко", "Петренко", "Мороз",
        "Клименко", "Павленко", "Левченко", "Гаврилюк", "Захарченко",
    ];

    private readonly SimulatedClient[] _clients;
    private readonly Random _choice;
    private int _newest;

    /// <param name="size">How many different people there are; beyond it everybody has called before.</param>
    public ClientPopulation(Seeds seeds, int size)
    {
        var random = seeds.For("clients");
        var taken = new HashSet<string>();
        _clients = new SimulatedClient[size];
        for (var i = 0; i < size; i++)
        {
            string number;
            do
            {
                number = string.Create(
                    CultureInfo.InvariantCulture, $"+380{random.OneOf(MobilePrefixes)}{random.Next(1_000_000, 9_999_999)}");
            }
            while (!taken.Add(number));

            _clients[i] = new SimulatedClient(number, $"{random.OneOf(GivenNames)} {random.OneOf(Surnames)}");
        }

        _choice = seeds.For("client choice");
    }

    public IReadOnlyList<SimulatedClient> Clients => _clients;

    /// <summary>The next to call: with this probability one who has called before, else the next stranger.</summary>
    public SimulatedClient Next(double againProbability)
    {
        if (_newest > 0 && (_newest == _clients.Length || _choice.Chance(againProbability)))
        {
            return _clients[_choice.Next(_newest)];
        }

        return _clients[_newest++];
    }
}
