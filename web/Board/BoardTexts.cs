using CallCenter.Abstractions;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>Words of the live board.</summary>
public static class BoardTexts
{
    public static readonly Text Title = new("Board", "Табло", "Табло");
    public static readonly Text Now = new("Right now", "Просто зараз", "Прямо сейчас");
    public static readonly Text Departments = new("Departments", "Відділи", "Отделы");
    public static readonly Text Calls = new("Calls in progress", "Поточні дзвінки", "Текущие звонки");
    public static readonly Text People = new("People", "Співробітники", "Сотрудники");

    public static readonly Text Waiting = new("Waiting", "У черзі", "В очереди");
    public static readonly PluralText WaitingWords = new(
        new("client is waiting", "clients are waiting"),
        new("клієнт чекає", "клієнти чекають", "клієнтів чекають"),
        new("клиент ждёт", "клиента ждут", "клиентов ждут"));
    public static readonly Text LongestWait = new("Longest wait", "Найдовше чекання", "Самое долгое ожидание");
    public static readonly Text NobodyWaits = new("Nobody is waiting", "Ніхто не чекає", "Никто не ждёт");
    public static readonly Text WaitLong = new("long", "довго", "долго");
    public static readonly Text WaitTooLong = new("too long", "задовго", "слишком долго");
    public static readonly Text WaitAnnounce = new(
        "{0}: a client waits too long", "{0}: клієнт чекає задовго", "{0}: клиент ждёт слишком долго");

    public static readonly Text ServiceLevel = new("Service level", "Рівень сервісу", "Уровень сервиса");
    public static readonly Text ServiceLevelGoal = new("Departments at goal", "Відділи в нормі", "Отделы в норме");
    public static readonly Text OfDepartments = new("{0} of {1}", "{0} з {1}", "{0} из {1}");
    public static readonly Text Below = new("Below: {0}", "Нижче: {0}", "Ниже: {0}");
    public static readonly Text AllAtGoal = new("All reach their goal", "Усі досягають мети", "Все достигают цели");
    public static readonly Text NoCallsYet = new("No calls yet today", "Сьогодні ще не було дзвінків", "Сегодня ещё не было звонков");
    public static readonly Text LiveNow = new("Now", "Зараз", "Сейчас");
    public static readonly Text Today = new("Today", "Сьогодні", "Сегодня");
    public static readonly Text Goal = new("goal {0} in {1} s", "мета {0} за {1} с", "цель {0} за {1} с");
    public static readonly Text GoalMet = new("at the goal", "мету досягнуто", "цель достигнута");
    public static readonly Text GoalNear = new("close below the goal", "трохи нижче мети", "чуть ниже цели");
    public static readonly Text GoalMissed = new("below the goal", "нижче мети", "ниже цели");

    public static readonly Text Offered = new("Offered", "Надійшло", "Поступило");
    public static readonly Text Answered = new("Answered", "Прийнято", "Принято");
    public static readonly Text Abandoned = new("Abandoned", "Втрачено", "Потеряно");
    public static readonly Text FlowedOut = new("Flowed out", "Передано", "Передано");
    public static readonly Text SpeedOfAnswer = new("Mean wait", "Сер. чекання", "Ср. ожидание");

    public static readonly Text ReadyPeople = new("Ready", "Приймають", "Принимают");
    public static readonly Text ReadyOf = new("of {0} signed in", "з {0} на зміні", "из {0} на смене");
    public static readonly Text TalkingPeople = new("Talking", "Розмовляють", "Разговаривают");
    public static readonly Text LiveCalls = new("Live calls", "Дзвінки зараз", "Звонки сейчас");
    public static readonly Text Incoming = new("Incoming today", "Вхідні сьогодні", "Входящие сегодня");
    public static readonly Text AnsweredMissed = new(
        "{0} answered, {1} missed", "прийнято {0}, пропущено {1}", "принято {0}, пропущено {1}");
    public static readonly Text Yesterday = new("yesterday {0}", "учора {0}", "вчера {0}");
    public static readonly Text WeekAgo = new("a week ago {0}", "тиждень тому {0}", "неделю назад {0}");
    public static readonly Text SameTime = new(
        "Until the same time of day", "До того самого часу дня", "До того же времени дня");
    public static readonly Text OutgoingToday = new("{0} outgoing today", "вихідних сьогодні {0}", "исходящих сегодня {0}");

