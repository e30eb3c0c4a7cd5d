using System.Net.Sockets;
using System.Text;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Peers that send in crumbs, in lumps, slowly, nothing, or that do not read: none harms the others.</summary>
public sealed class TcpTroubleTests
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_message_that_comes_byte_by_byte_is_understood()
    {
        await using var silo = await SiloUnderTest.Start();
        using var client = await Connect(silo);
        client.NoDelay = true;
        foreach (var one in StreamText.Options("TCP", "127.0.0.1", 1))
        {
            await client.GetStream().WriteAsync((byte[])[one]);
        }

        Assert.StartsWith("SIP/2.0 403", await StreamText.ReadUntil(client.GetStream(), "\r\n\r\n"));
    }

    [Fact]
    public async Task A_thousand_messages_in_one_write_are_all_answered()
    {
        await using var silo = await SiloUnderTest.Start();
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", []));
        using var client = await Connect(silo);
        var all = Enumerable.Range(1, 1_000).SelectMany(number => StreamText.Options("TCP", "127.0.0.1", number)).ToArray();
        var answers = Count(client.GetStream(), 1_000);
        await client.GetStream().WriteAsync(all);
        await answers;
    }

    [Fact]
    public async Task Whoever_begins_a_message_and_does_not_end_it_is_closed()
    {
        await using var silo = await SiloUnderTest.Start(options: options => options with { SipMessageWithin = Shortly });
        using var client = await Connect(silo);
        await client.GetStream().WriteAsync("OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia"u8.ToArray());
        await StreamText.Closes(client.GetStream());
    }

    [Fact]
    public async Task Dripping_bytes_give_no_more_time()
    {
        await using var silo = await SiloUnderTest.Start(options: options => options with { SipMessageWithin = Shortly });
        using var client = await Connect(silo);
        var stream = client.GetStream();
        var closed = StreamText.Closes(stream);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!closed.IsCompleted && await timer.WaitForNextTickAsync())
        {
            try
            {
                await stream.WriteAsync("X"u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }
        }

        await closed;
    }

    [Fact]
    public async Task Keep_alives_and_quiet_between_messages_take_no_time()
    {
        await using var silo = await SiloUnderTest.Start(options: options => options with { SipMessageWithin = Shortly });
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", []));
        using var client = await Connect(silo);
        await client.GetStream().WriteAsync("\r\n"u8.ToArray());
        using var slow = await Connect(silo);
        await slow.GetStream().WriteAsync("OPTIONS"u8.ToArray());
        await StreamText.Closes(slow.GetStream());

        await client.GetStream().WriteAsync(StreamText.Options("TCP", "127.0.0.1", 1));
        Assert.StartsWith("SIP/2.0 200", await StreamText.ReadUntil(client.GetStream(), "\r\n\r\n"));
    }

    [Fact]
    public async Task Who_never_reads_loses_the_connection_and_nobody_else_notices()
    {
        await using var silo = await SiloUnderTest.Start();
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", []));
        using var deaf = await Connect(silo);
        var flood = Flood(deaf);
        using var other = await Connect(silo);
        for (var number = 1; number <= 20; number++)
        {
            await other.GetStream().WriteAsync(StreamText.Options("TCP", "127.0.0.1", number));
            Assert.StartsWith("SIP/2.0 200", await StreamText.ReadUntil(other.GetStream(), "\r\n\r\n"));
        }

        await Assert.ThrowsAsync<IOException>(() => flood);
        await Eventually.Holds(() => silo.Runtime.Connections == 1);
    }

    [Fact]
    public async Task Beyond_the_bound_new_connections_are_closed_and_the_others_go_on()
    {
        await using var silo = await SiloUnderTest.Start(options: options => options with { SipConnections = 2 });
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", []));
        using var first = await Connect(silo);
        using var second = await Connect(silo);
        await Eventually.Holds(() => silo.Runtime.Connections == 2);
        using var third = await Connect(silo);
        await StreamText.Closes(third.GetStream());

        await first.GetStream().WriteAsync(StreamText.Options("TCP", "127.0.0.1", 1));
        Assert.StartsWith("SIP/2.0 200", await StreamText.ReadUntil(first.GetStream(), "\r\n\r\n"));
    }

    private static async Task<TcpClient> Connect(SiloUnderTest silo)
    {
        var client = new TcpClient();
        await client.ConnectAsync(silo.Sip);
        return client;
    }

    /// <summary>Asks and asks, in a method without a rate, without ever reading, until the connection is gone.</summary>
    private static async Task Flood(TcpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var number = 1; ; number++)
        {
            await client.GetStream().WriteAsync(StreamText.Options("TCP", "127.0.0.1", number, "BYE"), limit.Token);
        }
    }

    private static async Task Count(Stream stream, int wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        for (var found = 0; found < wanted;)
        {
            var line = await reader.ReadLineAsync(limit.Token);
            Assert.NotNull(line);
            found += line.StartsWith("SIP/2.0 200", StringComparison.Ordinal) ? 1 : 0;
        }
    }
}
