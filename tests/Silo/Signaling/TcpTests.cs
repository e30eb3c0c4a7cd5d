using System.Net.Sockets;
using System.Text;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>SIP over TCP.</summary>
public class TcpTests
{
    [Fact]
    public async Task A_trunk_calls_over_TCP_in_pieces_and_hangs_up_on_the_same_connection()
    {
        await using var silo = await SiloUnderTest.Start();
        using var employee = new TestPhone(silo.Sip, "one");
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", [employee.Uri]));
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Sip);
        var stream = client.GetStream();

        var local = client.Client.LocalEndPoint!.ToString()!;
        var invite = Message("INVITE", local, null, Encoding.ASCII.GetString(TestCall.Sdp(employee)));
        await stream.WriteAsync(invite.AsMemory(0, 100));
        await stream.WriteAsync(invite.AsMemory(100));
        var ring = await TestCall.Ring(employee);
        Assert.Contains("180 Ringing", await StreamText.ReadUntil(stream, "\r\n\r\n"));
        await ring.Take();
        var answer = await StreamText.ReadUntil(stream, "a=sendrecv");
        Assert.Contains("200 OK", answer);
        await stream.WriteAsync(Message("ACK", local, answer.Split(";tag=")[2].Split("\r\n")[0], ""));
        ring.Request(SipMethod.Bye);
        Assert.Contains("BYE sip:client@", await StreamText.ReadUntil(stream, "BYE"));
    }

    [Fact]
    public async Task Garbage_closes_the_connection_and_harms_nothing()
    {
        await using var silo = await SiloUnderTest.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Sip);
        await client.GetStream().WriteAsync("INVITE sip:1 SIP/2.0\r\nContent-Length: 99999999\r\n\r\n"u8.ToArray());
        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[10]));
        Assert.True(silo.Health.Ready);
    }

    [Fact]
    public async Task Too_many_connections_of_one_source_are_closed()
    {
        await using var silo = await SiloUnderTest.Start();
        var clients = new List<TcpClient>();
        for (var i = 0; i < 70; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(silo.Sip);
            clients.Add(client);
        }

        await Eventually.Holds(() => silo.Counters.ConnectionsRefused == 6);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_large_INVITE_goes_over_TCP_and_over_UDP_where_nobody_listens()
    {
        await using var silo = await SiloUnderTest.Start();
        using var client = new TestPhone(silo.Sip, "+380501112233");
        using var employee = new TestPhone(silo.Sip, "one");
        await silo.Publish(SampleConfiguration.Of(client.SentBy, [employee.Uri]));
        var call = TestCall.Make(client, SampleConfiguration.Number, withSdp: false, headers: null);
        var plain = await TestCall.Ring(employee);
        Assert.True(plain.Invite!.Bytes.Length < 1300);
        call.Cancel();
        await plain.Cancelled();

        TestCall.Make(client, SampleConfiguration.Number, sdp: Large(client));
        var large = await TestCall.Ring(employee);
        Assert.True(large.Invite!.Bytes.Length > 1300);
    }

    private static byte[] Large(TestPhone phone) =>
        [.. TestCall.Sdp(phone), .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a=x-padding:0123456789\r\n", 60)))];

    private static byte[] Message(string method, string sentBy, string? toTag, string body) => Encoding.ASCII.GetBytes(
        $"{method} sip:{SampleConfiguration.Number}@127.0.0.1;transport=tcp SIP/2.0\r\nVia: SIP/2.0/TCP {sentBy};branch=z9hG4bK{method}\r\n"
        + $"Max-Forwards: 70\r\nFrom: <sip:+380501112233@127.0.0.1>;tag=1\r\nTo: <sip:{SampleConfiguration.Number}@127.0.0.1>"
        + (toTag is null ? "" : $";tag={toTag}") + $"\r\nCall-ID: tcp-call\r\nCSeq: 1 {method}\r\n"
        + $"Contact: <sip:client@{sentBy};transport=tcp>\r\nContent-Type: application/sdp\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}
