using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Media;

/// <summary>
/// A number outside is rung, otherwise the department; what the carrier says before the answer reaches the client through us, under one
/// description for as long as he rings (RFC 3261 §13.2.1).
/// </summary>
public sealed class AnnouncingCarrierTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;
    private TestPhone _carrier = null!;
    private TestPhone _employee = null!;
    private AudioPhone _listener = null!;
    private AudioPhone _announcer = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        (_client, _carrier, _employee) =
            (new(_silo.Sip, "+380501112233"), new TestPhone(_silo.Sip, "carrier"), new TestPhone(_silo.Sip, "one"));
        (_listener, _announcer) = (new(_client, 0x1000), new(_carrier, 0x2000));
        var document = SampleConfiguration.Of(_carrier.SentBy, [_employee.Uri]);
        var outside = new Destination(External: "+380670000009", RingSeconds: 5, Otherwise: new Destination("sales"));
        await _silo.Publish(document with
        {
            Trunks = [.. document.Trunks, new TrunkConfiguration("clients", _client.SentBy, [_client.SentBy])],
            Numbers = [document.Numbers[0] with { LeadsTo = outside, Media = MediaMode.Anchored }],
        });
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _announcer.Dispose();
        _client.Dispose();
        _carrier.Dispose();
        _employee.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task The_announcement_is_heard_before_the_answer_and_the_answer_says_the_same()
    {
        var (call, ring, announced) = await Announced();
        _announcer.SaysTo(_listener, 0x51);
        await _announcer.Take(ring);
        var answer = await call.Answered();
        Assert.Equal(announced.Body.ToArray(), answer.Body.ToArray());
        Assert.Equal(announced.ToTagText, answer.ToTagText);
        await call.Settled();
        _announcer.SaysTo(_listener, 0x52);
        _listener.SaysTo(_announcer, 0x53);
    }

    [Fact]
    public async Task Whoever_answers_after_it_is_heard_under_the_same_description()
    {
        var (call, ring, announced) = await Announced();
        await ring.Refuse(480);
        await _client.Expect(180);
        using var employee = new AudioPhone(_employee, 0x3000);
        var taken = await TestCall.Ring(_employee);
        await employee.Take(taken);
        var answer = await call.Answered();
        Assert.Equal(announced.Body.ToArray(), answer.Body.ToArray());
        Assert.Equal(announced.ToTagText, answer.ToTagText);
        await call.Settled();
        employee.SaysTo(_listener, 0x61);
        _listener.SaysTo(employee, 0x62);
    }

    private async Task<(TestCall Call, TestCall Ring, SipMessage Announced)> Announced()
    {
        var call = _listener.Call(SampleConfiguration.Number);
        await _client.Expect(180);
        var ring = await TestCall.Ring(_carrier, alert: false);
        _announcer.Heed(ring.Invite!.Body);
        _carrier.Respond(ring.Invite!, 183, ring.Tag, body: ("application/sdp", Encoding.ASCII.GetString(_announcer.Sdp())));
        var announced = await _client.Expect(183);
        _listener.Heed(announced.Body);
        return (call, ring, announced);
    }
}
