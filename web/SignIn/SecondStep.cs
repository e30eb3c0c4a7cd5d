using System.Security.Cryptography;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace CallCenter.Web.SignIn;

/// <summary>Somebody whose password fitted and whose code is asked for.</summary>
/// <param name="NewSecret">Of the app that he sets up with it; null when he has one.</param>
public sealed record SecondStep(SignedInUser User, string? NewSecret);

/// <summary>
/// What comes between the password and the code. The form itself carries it, sealed and for some minutes: nothing is kept here for
/// people who never come back.
/// </summary>
public sealed class SecondSteps(IDataProtectionProvider protection, IGrainFactory grains, SignInLookUp signIns, SignInThrottle throttle)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("second step of a sign-in").ToTimeLimitedDataProtector();

    /// <summary>What has to come before he is signed in; null when the password was enough.</summary>
    public async ValueTask<SecondStep?> After(SignedInUser user) =>
        user.HasSecondFactor ? new SecondStep(user, null) : await IsRequired(user) ? await SetUp(user) : null;

    /// <summary>An app is going to be set up.</summary>
    public async ValueTask<SecondStep> SetUp(SignedInUser user) => new(user, await signIns.NewSecondFactor(user.Project));

    /// <summary>Whether his project asks him for a code, wanted or not.</summary>
    public async ValueTask<bool> IsRequired(SignedInUser user) => user.Employee is not null
        && (await grains.Project(user.Project).Configuration()).Document.SecondFactor switch
        {
            SecondFactorRule.Everybody => true,
            SecondFactorRule.Supervisors => user.Access.AtLeast(AccessLevel.Analyst),
            _ => false,
        };

    public string Seal(SecondStep step) => _seal.Protect(JsonSerializer.Serialize(step), Lifetime);

    /// <summary>Null for one that is over, or was not made here.</summary>
    public SecondStep? Open(string? sealedStep)
    {
        try
        {
            return sealedStep is { Length: > 0 and < 8192 } ? JsonSerializer.Deserialize<SecondStep>(_seal.Unprotect(sealedStep)) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Looks at the code, and sets the app up where that is the step. Wrong ones are slowed down as passwords are.</summary>
    public async ValueTask<SecondOutcome> Take(SecondStep step, string? code, System.Net.IPAddress? source)
    {
        var (user, name) = (step.User, $"code of {step.User.Name}");
        if (throttle.Begin(source, name) is { } wait) return new SecondOutcome(false, wait);
        if (await grains.SignIns(user.Project).Stamp(user.Employee) != user.Stamp) return new SecondOutcome(false, null);
        var fits = code is { Length: > 0 and < 20 } && (step.NewSecret is { } secret
            ? await signIns.SetSecondFactor(user.Project, user.Employee, secret, code)
            : await signIns.CheckSecondFactor(user.Project, user.Employee, code));
        if (fits) throttle.Succeeded(source, name);
        return new SecondOutcome(fits, null);
    }
}

/// <param name="Wait">How long to wait before another try; null when it was looked at.</param>
public sealed record SecondOutcome(bool Fits, TimeSpan? Wait);
