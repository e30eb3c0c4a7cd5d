namespace CallCenter.Media.Srtp;

/// <summary>Both directions of a leg under its keys.</summary>
internal sealed class SecureLeg : IDisposable
{
    private readonly SrtpTerms _terms;

    public SecureLeg(SrtpTerms terms, SrtpState? resumed)
    {
        _terms = terms;
        Sender = new SrtpSender(terms.Ours, resumed?.NextReport ?? 0);
        Receiver = new SrtpReceiver(terms.Theirs);
        if (resumed is { HeardSsrc: not 0 })
        {
            Receiver.Resume(resumed.HeardSsrc, resumed.HeardHighest);
        }
    }

    public SrtpSender Sender { get; }

    public SrtpReceiver Receiver { get; }

    /// <summary>Whether a renegotiation leaves everything as it is: the same keys go on with their indexes.</summary>
    public bool Has(SrtpTerms? terms) => _terms == terms;

    public SrtpState ReadState()
    {
        var (ssrc, highest) = Receiver.Position;
        return new SrtpState(Sender.RtcpIndex, ssrc, highest);
    }

    public void Dispose()
    {
        Sender.Dispose();
        Receiver.Dispose();
    }
}
