using System.Collections.Concurrent;
using System.Security.Cryptography;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using OtpNet;

namespace CallCenter.Silo.Secrets;

/// <summary>Codes of authenticator apps: six digits, 30 seconds, SHA-1, which is what all of them can. Thread-safe.</summary>
public sealed class SecondFactors(SecretStore store, TimeProvider time) : ISecondFactors
{
    private const int SecretBytes = 20;

    // Clocks of telephones are half a minute off, seldom more.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>The step of the last code that fitted: one that was looked over somebody's shoulder is of no use.</summary>
    private readonly ConcurrentDictionary<(ProjectId, EmployeeId?), long> _used = [];

    public bool Has(ProjectId project, EmployeeId? employee) => store.SecondFactor(project, employee?.Value) is not null;

    public string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public bool Set(ProjectId project, EmployeeId? employee, string secret, string code)
    {
        if (Has(project, employee) || Step(secret, code) is not { } step) return false;
        store.SetSecondFactor(project, employee?.Value, secret);
        _used[(project, employee)] = step;
        return true;
    }

    public bool Remove(ProjectId project, EmployeeId? employee)
    {
        if (!Has(project, employee)) return false;
        store.SetSecondFactor(project, employee?.Value, null);
        return true;
    }

    public bool Check(ProjectId project, EmployeeId? employee, string code)
    {
        if (store.SecondFactor(project, employee?.Value) is not { } secret || Step(secret, code) is not { } step) return false;
        var whose = (project, employee);
        while (true)
        {
            if (!_used.TryGetValue(whose, out var last))
            {
                if (_used.TryAdd(whose, step)) return true;
            }
            else if (last >= step)
            {
                return false;
            }
            else if (_used.TryUpdate(whose, step, last))
            {
                return true;
            }
        }
    }

    // Null when the secret is none of ours or the code does not fit it.
    private long? Step(string secret, string code)
    {
        byte[] key;
        try
        {
            key = Base32Encoding.ToBytes(secret);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return key.Length == SecretBytes && new Totp(key).VerifyTotp(time.GetUtcNow().UtcDateTime, Digits(code), out var step, Window)
            ? step : null;
    }

    // Apps show "123 456", and so people type it.
    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
