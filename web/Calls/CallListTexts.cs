using CallCenter.Abstractions.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls;

/// <summary>Words of the call journal.</summary>
public static class CallListTexts
{
    public static readonly Text Title = new("Journal", "Журнал", "Журнал");
    public static readonly Text Period = new("Period", "Період", "Период");
    public static readonly Text FirstDay = new("From", "Від", "С");
    public static readonly Text LastDay = new("To", "До", "По");
    public static readonly Text Department = new("Department", "Відділ", "Отдел");
    public static readonly Text AllDepartments = new("All departments", "Усі відділи", "Все отделы");
    public static readonly Text Employee = new("Employee", "Співробітник", "Сотрудник");
    public static readonly Text AllEmployees = new("All employees", "Усі співробітники", "Все сотрудники");
    public static readonly Text Direction = new("Direction", "Напрямок", "Направление");
    public static readonly Text AllDirections = new("All directions", "Усі напрямки", "Все направления");
    public static readonly Text Outcome = new("Outcome", "Результат", "Результат");
    public static readonly Text AllOutcomes = new("All outcomes", "Усі результати", "Все результаты");
    public static readonly Text Number = new("Number", "Номер", "Номер");
    public static readonly Text Show = new("Show", "Показати", "Показать");
    public static readonly Text ClearFilters = new("Clear the filters", "Скинути фільтри", "Сбросить фильтры");
    public static readonly Text Filters = new("Filters", "Фільтри", "Фильтры");

    public static readonly Text Client = new("Client", "Клієнт", "Клиент");
    public static readonly Text State = new("State", "Стан", "Состояние");
    public static readonly Text Source = new("Source", "Джерело", "Источник");
    public static readonly Text Where = new("Where they called", "Куди дзвонили", "Куда звонили");
    public static readonly Text Wait = new("Wait", "Очікування", "Ожидание");
    public static readonly Text Talk = new("Talk", "Розмова", "Разговор");
    public static readonly Text Rating = new("Rating", "Оцінка", "Оценка");
    public static readonly Text EndedBy = new("Who ended", "Хто завершив", "Кто завершил");
    public static readonly Text Date = new("Date", "Дата", "Дата");
    public static readonly Text Recording = new("Recording", "Запис", "Запись");
    public static readonly Text OnlyRecorded = new("With recording", "Із записом", "С записью");
    public static readonly Text Listen = new(
        "Listen to the call: {0}, {1}", "Слухати дзвінок: {0}, {1}", "Слушать звонок: {0}, {1}");
    public static readonly Text SortBy = new("Sort by {0}", "Впорядкувати: {0}", "Упорядочить: {0}");

    public static readonly PluralText Calls = new(
        new("call", "calls"), new("дзвінок", "дзвінки", "дзвінків"), new("звонок", "звонка", "звонков"));
    public static readonly Text ManyCalls = new("{0}+ calls", "{0}+ дзвінків", "{0}+ звонков");
    public static readonly Text Pages = new("Pages", "Сторінки", "Страницы");
    public static readonly Text Previous = new("Previous", "Попередні", "Предыдущие");
    public static readonly Text Next = new("Next", "Наступні", "Следующие");
    public static readonly Text Download = new("Download as CSV", "Завантажити CSV", "Скачать CSV");

    public static readonly Text NoCalls = new(
        "No calls in this period yet. Choose a longer one above.",
        "У цьому періоді дзвінків ще немає. Виберіть вище довший період.",
        "В этом периоде звонков ещё нет. Выберите выше более длинный период.");
    public static readonly Text NothingFits = new(
        "No call fits these filters. Take one away or choose a longer period.",
        "Жоден дзвінок не підходить під ці фільтри. Зніміть один із них або виберіть довший період.",
        "Ни один звонок не подходит под эти фильтры. Снимите один из них или выберите более длинный период.");
    public static readonly Text Away = new(
        "The history cannot be reached right now. Calls go on and nothing is lost; they appear here as soon as the database is back.",
        "Історія зараз недоступна. Дзвінки тривають, нічого не губиться: вони з'являться тут, щойно база даних повернеться.",
        "История сейчас недоступна. Звонки идут, ничего не теряется: они появятся здесь, как только база данных вернётся.");
    public static readonly Text TryAgain = new("Try again", "Спробувати ще раз", "Попробовать ещё раз");

    public static Text Of(PeriodPreset preset) => preset switch
    {
        PeriodPreset.Yesterday => new("Yesterday", "Учора", "Вчера"),
        PeriodPreset.Week => new("7 days", "7 днів", "7 дней"),
        PeriodPreset.Month => new("30 days", "30 днів", "30 дней"),
        PeriodPreset.Custom => new("Chosen days", "Вибрані дні", "Выбранные дни"),
        _ => new("Today", "Сьогодні", "Сегодня"),
    };

    public static Text Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Answered => new("Answered", "Прийнято", "Принят"),
        CallOutcome.Abandoned => new("Abandoned", "Не дочекались", "Не дождались"),
        CallOutcome.NoAnswer => new("No answer", "Без відповіді", "Без ответа"),
        CallOutcome.Busy => new("Busy", "Зайнято", "Занято"),
        CallOutcome.Closed => new("Closed", "Зачинено", "Закрыто"),
        CallOutcome.Refused => new("Refused", "Відхилено", "Отклонён"),
        CallOutcome.Failed => new("Failed", "Збій зв'язку", "Сбой связи"),
        CallOutcome.Interrupted => new("Interrupted", "Перервано", "Прерван"),
        CallOutcome.Unreachable => new("Unreachable", "Поза зв'язком", "Вне связи"),
        CallOutcome.OfferRefused => new("Incompatible", "Несумісний", "Несовместим"),
        CallOutcome.Voicemail => new("Message left", "Повідомлення", "Сообщение"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };

    public static Text Of(EndedBy endedBy) => endedBy switch
    {
        Abstractions.Calls.EndedBy.Client => new("Client", "Клієнт", "Клиент"),
        Abstractions.Calls.EndedBy.Employee => new("Employee", "Співробітник", "Сотрудник"),
        _ => new("System", "Система", "Система"),
    };
}
