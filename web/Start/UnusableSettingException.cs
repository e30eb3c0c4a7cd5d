using CallCenter.Abstractions;

namespace CallCenter.Web.Start;

/// <summary>What the command line or the environment names cannot be used on this machine.</summary>
public sealed class UnusableSettingException(string message, Exception? inner = null) : RefusedStartException(message, inner);
