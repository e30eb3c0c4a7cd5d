using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling;

/// <summary>Log lines of the signaling: 1200–1299. Passwords and message bodies never appear.</summary>
internal static partial class SignalingLog
{
    [LoggerMessage(1200, LogLevel.Debug, "{Length} bytes to {Remote} could not be sent: {Error}")]
    public static partial void SendFailed(ILogger log, string remote, int length, SocketError error);

    [LoggerMessage(1201, LogLevel.Warning, "Receiving a datagram failed: {Error}")]
    public static partial void ReceiveFailed(ILogger log, SocketError error);

    [LoggerMessage(1202, LogLevel.Warning, "Accepting a connection failed: {Error}")]
    public static partial void AcceptFailed(ILogger log, SocketError error);

    [LoggerMessage(1203, LogLevel.Debug, "Connection with {Remote} ended: {Reason}")]
    public static partial void ConnectionEnded(ILogger log, string remote, string reason);

    [LoggerMessage(1204, LogLevel.Information, "SIP listens on {EndPoint}, UDP and TCP, known to peers as {Advertised}")]
    public static partial void Listening(ILogger log, string endPoint, string advertised);

    [LoggerMessage(1220, LogLevel.Information, "SIP listens on {EndPoint}, TLS")]
    public static partial void ListeningTls(ILogger log, string endPoint);

    [LoggerMessage(1221, LogLevel.Information, "The certificate {File} was read anew; connections from now on use it")]
    public static partial void CertificateTaken(ILogger log, string file);

    [LoggerMessage(1222, LogLevel.Error, "{Problem} The one before stays in use")]
    public static partial void CertificateKept(ILogger log, string problem);

    [LoggerMessage(1205, LogLevel.Debug, "{Method} from {Remote} refused with {Status}: {Reason}")]
    public static partial void Refused(ILogger log, string method, string remote, int status, string reason);

    [LoggerMessage(1206, LogLevel.Warning, "{Remote} is ignored for a while: too many failed attempts")]
    public static partial void ShutOut(ILogger log, string remote);

    [LoggerMessage(1223, LogLevel.Warning,
        "{Remote}, a phone or trunk of ours, sends more than {PerSecond} {Method} a second; what is more is dropped, its calls are served")]
    public static partial void KnownLimited(ILogger log, string remote, double perSecond, string method);

    [LoggerMessage(1207, LogLevel.Debug, "Malformed message from {Remote}: {Reason}")]
    public static partial void Malformed(ILogger log, string remote, string reason);

    [LoggerMessage(1208, LogLevel.Information, "Leg {Leg} broke: {Reason}")]
    public static partial void LegBroke(ILogger log, string leg, string reason);

    [LoggerMessage(1210, LogLevel.Information, "{Calls} live calls go on after the restart")]
    public static partial void GoOn(ILogger log, int calls);

    [LoggerMessage(1211, LogLevel.Error, "The SIP side of call {Call} cannot be rebuilt")]
    public static partial void NotRebuilt(ILogger log, long call, Exception failure);

    [LoggerMessage(1209, LogLevel.Warning, "The host name {Host} could not be resolved: {Reason}")]
    public static partial void NotResolved(ILogger log, string host, string reason);

    [LoggerMessage(1216, LogLevel.Information, "Leg {Leg} got {Status} and is tried at {Server}")]
    public static partial void NextServer(ILogger log, string leg, int status, string server);
}
