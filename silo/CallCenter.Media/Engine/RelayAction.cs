namespace CallCenter.Media.Engine;

/// <summary>What becomes of a packet on its way to the other leg of a bridge.</summary>
internal enum RelayAction : byte
{
    /// <summary>The other side does not understand it.</summary>
    Drop,

    /// <summary>As it is, under the other side's payload type.</summary>
    Pass,

    /// <summary>G.711 A-law to µ-law.</summary>
    AToMu,

    /// <summary>G.711 µ-law to A-law.</summary>
    MuToA,
}
