using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// INFO (RFC 6086). Where the media goes from phone to phone it is passed to the other side; while there is none it is taken and changes
/// nothing. Where the media goes through us it is answered by us: a key is told to the project and pressed on the other side.
/// </summary>
internal sealed class InfoHandler(SipCore core, B2bua b2bua)
{
    public void Handle(SipLeg leg, ServerTransaction transaction, long now)
    {
        if (leg.Audio is not null)
        {
            Take(leg, transaction, now);
        }
        else if (leg.Peer is { IsEnded: false } other)
        {
            new PassedRequest(core, b2bua, leg, other, transaction).Start(now);
        }
        else
        {
            transaction.Respond(200, now);
        }
    }

    private void Take(SipLeg leg, ServerTransaction transaction, long now)
    {
        var (key, refusal) = PressedKey.Of(transaction.Request);
        if (refusal is { } why)
        {
            transaction.Respond(why.Write(core.Sender.Writer, transaction.Request, transaction.LocalTag), now);
            return;
        }

        transaction.Respond(200, now);
        if (key is { } pressed)
        {
            // One that is in the audio gets there by itself.
            leg.Peer?.Audio?.PressKey(pressed);
            b2bua.OnKey(leg, pressed, now);
        }
    }
}
