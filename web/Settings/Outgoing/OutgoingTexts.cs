using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Drafts;

namespace CallCenter.Web.Settings.Outgoing;

/// <summary>Words of the page of outgoing calls.</summary>
public static class OutgoingTexts
{
    public static readonly Text Title = new("Outgoing calls", "Вихідні дзвінки", "Исходящие звонки");
    public static readonly Text Drag = new("Drag to another place", "Перетягніть на інше місце", "Перетащите на другое место");
    public static readonly Text Rules = new("Which number is shown, by which trunk", "Який номер показувати, яким транком",
        "Какой номер показывать, по какому транку");
    public static readonly Text RulesHelp = new(
        "The first rule that fits is taken. Without one, a call goes out by the first trunk and shows the first number.",
        "Береться перше правило, що підходить. Без нього дзвінок іде першим транком і показує перший номер.",
        "Берётся первое подходящее правило. Без него звонок идёт по первому транку и показывает первый номер.");
    public static readonly Text Rule = new("Rule {0}", "Правило {0}", "Правило {0}");
    public static readonly Text AddRule = new("Add rule", "Додати правило", "Добавить правило");
    public static readonly Text Prefix = new("To numbers beginning with", "На номери, що починаються з", "На номера, которые начинаются с");
    public static readonly Text AnyPrefix = new("Empty: all.", "Порожньо: усі.", "Пусто: все.");
    public static readonly Text Who = new("Who calls", "Хто телефонує", "Кто звонит");
    public static readonly Text Anybody = new("anybody", "будь-хто", "кто угодно");
    public static readonly Text Shown = new("Number shown", "Показаний номер", "Показанный номер");
    public static readonly Text ChooseNumber = new("Choose a number", "Виберіть номер", "Выберите номер");
    public static readonly Text Trunk = new("Trunk", "Транк", "Транк");
    public static readonly Text AllTrunks = new("all, in their order", "усі, за їхнім порядком", "все, по их порядку");
    public static readonly Text InOrder = new("in order: {0}", "за чергою: {0}", "по очереди: {0}");
    public static readonly Text ChooseTrunk = new("Choose a trunk", "Виберіть транк", "Выберите транк");
    public static readonly Text Up = new("Move {0} up", "Підняти: {0}", "Поднять: {0}");
    public static readonly Text Down = new("Move {0} down", "Опустити: {0}", "Опустить: {0}");
    public static readonly Text RemoveOne = new("Remove {0}", "Вилучити: {0}", "Удалить: {0}");
    public static readonly Text Allowed = new("Where calls may go", "Куди можна телефонувати", "Куда можно звонить");
    public static readonly Text AllowedHelp = new(
        "One a line: + and the first digits, e.g. +380. Empty: no calls outside.",
        "По одному в рядку: + і перші цифри, наприклад +380. Порожньо: назовні не телефонують.",
        "По одному в строке: + и первые цифры, например +380. Пусто: наружу не звонят.");
    public static readonly Text Emergency = new("Emergency numbers", "Екстрені номери", "Экстренные номера");
    public static readonly Text EmergencyHelp = new(
        "Every phone may call them at any time, whatever else is forbidden or used up.",
        "Їх може набрати кожен телефон будь-коли, хоч би що було заборонено чи вичерпано.",
        "Их может набрать любой телефон в любое время, что бы ни было запрещено или исчерпано.");
    public static readonly Text EmergencyNumber = new("Emergency number {0}", "Екстрений номер {0}", "Экстренный номер {0}");
    public static readonly Text AddEmergency = new("Add emergency number", "Додати екстрений номер", "Добавить экстренный номер");
    public static readonly Text Dialled = new("Digits dialled", "Набрані цифри", "Набранные цифры");
    public static readonly Text ByRules = new("by the rules above", "за правилами вище", "по правилам выше");
    public static readonly Text Limits = new("Limits against fraud", "Обмеження проти зловживань", "Ограничения против злоупотреблений");
    public static readonly Text PerEmployee = new(
        "At a time, per employee", "Одночасно, на співробітника", "Одновременно, на сотрудника");
    public static readonly Text PerEmployeeAndDay = new("A day, per employee", "На день, на співробітника", "В день, на сотрудника");
    public static readonly Text Limit = new("Limit {0}", "Обмеження {0}", "Ограничение {0}");
    public static readonly Text AddLimit = new("Add limit by prefix", "Додати обмеження за префіксом", "Добавить ограничение по префиксу");
    public static readonly Text AtATime = new("At a time", "Одночасно", "Одновременно");
    public static readonly Text ADay = new("A day", "На день", "В день");
    public static readonly Text NoLimit = new("Empty: no limit.", "Порожньо: без обмеження.", "Пусто: без ограничения.");

    public static readonly Text Trial = new("Who calls what", "Хто кому телефонує", "Кто кому звонит");
    public static readonly Text TrialHelp = new(
        "By what is saved, before it is published: which number is shown by which trunk, where a client comes to, or why not.",
        "За збереженим, ще до публікації: який номер і через який транк побачать, куди потрапить клієнт, або чому ні.",
        "По сохранённому, ещё до публикации: какой номер и через какой транк увидят, куда попадёт клиент или почему нет.");
    public static readonly Text Dials = new("Dials", "Набирає", "Набирает");
    public static readonly Text ChooseCaller = new("choose who", "виберіть, хто", "выберите, кто");
    public static readonly Text Client = new("a client", "клієнт", "клиент");
    public static readonly Text TryIt = new("What would happen", "Що станеться", "Что произойдёт");
    public static readonly Text TrialMissing = new(
        "Choose who calls, and write what he dials.", "Виберіть, хто телефонує, і напишіть, що набирає.",
        "Выберите, кто звонит, и напишите, что набирает.");

