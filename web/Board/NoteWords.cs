using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>What a note in a table says.</summary>
internal static class NoteWords
{
    public static string Of(TableNote note, Language language) => note.Kind switch
    {
        TableNoteKind.NoCalls => BoardTexts.NoCalls.In(language),
        TableNoteKind.MoreCalls => BoardTexts.MoreCalls.In(language, note.Count),
        TableNoteKind.NoPeople => BoardTexts.NoPeople.In(language),
        TableNoteKind.MorePeople => BoardTexts.MorePeople.In(language, note.Count),
        _ => BoardTexts.NoDepartments.In(language),
    };
}
