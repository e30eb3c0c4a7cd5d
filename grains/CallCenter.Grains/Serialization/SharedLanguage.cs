using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CallCenter.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;

namespace CallCenter.Grains.Serialization;

/// <summary>
/// How the types of <c>CallCenter.Abstractions</c>, which carry nothing of Orleans, travel between processes: as JSON. Where a message is
/// one of several (commands, replies), the name of its type stands in it.
/// </summary>
public static class SharedLanguage
{
    private const string Kind = "$kind";
    private static readonly Assembly Assembly = typeof(ProjectCommand).Assembly;

    public static JsonSerializerOptions Json { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Whether the type is one of ours. Arrays of them are Orleans' own matter.</summary>
    public static bool Has(Type type) => type.Assembly == Assembly;

    /// <summary>For silos and clients alike.</summary>
    public static IServiceCollection AddSharedLanguage(this IServiceCollection services) => services
        .AddSingleton<IGeneralizedCopier, SharedLanguageCopier>()
        .AddSerializer(static serializer => serializer.AddJsonSerializer(Has, Json))
        .Configure<TypeManifestOptions>(static types => types.AddAllowedAssembly(Assembly));

    private static void NameKinds(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || type.Type.Assembly != Assembly || type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Kind };
        foreach (var kind in Assembly.GetTypes().Where(kind => kind is { IsAbstract: false } && kind.IsSubclassOf(type.Type)))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }
}
