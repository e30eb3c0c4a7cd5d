using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CallCenter.Architecture.Tests;

/// <summary>
/// The engine and the SIP protocol decide from what comes in and from nothing else: replay, recovery and simulation rest on it.
/// Read from the compiled code, so that no alias or helper hides a clock.
/// </summary>
public class PurityTests
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.Threading", "System.Threading.Tasks", "System.Net", "System.Net.Sockets", "System.Net.Http", "System.Diagnostics",
        "Microsoft.Extensions.Logging", "System.Timers",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Random", "System.TimeProvider", "System.Environment", "System.Console", "System.IO.File", "System.IO.FileStream",
        "System.IO.Directory", "System.Security.Cryptography.RandomNumberGenerator", "NodaTime.SystemClock", "System.TimeZoneInfo",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "NodaTime.DateTimeZoneProviders.get_Bcl",
    ];

    // Attributes and value types that the compiler or a parser needs and that hold no clock, thread or socket.
    private static readonly string[] Harmless =
    [
        "System.Diagnostics.Debuggable", "System.Diagnostics.DebuggerBrowsable", "System.Diagnostics.DebuggerHidden",
        "System.Diagnostics.DebuggerDisplay", "System.Diagnostics.DebuggerStepThrough", "System.Diagnostics.UnreachableException",
        "System.Diagnostics.StackTraceHidden", "System.Diagnostics.CodeAnalysis", "System.Net.IPAddress", "System.Net.IPEndPoint",
        "System.Net.Sockets.AddressFamily",
    ];

    [Theory]
    [InlineData("CallCenter.Engine")]
    [InlineData("CallCenter.Sip")]
    [InlineData("CallCenter.Abstractions", "System.Threading.CancellationToken", "System.Threading.Tasks.ValueTask")]
    public void Pure_code_has_no_clock_no_chance_no_thread_and_no_io(string assembly, params string[] portsMayUse)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();

        var types = metadata.TypeReferences.Select(handle => FullName(metadata, handle))
            .Where(type => !Harmless.Any(type.StartsWith) && !portsMayUse.Any(type.StartsWith))
            .Where(type => ForbiddenTypes.Contains(type) || ForbiddenNamespaces.Contains(NamespaceOf(type)));
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .Where(ForbiddenMembers.Contains);

        Assert.Empty(types.Concat(members).Distinct());
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string NamespaceOf(string type) => type[..type.LastIndexOf('.')];
}
