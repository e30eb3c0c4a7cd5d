namespace CallCenter.Sip.Messages;

/// <summary>Where one header line stands in the bytes of its message.</summary>
internal readonly record struct HeaderIndexEntry(SipHeader Header, Slice Name, Slice Value);
