using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// The dialogs that a caller's INVITE made before its answer, each with a To tag of its own. The first session description in a dialog
/// stands and later ones are ignored (RFC 3261 §13.2.1), so whoever answers with another one does it in another dialog, as if a proxy had
/// forked the INVITE to him (§12.1.2). Made with the first description that the caller hears before the answer; most calls need none.
/// </summary>
/// <param name="first">The dialog in which nothing was described yet.</param>
internal sealed class EarlyDialogs(SipMessage invite, Dialog first)
{
    /// <summary>A peer that describes ever new sessions is passed on no more; the answer always is.</summary>
    private const int Most = 16;

    private readonly List<(Dialog Dialog, byte[] Sdp)> _described = new(2);

    /// <summary>The one of the next response.</summary>
    public Dialog Current { get; private set; } = first;

    /// <summary>After a restart: what was described in the first one before is not known any more.</summary>
    public void Spend() => _described.Add((Current, []));

    /// <summary>Goes to the dialog in which this description stands or may stand; false when there are too many.</summary>
    /// <param name="isAnswer">It comes with the 2xx.</param>
    public bool Describe(ReadOnlySpan<byte> sdp, bool isAnswer, ISipRandom random)
    {
        foreach (var (dialog, described) in _described)
        {
            if (sdp.SequenceEqual(described))
            {
                Current = dialog;
                return true;
            }
        }

        if (_described.Count >= Most && !isAnswer)
        {
            return false;
        }

        BeginAnew(random);
        _described.Add((Current, sdp.ToArray()));
        return true;
    }

    /// <summary>Goes to a dialog in which nothing is described: a phone rings that nothing was heard of yet.</summary>
    public void BeginAnew(ISipRandom random)
    {
        if (!_described.Exists(described => described.Dialog == Current))
        {
            return;
        }

        // The INVITE made a dialog before, so it makes another one.
        Current = Dialog.CreateUas(invite, random.NewTag())!;
        Current.RemoteInvitePending = true;
    }
}
