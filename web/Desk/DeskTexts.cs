using CallCenter.Abstractions;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Desk;

/// <summary>Words of the employee's desk. Sentences about a person fit himself and a supervisor who looks at his desk.</summary>
public static class DeskTexts
{
    public static readonly Text Title = new("My desk", "Моє місце", "Моё место");
    public static readonly Text State = new("State", "Стан", "Состояние");
    public static readonly Text Availability = new("Availability", "Доступність", "Доступность");
    public static readonly Text BecomeReady = new("Take calls", "Приймати дзвінки", "Принимать звонки");
    public static readonly Text SignOff = new("End the shift", "Завершити зміну", "Завершить смену");
    public static readonly Text NotReadyBecause = new("Not ready:", "Не приймати:", "Не принимать:");
    public static readonly Text FinishWrapUp = new("Wrap-up done", "Обробку завершено", "Обработка завершена");
    public static readonly Text PauseRecording = new("Pause recording", "Призупинити запис", "Приостановить запись");
    public static readonly Text ResumeRecording = new("Resume recording", "Продовжити запис", "Продолжить запись");
    public static readonly Text AskForHelp = new("Ask for help", "Попросити допомоги", "Попросить помощи");
    public static readonly Text NoHelpNeeded = new("No help needed", "Допомога не потрібна", "Помощь не нужна");
    public static readonly Text AfterCall = new(
        "What you choose now takes effect after the call.",
        "Вибране зараз почне діяти після дзвінка.",
        "Выбранное сейчас начнёт действовать после звонка.");
    public static readonly Text EndsIn = new("ends in", "закінчиться за", "закончится через");
    public static readonly Text PhoneOff = new(
        "No phone is registered", "Жоден телефон не зареєстровано", "Ни один телефон не зарегистрирован");

    public static readonly Text CurrentCall = new("Current call", "Поточний дзвінок", "Текущий звонок");
    public static readonly Text NoCall = new("No call right now.", "Зараз дзвінка немає.", "Сейчас звонка нет.");
    public static readonly Text CalledNumber = new("Dialled", "Набрано", "Набрано");
    public static readonly Text Through = new("Through", "Через", "Через");

    public static readonly Text WhyNoCall = new("Why is no call coming?", "Чому немає дзвінків?", "Почему нет звонков?");
    public static readonly Text NextInLine = new(
        "Nothing stands in the way: a call can come at any moment.",
        "Нічого не заважає: дзвінок може надійти будь-якої миті.",
        "Ничто не мешает: звонок может поступить в любой момент.");
    public static readonly Text Queues = new("Departments served", "Відділи", "Отделы");
    public static readonly Text NoQueues = new(
        "No department. Calls come only to the extension.", "Жодного відділу. Дзвінки надходять лише на внутрішній номер.",
        "Ни одного отдела. Звонки поступают только на внутренний номер.");

    public static readonly Text Messages = new("Messages", "Повідомлення", "Сообщения");
    public static readonly PluralText MessageWords = new(
        new("message waits", "messages wait"), new("повідомлення чекає", "повідомлення чекають", "повідомлень чекають"),
        new("сообщение ждёт", "сообщения ждут", "сообщений ждут"));
    public static readonly Text NoMessages = new("No message waits.", "Повідомлень немає.", "Сообщений нет.");
    public static readonly Text MessageFrom = new("Message of {0}", "Повідомлення: {0}", "Сообщение: {0}");
    public static readonly Text MailboxOf = new("for {0}", "для: {0}", "для: {0}");
    public static readonly Text OwnMailbox = new("own voicemail", "власна пошта", "своя почта");
    public static readonly Text CallBack = new("Call back", "Передзвонити", "Перезвонить");
    public static readonly Text MessageDone = new("Done", "Опрацьовано", "Обработано");
    public static readonly Text MessageDoneOf = new("Done: {0}", "Опрацьовано: {0}", "Обработано: {0}");

    public static readonly Text LastCalls = new("Last calls", "Останні дзвінки", "Последние звонки");
    public static readonly Text NoLastCalls = new("No calls yet.", "Дзвінків ще не було.", "Звонков ещё не было.");
    public static readonly Text HistoryAway = new(
        "The history cannot be read right now. Calls go on and are kept; they appear here when it is back.",
        "Історію зараз не вдається прочитати. Дзвінки тривають і зберігаються; вони з'являться тут, коли вона повернеться.",
        "Историю сейчас не удаётся прочитать. Звонки продолжаются и сохраняются; они появятся здесь, когда она вернётся.");
    public static readonly Text Talked = new("talked {0}", "розмова {0}", "разговор {0}");
    public static readonly Text LeftMessage = new("message left", "повідомлення", "сообщение");
    public static readonly Text NotTalked = new("no conversation", "без розмови", "без разговора");

