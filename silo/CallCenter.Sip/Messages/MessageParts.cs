namespace CallCenter.Sip.Messages;

/// <summary>What the parser reads of every message.</summary>
internal struct MessageParts
{
    public SipMethod Method;
    public Slice MethodToken;
    public int StatusCode;

    /// <summary>The Request-URI of a request, the reason phrase of a response.</summary>
    public Slice StartLineText;

    public int BodyStart;
    public int BodyEnd;
    public ViaHeader TopVia;
    public Slice CallId;
    public uint CSeq;
    public Slice FromTag;
    public Slice ToTag;
}
