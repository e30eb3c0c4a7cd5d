using CallCenter.Abstractions.Secrets;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.SignIn;

/// <summary>A part of one's own page; what came of its form is said at the head of the page.</summary>
public abstract class OwnPart : PageBase
{
    [Parameter, EditorRequired]
    public EventCallback<OwnOutcome> OnOutcome { get; set; }

    [Inject]
    public required SignInLookUp SignIns { get; set; }

    [Inject]
    public required SignInThrottle Throttle { get; set; }

    [Inject]
    public required PasswordChecks Checks { get; set; }

    /// <summary>Whether the present password was typed: whoever found an open browser must not be able to take the account over.</summary>
    protected async Task<bool> IsHis(string? current)
    {
        using var turn = await Checks.Enter(HttpContext.RequestAborted);
        var source = HttpContext.Connection.RemoteIpAddress;
        if (!turn.IsAcquired || Throttle.Begin(source, Me.Name) is not null)
        {
            await Refuse(StatusCodes.Status429TooManyRequests, T(PasswordTexts.Busy));
            return false;
        }

        if (current is not { Length: > 0 and <= SignInPassword.Longest } || await SignIns.Check(Me.Name, current, Me.Project) is not [_])
        {
            await Refuse(StatusCodes.Status400BadRequest, T(OwnTexts.NotCurrent));
            return false;
        }

        Throttle.Succeeded(source, Me.Name);
        return true;
    }

    protected Task Tell(Text done) => OnOutcome.InvokeAsync(new OwnOutcome(T(done), Failed: false));

    protected Task Refuse(int status, string problem)
    {
        HttpContext.Response.StatusCode = status;
        return OnOutcome.InvokeAsync(new OwnOutcome(problem, Failed: true));
    }
}

/// <summary>What came of a form.</summary>
public sealed record OwnOutcome(string Sentence, bool Failed);
