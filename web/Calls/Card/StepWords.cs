using CallCenter.Abstractions.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Card;

/// <summary>What a caller went through with us alone, in words.</summary>
public static class StepWords
{
    /// <summary>Which step: <c>menu “Front”</c>.</summary>
    public static string Of(StepRecord step, ProjectNames names, Language language) => step.Kind switch
    {
        StepKind.Notice => CardTexts.Notice.In(language),
        StepKind.Menu => CardTexts.Menu.In(language, step.Menu is { } menu ? names.Menu(menu) : Formats.None),
        StepKind.Voicemail => CardTexts.Voicemail.In(
            language, names.Department(step.Department) ?? names.Employee(step.Employee) ?? Formats.None),
        StepKind.Rating => CardTexts.Rating.In(language),
        _ => CardTexts.Farewell.In(language),
    };

    /// <summary>What came of it.</summary>
    public static string EndOf(StepRecord step, Language language) => step switch
    {
        { Kind: StepKind.Rating, End: StepEnd.Chosen } => OfFive(step.Keys, language),
        { End: StepEnd.Heard } => CardTexts.Heard.In(language),
        { End: StepEnd.Chosen } => CardTexts.Chosen.In(language),
        { End: StepEnd.NoChoice } => CardTexts.NoChoice.In(language),
        { End: StepEnd.Message } => CardTexts.MessageLeft.In(language),
        { End: StepEnd.NoMessage } => CardTexts.NoMessage.In(language),
        _ => CardTexts.CallEnded.In(language),
    };

    /// <summary>A rating: <c>4 of 5</c>.</summary>
    public static string OfFive(object rating, Language language) => CardTexts.OfFive.In(language, rating);
}
