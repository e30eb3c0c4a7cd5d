namespace CallCenter.Media.Srtp;

/// <summary>Both directions of a leg under its keys; a renegotiation replaces of them what it changes.</summary>
internal sealed class SecureLeg : IDisposable
{
    private SrtpTerms _terms;

    /// <param name="highest">The highest number sent before, roll-overs in the upper 16 bits: the peer knows nothing of them.</param>
    public SecureLeg(SrtpTerms terms, uint highest)
    {
        _terms = terms;
        Sender = new SrtpSender(terms.Ours, terms.HasShortTags, rollOversBefore: (highest + 1) >> 16);
        Receiver = new SrtpReceiver(terms.Theirs, terms.HasShortTags);
    }

    public SrtpSender Sender { get; private set; }

    public SrtpReceiver Receiver { get; private set; }

    /// <summary>
    /// Other terms are in force. A key that stays goes on with its indexes, because none may come twice under it (RFC 3711 §9.1).
    /// </summary>
    /// <param name="highest">See the constructor.</param>
    public void Follow(SrtpTerms terms, uint highest)
    {
        if (!terms.Theirs.Equals(_terms.Theirs) || terms.HasShortTags != _terms.HasShortTags)
        {
            Receiver.Dispose();
            Receiver = new SrtpReceiver(terms.Theirs, terms.HasShortTags);
        }

        if (!terms.Ours.Equals(_terms.Ours))
        {
            Sender.Dispose();
            Sender = new SrtpSender(terms.Ours, terms.HasShortTags, rollOversBefore: (highest + 1) >> 16);
        }

        Sender.HasShortTags = terms.HasShortTags;
        _terms = terms;
    }

    public void Dispose()
    {
        Sender.Dispose();
        Receiver.Dispose();
    }
}
