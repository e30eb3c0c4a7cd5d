using CallCenter.Abstractions;
using CallCenter.Abstractions.Mail;
using CallCenter.Web.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallCenter.Web.Mail;

/// <summary>Writes letters in the reader's language, as text and as HTML.</summary>
public sealed class LetterWriter(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>To a new employee, who chooses his password by it.</summary>
    /// <param name="pages">Where the pages are for him, e.g. <c>https://calls.example.com/</c>.</param>
    public Task<Letter> Invitation(EmployeeId employee, string email, string name, string company, Uri pages, Language language) => Write(
        LetterKind.Invitation, employee, email, name, new LetterContent(
            language, company, LetterTexts.InvitationSubject.In(language, company),
            [LetterTexts.Greeting.In(language, name), LetterTexts.Invitation.In(language, company, email)],
            PasswordLinks.To(pages, Letter.TokenPlace), LetterTexts.Choose.In(language), [LetterTexts.Once.In(language)]));

    /// <summary>To somebody who forgot his password, or for whom somebody else said so.</summary>
    public Task<Letter> Forgotten(EmployeeId employee, string email, string name, string company, Uri pages, Language language) => Write(
        LetterKind.ForgottenPassword, employee, email, name, new LetterContent(
            language, company, LetterTexts.ForgottenSubject.In(language, company),
            [LetterTexts.Greeting.In(language, name), LetterTexts.Forgotten.In(language, company, email)],
            PasswordLinks.To(pages, Letter.TokenPlace), LetterTexts.Choose.In(language),
            [LetterTexts.NotMe.In(language), LetterTexts.Once.In(language)]));

    public Task<Letter> Test(string email, string company, Language language) => Write(
        LetterKind.Test, null, email, email, new LetterContent(
            language, company, LetterTexts.TestSubject.In(language, company), [LetterTexts.Test.In(language)], null, null, []));

    private async Task<Letter> Write(LetterKind kind, EmployeeId? employee, string email, string name, LetterContent content)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterBody.Content)] = content });
            return (await renderer.RenderComponentAsync<LetterBody>(parameters)).ToHtmlString();
        });
        return new Letter(kind, employee, email, name, content.Subject, content.Text, html);
    }
}