    public static readonly Text Client = new("Client", "Клієнт", "Клиент");
    public static readonly Text Dialled = new("Dialled", "Куди", "Куда");
    public static readonly Text Stage = new("Stage", "Етап", "Этап");
    public static readonly Text For = new("For", "Триває", "Длится");
    public static readonly Text Department = new("Department", "Відділ", "Отдел");
    public static readonly Text With = new("With", "З ким", "С кем");
    public static readonly Text Name = new("Name", "Ім'я", "Имя");
    public static readonly Text State = new("State", "Стан", "Состояние");
    public static readonly Text CallsToday = new("Calls today", "Дзвінків сьогодні", "Звонков сегодня");
    public static readonly Text TalkToday = new("Talk today", "Розмови сьогодні", "Разговоры сегодня");
    public static readonly Text Rona = new("Not taken", "Не взято", "Не взято");
    public static readonly Text UnknownClient = new("Number withheld", "Номер приховано", "Номер скрыт");
    public static readonly Text EndCall = new("End call", "Завершити дзвінок", "Завершить звонок");
    public static readonly Text EndCallWith = new("End the call with {0}?", "Завершити дзвінок з {0}?", "Завершить звонок с {0}?");
    public static readonly Text Keep = new("Keep it", "Залишити", "Оставить");

    public static readonly Text Listen = new("Listen", "Слухати", "Слушать");
    public static readonly Text Whisper = new("Whisper to the employee", "Підказувати співробітникові", "Подсказывать сотруднику");
    public static readonly Text Join = new("Join the conversation", "Долучитися до розмови", "Подключиться к разговору");
    public static readonly Text TakeOver = new("Take over the call", "Перебрати дзвінок", "Забрать звонок");
    public static readonly Text TakeOverFrom = new(
        "Take over the call with {0}? The employee is hung up.", "Перебрати дзвінок з {0}? Співробітника буде від'єднано.",
        "Забрать звонок с {0}? Сотрудник будет отключён.");
    public static readonly Text StopListening = new("Stop listening", "Більше не слухати", "Больше не слушать");
    private static readonly Text ProblemOver = new(
        "That is over: the conversation ended, or your phone was hung up.", "Уже запізно: розмова закінчилась або ваш телефон від'єднано.",
        "Уже поздно: разговор закончился или ваш телефон отключён.");
    private static readonly Text ProblemHearing = new(
        "Not possible now. To listen, nobody may be on your own phone, it has to be registered, and the project has to let supervisors "
        + "listen before the call arrives (Settings, Project). A call that its employee dialled is not taken over.",
        "Зараз неможливо. Щоб слухати, ваш телефон має бути вільний і зареєстрований, а прослуховування має бути дозволене в проєкті до "
        + "надходження дзвінка (Налаштування, Проєкт). Дзвінок, який набрав співробітник, не можна перебрати.",
        "Сейчас невозможно. Чтобы слушать, ваш телефон должен быть свободен и зарегистрирован, а прослушивание разрешено в проекте до "
        + "поступления звонка (Настройки, Проект). Звонок, который набрал сотрудник, нельзя забрать.");

    /// <summary>Why an order about a conversation was refused.</summary>
    public static Text Problem(Refusal refusal) =>
        refusal is Refusal.NoSuchCall or Refusal.TooLate ? ProblemOver : ProblemHearing;

    public static readonly Text Actions = new("Actions", "Дії", "Действия");
    public static readonly Text CallsOfClient = new(
        "Calls of this client", "Дзвінки цього клієнта", "Звонки этого клиента");
    public static readonly Text CallsOfPerson = new("Calls of today", "Дзвінки за сьогодні", "Звонки за сегодня");
    public static readonly Text OpenDesk = new("Open the desk", "Відкрити стіл", "Открыть стол");
    public static readonly Text NotReadyFor = new("Not ready: {0}", "Не приймає: {0}", "Не принимает: {0}");
    public static readonly Text Columns = new("Columns", "Стовпці", "Столбцы");
    public static readonly Text SomeDepartments = new("{0} departments", "Відділів: {0}", "Отделов: {0}");
    public static readonly Text WallDepartments = new(
        "Departments (none ticked: all)", "Відділи (без позначок: усі)", "Отделы (без отметок: все)");
    public static readonly Text TurnEvery = new("Turn to the next ones every", "Показувати наступні кожні", "Показывать следующие каждые");
    public static readonly Text Seconds = new("{0} s", "{0} с", "{0} с");
    public static readonly Text WallSize = new("Size", "Розмір", "Размер");
    public static readonly Text OpenWall = new("Open the wallboard", "Відкрити екран", "Открыть экран");

