using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>One PostgreSQL for all tests of this assembly, a database for each.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "postgres";
}
