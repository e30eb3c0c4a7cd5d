namespace CallCenter.Media.Engine;

/// <summary>Why a leg cannot be opened.</summary>
public enum LegRefusal
{
    /// <summary>It was opened.</summary>
    None,

    /// <summary>The engine has <see cref="MediaEngineOptions.MostLegs"/>.</summary>
    TooManyLegs,

    /// <summary>All pairs of the pool are in use, here or by other programs.</summary>
    NoPorts,

    /// <summary>The ports to go on with are in use or outside of the pool.</summary>
    PortsTaken,

    /// <summary>The local address is none of this machine.</summary>
    NoSuchAddress,
}
