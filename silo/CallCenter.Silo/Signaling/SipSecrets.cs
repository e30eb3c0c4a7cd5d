namespace CallCenter.Silo.Signaling;

/// <summary>How the signaling asks for passwords; null where there is none.</summary>
/// <param name="AccountPassword">By the user name of a SIP account.</param>
/// <param name="TrunkPassword">By the key of a trunk.</param>
internal sealed record SipSecrets(Func<string, string?> AccountPassword, Func<string, string?> TrunkPassword);
