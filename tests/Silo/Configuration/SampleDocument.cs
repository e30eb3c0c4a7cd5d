using System.Text;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Silo.Tests.Configuration;

/// <summary>The sample document of the repository, as people write it: with passwords.</summary>
internal static class SampleDocument
{
    public static string Path { get; } = Find();

    public static string Text { get; } = File.ReadAllText(Path);

    public static byte[] Json { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>Who imports it.</summary>
    public static AuditActor Author { get; } = new(ActorKind.Person, "admin", null, AccessLevel.Administrator, "192.0.2.7");

    /// <summary>Every password that stands in it.</summary>
    public static IReadOnlyList<string> Passwords { get; } =
    [
        "change-me-olena", "change-me-taras", "change-me-maria", "phone-secret-olena", "phone-secret-taras", "phone-secret-maria",
        "carrier-secret",
    ];

    /// <summary>The document with a piece of its text exchanged.</summary>
    public static byte[] With(string old, string @new)
    {
        Assert.Contains(old, Text);
        return Encoding.UTF8.GetBytes(Text.Replace(old, @new, StringComparison.Ordinal));
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CallCenter.sln"))) folder = Directory.GetParent(folder)!.FullName;
        return System.IO.Path.Combine(folder, "silo", "CallCenter.Silo", "Configuration", "Samples", "small.json");
    }
}