    public static readonly PluralText CallsToday = new(
        new("call today", "calls today"), new("дзвінок сьогодні", "дзвінки сьогодні", "дзвінків сьогодні"),
        new("звонок сегодня", "звонка сегодня", "звонков сегодня"));
    public static readonly Text TalkToday = new("Talk today", "Розмови сьогодні", "Разговоры сегодня");
    public static readonly Text NotTaken = new("Not taken", "Не взято", "Не взято");

    private static readonly Text ProblemInvalid = new(
        "That is not possible now. The page shows the state as it is.", "Зараз це неможливо. Сторінка показує справжній стан.",
        "Сейчас это невозможно. Страница показывает настоящее состояние.");
    private static readonly Text ProblemReason = new(
        "Choose one of the reasons in the list.", "Оберіть одну з причин у переліку.", "Выберите одну из причин в списке.");
    private static readonly Text ProblemWrapUp = new(
        "The wrap-up is already over.",
        "Обробка вже закінчилась.",
        "Обработка уже закончилась.");

    /// <summary>Why a choice was refused.</summary>
    public static Text Problem(Refusal refusal) => refusal switch
    {
        Refusal.NotReadyReasonNeeded or Refusal.UnknownNotReadyReason => ProblemReason,
        Refusal.NotInWrapUp => ProblemWrapUp,
        _ => ProblemInvalid,
    };

    /// <summary>One sentence per reason why a person is not rung, with what to do about it.</summary>
    public static Text Sentence(ExclusionReason reason) => Sentences[(int)reason];

    // In the order of ExclusionReason; a test holds the two together.
    private static readonly Text[] Sentences =
    [
        new(
            "Off shift. Choose “Take calls” to begin.",
            "Поза зміною. Оберіть «Приймати дзвінки», щоб почати.",
            "Вне смены. Выберите «Принимать звонки», чтобы начать."),
        new(
            "Not taking calls. Choose “Take calls” to go on.",
            "Дзвінки не приймаються. Оберіть «Приймати дзвінки», щоб продовжити.",
            "Звонки не принимаются. Выберите «Принимать звонки», чтобы продолжить."),
        new("The phone is ringing right now.", "Телефон саме дзвонить.", "Телефон как раз звонит."),
        new("A conversation is going on.", "Триває розмова.", "Идёт разговор."),
        new(
            "Wrap-up after the last call. “Wrap-up done” ends it earlier.",
            "Обробка після останнього дзвінка. «Обробку завершено» закінчить її раніше.",
            "Обработка после последнего звонка. «Обработка завершена» закончит её раньше."),
        new(
            "No phone is registered. Check that the phone is switched on and connected.",
            "Жоден телефон не зареєстровано. Перевірте, чи телефон увімкнено й під'єднано.",
            "Ни один телефон не зарегистрирован. Проверьте, что телефон включён и подключён."),
        new(
            "A short rest after a call that was not taken.",
            "Коротка пауза після невзятого дзвінка.",
            "Короткая пауза после невзятого звонка."),
        new(
            "The waiting call has already rung here and goes to others first.",
            "Дзвінок, що чекає, тут уже дзвонив і спершу йде до інших.",
            "Ожидающий звонок здесь уже звонил и сначала идёт к другим."),
        new(
            "Colleagues of an earlier group are rung first.",
            "Спершу дзвонить колегам попередньої групи.",
            "Сначала звонит коллегам предыдущей группы."),
        new(
            "Belongs to no department. The administrator can change that.",
            "Не належить до жодного відділу. Це може змінити адміністратор.",
            "Не относится ни к одному отделу. Это может изменить администратор."),
        new(
            "No phone here takes what the waiting caller offers; others can.",
            "Жоден телефон тут не підтримує те, що пропонує клієнт у черзі; іншим він підходить.",
            "Ни один телефон здесь не поддерживает то, что предлагает клиент в очереди; другим он подходит."),
        new(
            "A conversation of others is being listened to. Calls come again afterwards.",
            "Прослуховується чужа розмова. Після неї дзвінки надходитимуть знову.",
            "Прослушивается чужой разговор. После него звонки будут поступать снова."),
    ];
}
