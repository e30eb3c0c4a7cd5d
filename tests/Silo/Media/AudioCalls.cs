using CallCenter.Silo.Media;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Silo.Tests.Signaling;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Tests of a silo that may die, with a client and an employee who hear and speak.</summary>
public abstract class AudioCalls : IAsyncLifetime
{
    private protected MortalSilo Mortal { get; private set; } = null!;

    private protected AudioPhone Client { get; private set; } = null!;

    private protected AudioPhone Employee { get; private set; } = null!;

    private protected MediaHost Host => Mortal.Silo.Runtime.Edge.Media;

    public virtual async ValueTask InitializeAsync()
    {
        Mortal = await Start();
        Client = new AudioPhone(Mortal.Client, 0x1000);
        Employee = new AudioPhone(Mortal.One, 0x2000);
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        Employee.Dispose();
        GC.SuppressFinalize(this);
        return Mortal.DisposeAsync();
    }

    private protected abstract Task<MortalSilo> Start();

    private protected async Task<(TestCall Call, TestCall Ring)> Rung(byte[]? sdp = null)
    {
        var call = Client.Call(SampleConfiguration.Number, sdp);
        var ring = await TestCall.Ring(Mortal.One);
        await Mortal.Client.Expect(180);
        return (call, ring);
    }

    private protected async Task<(TestCall Call, TestCall Ring)> Talk()
    {
        var (call, ring) = await Rung();
        await Employee.Take(ring);
        await Answered(call);
        return (call, ring);
    }

    /// <summary>The client gets our 200, and speaks to where it says from then on.</summary>
    private protected async Task Answered(TestCall call, byte[]? answer = null)
    {
        Client.Heed((await call.Answered(answer: answer)).Body);
        await call.Settled();
    }

    /// <summary>The employee holds the client, or takes him back.</summary>
    private protected async Task Hold(TestCall ring, bool isHeld, ulong version)
    {
        var direction = isHeld ? Sip.Sdp.SdpDirection.SendOnly : Sip.Sdp.SdpDirection.SendRecv;
        ring.Request(Sip.Messages.SipMethod.Invite, Employee.Sdp(direction, version));
        ring.AckRequest(await Mortal.One.Expect(200));
    }
}
