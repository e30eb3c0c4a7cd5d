using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>Entries of the audit log of the sample project: each kind once, and then as many as asked for.</summary>
public static class SampleActs
{
    public static readonly AuditActor Admin = new(ActorKind.Person, "admin", null, AccessLevel.Administrator, "192.0.2.7");
    public static readonly AuditActor Head =
        new(ActorKind.Person, SampleProject.Supervisor, "head", AccessLevel.Supervisor, "192.0.2.8");
    public static readonly AuditActor Wallboard = new(ActorKind.ApiKey, "wallboard hall", "k1", AccessLevel.Supervisor, "2001:db8::7");

    public static IReadOnlyList<AuditEntry> EachKind { get; } =
    [
        new(AuditKind.ProjectMade, Admin, "shop"),
        new(AuditKind.ProjectSuspended, Admin, "shop"),
        new(AuditKind.ProjectResumed, Admin, "shop"),
        new(AuditKind.ProjectRemoved, Admin, "shop"),
        new(AuditKind.ConfigurationPublished, new AuditActor(ActorKind.Program, "file small.json", null, null, null), "1"),
        new(AuditKind.SignInFailed, new AuditActor(ActorKind.Stranger, "admin", null, null, "198.51.100.9")),
        new(AuditKind.SignInFailed, new AuditActor(ActorKind.Stranger, null, null, null, "198.51.100.9"), Times: 17),
        new(AuditKind.SignInThrottled, new AuditActor(ActorKind.Stranger, null, null, null, "198.51.100.9"), Times: 212),
        new(AuditKind.SignedIn, Admin),
        new(AuditKind.PasswordSet, Admin, SampleProject.Employee),
        new(AuditKind.Invited, Admin, SampleProject.Employee),
        new(AuditKind.PasswordLinkMade, Admin, SampleProject.Employee),
        new(AuditKind.PasswordLetterAsked, new AuditActor(ActorKind.Stranger, SampleProject.Employee, "taras", null, "198.51.100.9")),
        new(AuditKind.SecondFactorSet, Admin, SampleProject.Employee),
        new(AuditKind.SecondFactorRemoved, Admin, SampleProject.Employee),
        new(AuditKind.KeyMade, Admin, "wallboard hall", "supervisor k1"),
        new(AuditKind.KeyRevoked, Admin, "old key", "k0"),
        new(AuditKind.ConfigurationRead, Admin, "1"),
        new(AuditKind.ConfigurationPublished, Admin, "2"),
        new(AuditKind.AvailabilitySet, Head, "taras", "notReady lunch"),
        new(AuditKind.WrapUpFinished, Head, "oksana"),
        new(AuditKind.CallEnded, Head, "7"),
        new(AuditKind.RecordingPlayed, Head, "1", "1"),
        new(AuditKind.RecordingDownloaded, Head, "1", "1"),
        new(AuditKind.RecordingPaused, Head, "7"),
        new(AuditKind.RecordingResumed, Head, "7"),
        new(AuditKind.MessageDone, Head, "8"),
        new(AuditKind.CallSupervised, Head, "7", "whisper"),
        new(AuditKind.SupervisionEnded, Wallboard, "7", "head"),
        new(AuditKind.CallTakenOver, Head, "7"),
        new(AuditKind.RecordingsDeleted, new AuditActor(ActorKind.Program, null, null, null, null), null, "90", 12),
        new(AuditKind.PromptReplaced, Admin, "uk/closed"),
        new(AuditKind.PromptRestored, Admin, "own/greeting"),
        new(AuditKind.ClientLinked, Wallboard, "+380671112233", "olena"),
        new(AuditKind.CallsExported, Head, null, "?format=csv&from=2026-03-01T00:00:00.000Z&outcome=abandoned"),
        new(AuditKind.CallsRead, Wallboard, Times: 1_240),
        new(AuditKind.ClientsRead, Wallboard),
        new(AuditKind.KeyRefused, new AuditActor(ActorKind.Stranger, null, null, null, "198.51.100.9")),
        new(AuditKind.AuditRead, Wallboard with { Access = AccessLevel.Administrator }),
        new(AuditKind.SignedOut, Admin),
    ];

    /// <summary>As history has them, oldest first, a minute apart; the last one was a minute before <paramref name="now"/>.</summary>
    public static IEnumerable<AuditRow> Before(DateTimeOffset now, IReadOnlyList<AuditEntry>? entries = null)
    {
        var acts = entries ?? EachKind;
        var first = now.ToUnixTimeMilliseconds() - (acts.Count * 60_000L);
        return acts.Select((entry, i) => new AuditRow(i + 1, first + (i * 60_000L), entry));
    }
}
