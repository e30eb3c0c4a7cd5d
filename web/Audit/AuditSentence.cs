using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Web.Api;
using CallCenter.Web.Board;
using CallCenter.Web.Calls;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings;
using CallCenter.Web.Settings.Prompts;

namespace CallCenter.Web.Audit;

/// <summary>An entry in words.</summary>
public sealed class AuditSentence(AuditEntry entry, ProjectNames names, Language language)
{
    /// <summary>Who acted: the employee by the name he has now, else as it was written.</summary>
    public string Who => entry.Actor switch
    {
        { Kind: ActorKind.Stranger } => AuditTexts.Somebody.In(language),
        { Kind: ActorKind.Person, Key: { } employee } => names.Employee(new EmployeeId(employee)),
        var actor => actor.Name ?? AuditTexts.Somebody.In(language),
    };

    /// <summary>What he did, to be read behind <see cref="Who"/>.</summary>
    public string Did
    {
        get
        {
            var act = AuditTexts.Act(entry).In(language, Target, Detail);
            return entry.Times == 1 ? act : $"{act}, {AuditTexts.Times.In(language, entry.Times)}";
        }
    }

    /// <summary>With which rights, from where.</summary>
    public string From
    {
        get
        {
            List<string> parts = [];
            if (entry.Actor.Kind == ActorKind.ApiKey) parts.Add(AuditTexts.ApiKey.In(language));
            if (entry.Actor.Kind == ActorKind.Program) parts.Add(AuditTexts.Program.In(language));
            if (entry.Actor.Access is { } access) parts.Add(SettingsTexts.Of(access).In(language));
            if (entry.Actor.Address is { } address) parts.Add(AuditTexts.FromAddress.In(language, address));
            return string.Join(" · ", parts);
        }
    }

    /// <summary>Whether somebody has to look at it.</summary>
    public bool IsRefusal => entry.Kind is AuditKind.SignInFailed or AuditKind.SignInThrottled or AuditKind.KeyRefused;

    /// <summary>The filters of an export, as they were asked for.</summary>
    public string? Filters => entry.Kind == AuditKind.CallsExported ? entry.Detail : null;

    private string? Target => entry.Kind switch
    {
        AuditKind.SignInFailed or AuditKind.PasswordLetterAsked => entry.Actor.Name,
        AuditKind.AvailabilitySet or AuditKind.WrapUpFinished when entry.Target is { } employee => names.Employee(new EmployeeId(employee)),
        AuditKind.PromptReplaced or AuditKind.PromptRestored => PromptWords.Of(entry.Target, language),
        AuditKind.ClientLinked => PhoneNumber.Pretty(entry.Target ?? ""),
        _ => entry.Target,
    };

    private string? Detail => entry.Kind switch
    {
        AuditKind.AvailabilitySet => InWords<Availability>((availability, reason) => reason is null
            ? AuditTexts.Of(availability).In(language)
            : $"{AuditTexts.Of(availability).In(language)}: {StateTexts.Reason(language, reason)}"),
        AuditKind.CallSupervised => InWords<SupervisionMode>((mode, supervisor) => supervisor is null
            ? StateTexts.Of(mode).In(language)
            : $"{StateTexts.Of(mode).In(language)}, {names.Employee(new EmployeeId(supervisor))}"),
        // Nothing where whoever acted is the supervisor himself.
        AuditKind.SupervisionEnded or AuditKind.CallTakenOver => entry.Detail is { } supervisor
            ? $": {names.Employee(new EmployeeId(supervisor))}" : null,
        AuditKind.KeyMade => InWords<AccessLevel>((access, id) => $"{SettingsTexts.Of(access).In(language)}, {id}"),
        _ => entry.Detail,
    };

    private string? InWords<T>(Func<T, string?, string> words) where T : struct, Enum
    {
        var parts = entry.Detail?.Split(' ', 2) ?? [];
        return parts is [var word, ..] && EnumWords.TryParse<T>(word, out var value)
            ? words(value, parts.Length > 1 ? parts[1] : null)
            : entry.Detail;
    }
}
