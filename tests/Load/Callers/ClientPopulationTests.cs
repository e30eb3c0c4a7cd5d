using CallCenter.Load.Callers;
using CallCenter.Load.Chance;

namespace CallCenter.Load.Tests.Callers;

public class ClientPopulationTests
{
    [Fact]
    public void The_same_seed_gives_the_same_clients()
    {
        Assert.Equal(new ClientPopulation(new Seeds(1), 50).Clients, new ClientPopulation(new Seeds(1), 50).Clients);
        Assert.NotEqual(new ClientPopulation(new Seeds(1), 50).Clients, new ClientPopulation(new Seeds(2), 50).Clients);
    }

    [Fact]
    public void Every_client_has_a_ukrainian_mobile_number_of_his_own()
    {
        var numbers = new ClientPopulation(new Seeds(1), 2_000).Clients.Select(client => client.Number).ToArray();

        Assert.All(numbers, number => Assert.Matches(@"^\+380(50|63|66|67|68|73|93|95|96|97|98|99)\d{7}$", number));
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }

    [Fact]
    public void Some_clients_call_again_and_others_are_new()
    {
        var population = new ClientPopulation(new Seeds(1), 1_000);
        var calls = Enumerable.Range(0, 1_000).Select(_ => population.Next(0.35).Number).ToArray();

        Assert.InRange(calls.Distinct().Count(), 600, 700);
    }

    [Fact]
    public void When_everybody_has_called_only_known_clients_call()
    {
        var population = new ClientPopulation(new Seeds(1), 3);
        var calls = Enumerable.Range(0, 100).Select(_ => population.Next(0).Number).ToArray();

        Assert.Equal(3, calls.Distinct().Count());
    }
}
