using CallCenter.Abstractions.People;

namespace CallCenter.Grains.People;

/// <summary>What one person has put aside, and where he is signed in, as it is kept.</summary>
[GenerateSerializer]
public sealed class KeptPerson
{
    [Id(0)]
    public List<KeptView> Views { get; set; } = [];

    [Id(1)]
    public List<KeptSignIn> SignIns { get; set; } = [];
}

/// <summary>A saved view.</summary>
[GenerateSerializer]
public sealed class KeptView
{
    [Id(0)]
    public string Page { get; set; } = "";

    [Id(1)]
    public string Name { get; set; } = "";

    [Id(2)]
    public string Query { get; set; } = "";

    public static KeptView Of(SavedView view) => new() { Page = view.Page, Name = view.Name, Query = view.Query };

    public SavedView ToView() => new(Page, Name, Query);

    public bool Is(string page, string name) => Page == page && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A sign-in.</summary>
[GenerateSerializer]
public sealed class KeptSignIn
{
    [Id(0)]
    public string Id { get; set; } = "";

    [Id(1)]
    public long At { get; set; }

    [Id(2)]
    public long SeenAt { get; set; }

    [Id(3)]
    public string? Address { get; set; }

    [Id(4)]
    public string? Browser { get; set; }

    [Id(5)]
    public string? Stamp { get; set; }

    public static KeptSignIn Of(KnownSignIn one) =>
        new() { Id = one.Id, At = one.At, SeenAt = one.SeenAt, Address = one.Address, Browser = one.Browser, Stamp = one.Stamp };

    public KnownSignIn ToSignIn() => new(Id, At, SeenAt, Address, Browser, Stamp);
}