    public static readonly IReadOnlyList<(int Size, Text Text)> WallSizes =
    [
        (1, new("normal", "звичайний", "обычный")), (2, new("large, for 3 m", "великий, на 3 м", "крупный, на 3 м")),
        (3, new("largest", "найбільший", "самый крупный")),
    ];

    public static readonly Text AllDepartments = new("All departments", "Усі відділи", "Все отделы");
    public static readonly Text OnShift = new("Everyone on shift", "Усі на зміні", "Все на смене");
    public static readonly Text Everyone = new("Everyone", "Усі", "Все");
    public static readonly Text Show = new("Show", "Показати", "Показать");
    public static readonly Text Sort = new("Order", "Порядок", "Порядок");
    public static readonly Text ByState = new("By state", "За станом", "По состоянию");
    public static readonly Text ByName = new("By name", "За іменем", "По имени");
    public static readonly Text ByTime = new("Longest in state", "Найдовше у стані", "Дольше всех в состоянии");
    public static readonly Text ByCalls = new("Most calls", "Найбільше дзвінків", "Больше всего звонков");
    public static readonly Text Wall = new("Wallboard", "Настінне табло", "Настенное табло");
    public static readonly Text LeaveWall = new("Leave the wallboard", "Вийти з настінного табло", "Выйти из настенного табло");

    public static readonly Text Alarms = new("What needs attention", "Що потребує уваги", "Что требует внимания");
    public static readonly Text JournalAway = new(
        "New calls are refused: the server's disk takes nothing more. Make room or check the disk; it goes on by itself.",
        "Нові дзвінки відхиляються: диск сервера нічого не приймає. Звільніть місце або перевірте диск, далі все піде саме.",
        "Новые звонки отклоняются: диск сервера ничего не принимает. Освободите место или проверьте диск, дальше всё пойдёт само.");
    public static readonly Text DiskLow = new(
        "The server's disk is almost full, {0} left. When it is full, new calls are refused.",
        "Диск сервера майже заповнений, залишилося {0}. Коли місця не стане, нові дзвінки відхилятимуться.",
        "Диск сервера почти заполнен, осталось {0}. Когда место кончится, новые звонки будут отклоняться.");
    public static readonly Text HistoryBehind = new(
        "The journal of calls lags behind, events to come: {0}. Calls go on, nothing is lost.",
        "Журнал дзвінків відстає, подій у дорозі: {0}. Дзвінки тривають, нічого не втрачено.",
        "Журнал звонков отстаёт, событий в пути: {0}. Звонки идут, ничего не потеряно.");

    public static readonly Text NoDepartments = new(
        "No department is configured. Publish a configuration with departments and they appear here.",
        "Жодного відділу не налаштовано. Опублікуйте конфігурацію з відділами, і вони з'являться тут.",
        "Ни одного отдела не настроено. Опубликуйте конфигурацию с отделами, и они появятся здесь.");
    public static readonly Text NoCalls = new("No calls right now.", "Зараз дзвінків немає.", "Сейчас звонков нет.");
    public static readonly Text NoPeople = new(
        "Nobody fits this filter.", "Ніхто не відповідає цьому відбору.", "Никто не подходит под этот отбор.");
    public static readonly PluralText MoreCalls = new(
        new("more call is not listed", "more calls are not listed"),
        new("дзвінок не показано", "дзвінки не показано", "дзвінків не показано"),
        new("звонок не показан", "звонка не показано", "звонков не показано"));
    public static readonly PluralText MorePeople = new(
        new("more person is not listed; choose a department", "more people are not listed; choose a department"),
        new(
            "співробітника не показано; оберіть відділ", "співробітників не показано; оберіть відділ",
            "співробітників не показано; оберіть відділ"),
        new("сотрудник не показан; выберите отдел", "сотрудника не показано; выберите отдел", "сотрудников не показано; выберите отдел"));
}
