namespace CallCenter.Abstractions.Employees;

/// <summary>Signs an employee in or out, or makes him ready or not ready. During a call it takes effect after the call.</summary>
/// <param name="Reason">Required for <see cref="Availability.NotReady"/>: one of the project's not-ready reasons.</param>
/// <param name="By">Who asked: a sign-in name or the name of an API key; kept in history.</param>
public sealed record SetAvailability(EmployeeId Employee, Availability Availability, string? Reason, string By) : ProjectCommand;

/// <summary>Ends the wrap-up of an employee before its time.</summary>
public sealed record FinishWrapUp(EmployeeId Employee, string By) : ProjectCommand;

/// <summary>The bindings of a SIP account as the registrar now has them; an empty list means the phone is gone.</summary>
public sealed record ReportBindings(string Account, IReadOnlyList<PhoneBinding> Bindings) : ProjectCommand;

/// <summary>One place where a SIP account can be reached (RFC 3261 §10), with what is needed to reach it again after a restart.</summary>
/// <param name="ContactUri">The Contact as registered, e.g. <c>sip:anna@10.0.0.5:5062;transport=udp</c>.</param>
/// <param name="Flow">Where the REGISTER came from, e.g. <c>udp:10.0.0.5:5062</c>: requests go there (RFC 3581).</param>
/// <param name="Path">The Path set (RFC 3327), outermost first.</param>
/// <param name="ExpiresAt">Unix milliseconds UTC.</param>
/// <param name="Instance">The phone itself (<c>+sip.instance</c>, RFC 5626); null when it does not say, or of older versions.</param>
/// <param name="RegId">Which of its flows (RFC 5626); 0 when it does not say.</param>
/// <param name="Direct">Where requests go instead of <paramref name="Flow"/>; null for there.</param>
/// <param name="IsLost">Its connection is gone and nothing else leads to it: known, but not to be rung until it registers again.</param>
/// <param name="RegisteredAt">Since when it is registered without a break, Unix milliseconds UTC; null of older versions.</param>
public sealed record PhoneBinding(
    string ContactUri, string Flow, IReadOnlyList<string> Path, string CallId, uint CSeq, long ExpiresAt, string? UserAgent,
    string? Instance = null, int RegId = 0, string? Direct = null, bool IsLost = false,
    long? RegisteredAt = null);
