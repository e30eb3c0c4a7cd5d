using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Guard;

/// <summary>The server's own limits. Beyond them it answers with a bare status, so <see cref="RequestShape"/> has narrower ones.</summary>
public static class WireLimits
{
    /// <summary>What a body may hold where an endpoint says nothing else.</summary>
    public const int BodyBytes = 64 * 1024;

    public static void Set(KestrelServerOptions server, IPAddress bind, int port)
    {
        var most = server.ApplicationServices.GetRequiredService<IOptions<GuardOptions>>().Value;
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = most.Connections;
        limits.MaxConcurrentUpgradedConnections = most.Connections;
        limits.RequestHeadersTimeout = most.LongestHeaders;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(most.SlowestBytesPerSecond, most.SlowGrace);
        limits.MinResponseDataRate = new MinDataRate(most.SlowestBytesPerSecond, most.SlowGrace);
        limits.MaxRequestBodySize = BodyBytes;
        limits.MaxRequestLineSize = 4 * most.AddressCharacters;
        limits.MaxRequestHeaderCount = 4 * most.Headers;
        limits.MaxRequestHeadersTotalSize = 4 * most.HeaderCharacters;
        var connections = new SourceConnections(most.ConnectionsPerSource);
        server.Listen(bind, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(connections.Count);
        });
    }

    /// <summary>Forms: what is read of them, whatever their body may hold.</summary>
    public static void Set(FormOptions form, GuardOptions most)
    {
        form.ValueCountLimit = most.FormFields;
        form.KeyLengthLimit = 128;
        form.ValueLengthLimit = 16 * 1024;
        form.MultipartHeadersCountLimit = 8;
        form.MultipartHeadersLengthLimit = 2 * 1024;
    }
}
