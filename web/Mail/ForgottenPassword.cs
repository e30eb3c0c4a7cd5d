using CallCenter.Abstractions.Audit;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Mail;

/// <summary>Somebody says that he forgot the password of this name.</summary>
/// <param name="By">A stranger; his name is filled in where somebody has it.</param>
public sealed record ForgottenPassword(string Email, Uri Pages, Language Language, AuditActor By);
