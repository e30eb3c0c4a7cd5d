using System.Text;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A registered phone that subscribes again and again: it is noticed, costs little, and can be called.</summary>
public sealed class BusyPhoneTests
{
    [Fact]
    public async Task A_phone_that_subscribes_without_end_is_told_once_dropped_named_in_the_health_and_rung_all_the_same()
    {
        await using var silo = await SiloUnderTest.Start();
        using var carrier = new TestPhone(silo.Sip, "+380501112233");
        using var phone = new TestPhone(silo.Sip, "anna");
        await silo.Publish(SampleConfiguration.Of(carrier.SentBy, [], ["anna"]));
        await Registration.Register(phone, SiloUnderTest.Password);
        Assert.True(silo.Health.Parts.Single(part => part.Name == "sip-rates").Ready);

        var toldToWait = false;
        for (var number = 1; !toldToWait && number < 20_000; number++)
        {
            Subscribe(phone, number);
            var answer = await phone.ExpectAny();
            toldToWait = answer.StatusCode == 503;
            Assert.True(!toldToWait || answer.Has(SipHeader.RetryAfter), answer.ToString());
        }

        Assert.True(toldToWait);
        var limited = silo.Counters.KnownLimited;
        Subscribe(phone, 20_001);
        await Eventually.Holds(() => silo.Counters.KnownLimited > limited);
        var part = silo.Health.Parts.Single(part => part.Name == "sip-rates");
        Assert.Contains($"{phone.EndPoint} sends more than 100 SUBSCRIBE a second", part.Reason);
        Assert.True(silo.Health.Ready);

        var (call, ring) = await TestCall.Talk(carrier, phone);
        await call.HangUp();
        await ring.HungUp();
        await Registration.Register(phone, SiloUnderTest.Password);
    }

    private static void Subscribe(TestPhone phone, int number) => phone.SendRaw(Encoding.ASCII.GetBytes(
        $"SUBSCRIBE sip:anna@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {phone.SentBy};branch=z9hG4bKs{number};rport\r\nMax-Forwards: 70\r\n"
        + $"From: <sip:anna@127.0.0.1>;tag=1\r\nTo: <sip:anna@127.0.0.1>\r\nCall-ID: s{number}\r\nCSeq: {number} SUBSCRIBE\r\n"
        + "Event: message-summary\r\nContent-Length: 0\r\n\r\n"));
}
