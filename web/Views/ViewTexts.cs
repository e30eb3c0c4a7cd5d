using CallCenter.Abstractions.People;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Views;

/// <summary>Words of saved views.</summary>
public static class ViewTexts
{
    public static readonly Text Views = new("Views", "Вигляди", "Виды");
    public static readonly Text None = new(
        "None saved yet. Set filters and columns, then save them here.",
        "Збережених ще немає. Задайте фільтри й стовпці та збережіть тут.",
        "Сохранённых ещё нет. Задайте фильтры и столбцы и сохраните здесь.");
    public static readonly Text Away = new(
        "Saved views cannot be reached right now.", "Збережені вигляди зараз недоступні.", "Сохранённые виды сейчас недоступны.");
    public static readonly Text Name = new("Name of this view", "Назва цього вигляду", "Название этого вида");
    public static readonly Text Save = new("Save this view", "Зберегти цей вигляд", "Сохранить этот вид");
    public static readonly Text Remove = new("Remove {0}", "Вилучити {0}", "Удалить {0}");
    public static readonly Text NoName = new(
        "Give the view a name of at most {0} characters.", "Дайте вигляду назву, не довшу за {0} знаків.",
        "Дайте виду название не длиннее {0} знаков.");
    public static readonly Text TooMany = new(
        "You have {0} views already. Remove one first.", "У вас уже {0} виглядів. Спершу вилучіть один.",
        "У вас уже {0} видов. Сначала удалите один.");

    /// <summary>Null when it went well.</summary>
    public static string? Problem(SaveOutcome outcome, Language language) => outcome switch
    {
        SaveOutcome.NoName => NoName.In(language, SavedView.LongestName),
        SaveOutcome.TooMany => TooMany.In(language, SavedView.Most),
        SaveOutcome.Away => Away.In(language),
        _ => null,
    };
}
