namespace CallCenter.Media.Codecs;

/// <summary>The two laws of G.711. North America and Japan speak µ-law (PCMU), everybody else A-law (PCMA).</summary>
public enum G711Law
{
    A,
    Mu,
}
