using CallCenter.Web.Languages;

namespace CallCenter.Web.Work;

/// <summary>Words of the parts that pages are worked with.</summary>
public static class WorkTexts
{
    public static readonly Text Undo = new("Undo", "Повернути", "Вернуть");
    public static readonly Text Close = new("Close", "Закрити", "Закрыть");
    public static readonly Text NotSaved = new(
        "What you typed is not saved.", "Введене не збережено.", "Введённое не сохранено.");
    public static readonly Text KeepTyping = new("Keep typing", "Продовжити", "Продолжить");
    public static readonly Text DropTyped = new("Discard it", "Відкинути", "Отбросить");
    public static readonly Text NoNumber = new(
        "Only a whole number fits here.", "Сюди підходить лише ціле число.", "Сюда подходит только целое число.");
    public static readonly Text Failed = new(
        "That did not work. What you typed is still there.", "Це не вдалося. Введене лишилося.", "Это не удалось. Введённое осталось.");
    public static readonly Text Again = new("Try again", "Спробувати ще раз", "Попробовать ещё раз");
    public static readonly Text Ended = new(
        "Something went wrong on this page. What you typed is kept.", "На цій сторінці стався збій. Введене збережено.",
        "На этой странице произошёл сбой. Введённое сохранено.");
    public static readonly Text Lost = new(
        "The connection is lost. It comes back by itself; what you typed stays.",
        "З’єднання втрачено. Воно відновиться саме; введене лишається.",
        "Связь потеряна. Она восстановится сама; введённое остаётся.");
}