    private static readonly Text Outside = new(
        "{0} is called through {1} and sees {2}.", "Дзвінок на {0} іде через {1}, видно номер {2}.",
        "Звонок на {0} идёт через {1}, виден номер {2}.");
    private static readonly Text NobodyShown = new("nobody’s number", "не вказано", "не указан");
    private static readonly Text Ruled = new("A rule fits.", "Підійшло правило.", "Подошло правило.");
    private static readonly Text FirstNumber = new(
        "No rule fits: it is the first number of the list.", "Жодне правило не підійшло: це перший номер списку.",
        "Ни одно правило не подошло: это первый номер списка.");
    private static readonly Text NextTrunk = new(
        "If that trunk does not carry it, the next one is tried.", "Якщо транк не прийме дзвінок, буде спробувано наступний.",
        "Если транк не примет звонок, будет опробован следующий.");
    private static readonly Text Help = new(
        "{0} is an emergency number: it goes out at once through {1} and shows {2}.",
        "{0} — екстрений номер: дзвінок іде одразу через {1}, видно номер {2}.",
        "{0} — экстренный номер: звонок идёт сразу через {1}, виден номер {2}.");
    private static readonly Text Inside = new(
        "{0} is the extension of {1}: the call stays in the house.", "{0} — внутрішній номер: {1}. Дзвінок лишається всередині.",
        "{0} — внутренний номер: {1}. Звонок остаётся внутри.");

    private static readonly Text In = new(
        "{0} is ours and leads to: {1}.", "{0} — наш номер, веде сюди: {1}.", "{0} — наш номер, ведёт сюда: {1}.");
    private static readonly Text Told = new(
        "The client is told first that the conversation may be recorded.",
        "Спершу клієнта попереджають, що розмову може бути записано.",
        "Сначала клиента предупреждают, что разговор может быть записан.");

    /// <summary>What would become of the call, in sentences.</summary>
    public static string Of(DialOutcome outcome, ProjectConfiguration document, Language language)
    {
        var trunk = outcome.Trunk is { } key ? EntryKinds.Trunks.NameOf(document, key) ?? key : "";
        var shown = outcome.Shown is { Length: > 0 } number ? PhoneNumber.Pretty(number) : NobodyShown.In(language);
        return outcome.Result switch
        {
            DialResult.Outside => string.Join(' ',
            [
                Outside.In(language, PhoneNumber.Pretty(outcome.Number), trunk, shown),
                (outcome.ByRule ? Ruled : FirstNumber).In(language),
                .. outcome.HasNextTrunk ? [NextTrunk.In(language)] : Array.Empty<string>(),
            ]),
            DialResult.Emergency => Help.In(language, outcome.Number, trunk, shown),
            DialResult.Incoming => Incoming(outcome, document, language),
            DialResult.Internal => Inside.In(language, outcome.Number, Owner(outcome, document)),
            _ => WhyNot(outcome.Result).In(language, PhoneNumber.Pretty(outcome.Number)),
        };
    }

    private static string Incoming(DialOutcome outcome, ProjectConfiguration document, Language language)
    {
        var number = EntryKinds.Numbers.Find(document, outcome.OwnNumber);
        var leads = In.In(
            language, PhoneNumber.Pretty(number?.Number ?? outcome.Number), DestinationSentence.Of(number?.LeadsTo, document, language));
        return outcome.IsTold ? $"{leads} {Told.In(language)}" : leads;
    }

    private static string? Owner(DialOutcome outcome, ProjectConfiguration document) =>
        outcome.Department is { } department ? EntryKinds.Departments.NameOf(document, department)
        : outcome.Employee is { } employee ? EntryKinds.Employees.NameOf(document, employee) : null;

    private static Text WhyNot(DialResult result) => result switch
    {
        DialResult.NotAllowed => new(
            "{0} is not called: no prefix of the allowed destinations fits.",
            "На {0} не зателефонувати: його немає серед дозволених напрямків.",
            "На {0} не позвонить: его нет среди разрешённых направлений."),
        DialResult.NoTrunk => new(
            "{0} is not called: the rule that fits leads through no trunk.", "На {0} не зателефонувати: правило не веде через жоден транк.",
            "На {0} не позвонить: правило не ведёт ни через один транк."),
        DialResult.NoAccount => new(
            "The employee has no SIP account to call from.", "У співробітника немає акаунта SIP, з якого телефонувати.",
            "У сотрудника нет аккаунта SIP, с которого звонить."),
        DialResult.NoLine => new(
            "There is no trunk yet: no client can call.", "Транка ще немає: жоден клієнт не зателефонує.",
            "Транка ещё нет: ни один клиент не позвонит."),
        DialResult.Invalid => new(
            "The draft has errors: mend them first.", "У чернетці є помилки: спершу виправте їх.",
            "В черновике есть ошибки: сначала исправьте их."),
        _ => new(
            "{0} is no number and nobody’s extension.", "{0} — не номер і не внутрішній номер.", "{0} — не номер и не внутренний номер."),
    };
}
