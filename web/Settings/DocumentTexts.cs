using System.Collections.Frozen;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings;

/// <summary>
/// What the properties of the document are called: beside their fields, and in sentences about what changed. By part and path
/// (<c>departments.serviceLevel.goalPercent</c>).
/// </summary>
public static class DocumentTexts
{
    public static readonly Text AskSeconds = new("Ask whether it is there every, s", "Питати, чи він на місці, кожні, с",
        "Спрашивать, на месте ли он, каждые, с");
    public static readonly Text Port = new("Port", "Порт", "Порт");
    public static readonly Text MailSecurity = new("Encryption", "Шифрування", "Шифрование");
    public static readonly Text MailFrom = new("From", "Від кого", "От кого");
    public static readonly Text MailFromName = new("Name beside it", "Ім’я поруч", "Имя рядом");
    public static readonly Text Surname = new("Surname", "Прізвище", "Фамилия");
    public static readonly Text GivenName = new("Given name", "Ім’я", "Имя");
    public static readonly Text Position = new("Position", "Посада", "Должность");
    public static readonly Text Email = new("E-mail (sign-in name)", "E-mail (ім’я для входу)", "E-mail (имя для входа)");
    public static readonly Text Access = new("Access level", "Рівень доступу", "Уровень доступа");
    public static readonly Text Extension = new("Extension", "Внутрішній номер", "Внутренний номер");
    public static readonly Text MainContacts = new("Main contacts", "Основні контакти", "Основные контакты");
    public static readonly Text OtherContacts = new("Other contacts", "Інші контакти", "Другие контакты");
    public static readonly Text Supervises = new(
        "Sees only these departments", "Бачить лише ці відділи", "Видит только эти отделы");
    public static readonly Text StartsReady = new(
        "Ready without signing in", "Готовий без входу", "Готов без входа");
    public static readonly Text Name = new("Name", "Назва", "Название");
    public static readonly Text Strategy = new("Strategy", "Стратегія", "Стратегия");
    public static readonly Text RingSeconds = new("Ring time, s", "Час виклику, с", "Время вызова, с");
    public static readonly Text WrapUpSeconds = new("Wrap-up, s", "Післядзвінкова робота, с", "Послезвонковая работа, с");
    public static readonly Text MaxWaitSeconds = new("Longest wait, s", "Найдовше очікування, с", "Самое долгое ожидание, с");
    public static readonly Text MaxLength = new("Most waiting calls", "Найбільше дзвінків у черзі", "Больше всего звонков в очереди");
    public static readonly Text Members = new("Members", "Учасники", "Участники");
    public static readonly Text FlowOutFull = new("When the queue is full", "Коли черга повна", "Когда очередь полна");
    public static readonly Text FlowOutTimeOut = new(
        "After the longest wait", "Після найдовшого очікування", "После самого долгого ожидания");
    public static readonly Text FlowOutNoOne = new("When nobody is signed in", "Коли ніхто не увійшов", "Когда никто не вошёл");
    public static readonly Text FlowOutNotReady = new("When nobody is ready", "Коли ніхто не готовий", "Когда никто не готов");
    public static readonly Text WithinSeconds = new("Answer within, s", "Відповісти за, с", "Ответить за, с");
    public static readonly Text GoalPercent = new("Goal, %", "Ціль, %", "Цель, %");
    public static readonly Text ShortAbandonSeconds = new("Short abandon, s", "Короткий відбій, с", "Короткий отбой, с");
    public static readonly Text AmberWaitSeconds = new("Amber from, s", "Жовтий від, с", "Жёлтый от, с");
    public static readonly Text RedWaitSeconds = new("Red from, s", "Червоний від, с", "Красный от, с");
    public static readonly Text Number = new("Number", "Номер", "Номер");
    public static readonly Text LeadsTo = new("Leads to", "Веде до", "Ведёт к");
    public static readonly Text Pool = new("Pool", "Пул", "Пул");
    public static readonly Text Source = new("Source", "Джерело", "Источник");
    public static readonly Text Priority = new("Priority", "Пріоритет", "Приоритет");
    public static readonly Text SmartForwarding = new("Smart forwarding", "Розумна переадресація", "Умная переадресация");
    public static readonly Text Media = new("Audio of the calls", "Звук дзвінків", "Звук звонков");
    public static readonly Text Record = new("Recording", "Запис розмов", "Запись разговоров");
    public static readonly Text Supervision = new(
        "Supervisors may listen to calls", "Супервізори можуть слухати дзвінки", "Супервизоры могут слушать звонки");
    public static readonly Text SharePercent = new("Share recorded, %", "Частка записаних, %", "Доля записанных, %");
    public static readonly Text RecordInternal = new("Record internal calls", "Записувати внутрішні", "Записывать внутренние");
    public static readonly Text PauseKeys = new(
        "Keys that pause the recording", "Клавіші, що призупиняють запис", "Клавиши, приостанавливающие запись");
    public static readonly Text KeepDays = new("Keep for, days", "Зберігати, днів", "Хранить, дней");
    public static readonly Text WaitingMusic = new("Music while waiting", "Музика під час очікування", "Музыка во время ожидания");
    public static readonly Text AnnounceSeconds = new(
        "Tell the place in the queue every, s", "Казати місце в черзі кожні, с", "Говорить место в очереди каждые, с");
    public static readonly Text Spoken = new("Language of prompts", "Мова підказок", "Язык подсказок");
    public static readonly Text PromptText = new("What it says", "Що в ній говориться", "Что в ней говорится");
    public static readonly Text RecordingNotice = new(
        "Tell callers that the conversation may be recorded", "Попереджати, що розмову може бути записано",
        "Предупреждать, что разговор может быть записан");
    public static readonly Text Rating = new("Callers rate the conversation", "Клієнти оцінюють розмову", "Клиенты оценивают разговор");
    public static readonly Text MaxMessageSeconds = new(
        "Longest message, s", "Найдовше повідомлення, с", "Самое долгое сообщение, с");
    public static readonly Text SilenceSeconds = new(
        "A message ends after silence of, s", "Повідомлення завершує тиша, с", "Сообщение завершает тишина, с");
    public static readonly Text Prompt = new("What is said", "Що говориться", "Что говорится");
    public static readonly Text Greeting = new("Greeting", "Вітання", "Приветствие");
    public static readonly Text MenuKeys = new("Keys", "Клавіші", "Клавиши");
    public static readonly Text Extensions = new(
        "An extension may be dialled", "Можна набрати внутрішній номер", "Можно набрать внутренний номер");
    public static readonly Text WaitSeconds = new("A key is waited for, s", "Чекати клавішу, с", "Ждать клавишу, с");
    public static readonly Text Attempts = new("How often it is asked", "Скільки разів питати", "Сколько раз спрашивать");
    public static readonly Text MenuOtherwise = new(
        "When nothing is chosen", "Якщо нічого не вибрано", "Если ничего не выбрано");
    public static readonly Text Username = new("User name", "Ім’я користувача", "Имя пользователя");
    public static readonly Text Label = new("Label", "Підпис", "Подпись");
    public static readonly Text Host = new("Server", "Сервер", "Сервер");
    public static readonly Text Transport = new("Transport", "Транспорт", "Транспорт");
    public static readonly Text Addresses = new("Calls from", "Адреси, з яких дзвонить", "Адреса, с которых звонит");
    public static readonly Text AuthenticateIncoming = new(
        "Incoming calls authenticate too", "Вхідні теж підтверджують себе", "Входящие тоже подтверждают себя");
    public static readonly Text MaxCalls = new("Most calls at a time", "Найбільше дзвінків одночасно", "Больше всего звонков сразу");
    public static readonly Text CalledNumberIn = new("The called number stands in", "Набраний номер стоїть у", "Набранный номер стоит в");
    public static readonly Text AssertIdentity = new(
        "Assert our number (P-Asserted-Identity)", "Підтверджувати наш номер (P-Asserted-Identity)",
        "Подтверждать наш номер (P-Asserted-Identity)");
    public static readonly Text ShowsClients = new(
        "Shows the client’s number on calls passed on", "Показує номер клієнта на переведених дзвінках",
        "Показывает номер клиента на переведённых звонках");
    public static readonly Text Password = new("Password", "Пароль", "Пароль");

    /// <summary>In the order in which the words of a change name them.</summary>
    private static readonly FrozenDictionary<string, Text> Properties = new Dictionary<string, Text>
    {
        ["employees.surname"] = Surname,
        ["employees.givenName"] = GivenName,
        ["employees.position"] = Position,
        ["employees.email"] = Email,
        ["employees.access"] = Access,
        ["employees.extension"] = Extension,
        ["employees.mainContacts"] = MainContacts,
        ["employees.otherContacts"] = OtherContacts,
        ["employees.startsReady"] = StartsReady,
        ["employees.supervises"] = Supervises,
        ["employees.password"] = Password,
        ["departments.name"] = Name,
        ["departments.extension"] = Extension,
        ["departments.strategy"] = Strategy,
        ["departments.ringSeconds"] = RingSeconds,
        ["departments.wrapUpSeconds"] = WrapUpSeconds,
        ["departments.maxWaitSeconds"] = MaxWaitSeconds,
        ["departments.maxLength"] = MaxLength,
        ["departments.members"] = Members,
        ["departments.flowOut.full"] = FlowOutFull,
        ["departments.flowOut.timeOut"] = FlowOutTimeOut,
        ["departments.flowOut.noOneSignedIn"] = FlowOutNoOne,
        ["departments.flowOut.allNotReady"] = FlowOutNotReady,
        ["departments.serviceLevel.withinSeconds"] = WithinSeconds,
        ["departments.serviceLevel.goalPercent"] = GoalPercent,
        ["departments.serviceLevel.shortAbandonSeconds"] = ShortAbandonSeconds,
        ["departments.serviceLevel.amberWaitSeconds"] = AmberWaitSeconds,
        ["departments.serviceLevel.redWaitSeconds"] = RedWaitSeconds,
        ["numbers.number"] = Number,
        ["numbers.name"] = Name,
        ["numbers.leadsTo.department"] = LeadsTo,
        ["numbers.leadsTo.employee"] = LeadsTo,
        ["numbers.leadsTo.external"] = LeadsTo,
        ["numbers.leadsTo.hangUp"] = LeadsTo,
        ["numbers.leadsTo.menu"] = LeadsTo,
        ["numbers.leadsTo.voicemail.department"] = LeadsTo,
        ["numbers.leadsTo.voicemail.employee"] = LeadsTo,
        ["numbers.leadsTo.voicemail.prompt"] = Greeting,
        ["numbers.pool"] = Pool,
        ["numbers.source"] = Source,
        ["numbers.priority"] = Priority,
        ["numbers.smartForwarding"] = SmartForwarding,
        ["numbers.media"] = Media,
        ["numbers.record"] = Record,
        ["departments.record"] = Record,
        ["employees.record"] = Record,
        ["departments.waiting.music"] = WaitingMusic,
        ["departments.waiting.announceSeconds"] = AnnounceSeconds,
        ["departments.rating"] = Rating,
        ["numbers.recordingNotice"] = RecordingNotice,
        ["menus.name"] = Name,
        ["menus.prompt"] = Prompt,
        ["menus.keys"] = MenuKeys,
        ["menus.extensions"] = Extensions,
        ["menus.waitSeconds"] = WaitSeconds,
        ["menus.attempts"] = Attempts,
        ["menus.otherwise"] = MenuOtherwise,
        ["menus.otherwise.department"] = MenuOtherwise,
        ["menus.otherwise.employee"] = MenuOtherwise,
        ["menus.otherwise.external"] = MenuOtherwise,
        ["menus.otherwise.hangUp"] = MenuOtherwise,
        ["menus.otherwise.menu"] = MenuOtherwise,
        ["menus.otherwise.voicemail"] = MenuOtherwise,
        ["voicemail.maxSeconds"] = MaxMessageSeconds,
        ["voicemail.silenceSeconds"] = SilenceSeconds,
        ["supervision"] = Supervision,
        ["recording.sharePercent"] = SharePercent,
        ["recording.internal"] = RecordInternal,
        ["recording.keepDays"] = KeepDays,
        ["recording.pauseKeys"] = PauseKeys,
        ["prompts.name"] = Name,
        ["prompts.text"] = PromptText,
        ["sipAccounts.label"] = Label,
        ["trunks.name"] = Name,
        ["trunks.host"] = Host,
        ["trunks.transport"] = Transport,
        ["trunks.addresses"] = Addresses,
        ["trunks.username"] = Username,
        ["trunks.authenticateIncoming"] = AuthenticateIncoming,
        ["trunks.maxCalls"] = MaxCalls,
        ["trunks.calledNumberIn"] = CalledNumberIn,
        ["trunks.assertIdentity"] = AssertIdentity,
        ["trunks.showsClients"] = ShowsClients,
        ["trunks.askSeconds"] = AskSeconds,
        ["sipAccounts.password"] = Password,
        ["trunks.password"] = Password,
        ["mail.host"] = Host,
        ["mail.port"] = Port,
        ["mail.security"] = MailSecurity,
        ["mail.username"] = Username,
        ["mail.password"] = Password,
        ["mail.from"] = MailFrom,
        ["mail.fromName"] = MailFromName,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Text> Parts = new Dictionary<string, Text>
    {
        ["employees"] = new("employee", "співробітник", "сотрудник"),
        ["departments"] = new("department", "відділ", "отдел"),
        ["numbers"] = new("number", "номер", "номер"),
        ["sipAccounts"] = new("SIP account", "акаунт SIP", "аккаунт SIP"),
        ["prompts"] = new("prompt", "підказка", "подсказка"),
        ["menus"] = new("menu", "меню", "меню"),
        ["voicemail"] = new("voicemail", "голосова пошта", "голосовая почта"),
        ["trunks"] = new("trunk", "транк", "транк"),
        ["callerNumberRules"] = new("outgoing rules", "правила вихідних", "правила исходящих"),
        ["allowedDestinations"] = new("allowed destinations", "дозволені напрямки", "разрешённые направления"),
        ["emergencyNumbers"] = new("emergency numbers", "екстрені номери", "экстренные номера"),
        ["notReadyReasons"] = new("reasons of not ready", "причини неготовності", "причины неготовности"),
        ["smartForwarding"] = new("smart forwarding", "розумна переадресація", "умная переадресация"),
        ["ringing"] = new("ringing", "виклики", "вызовы"),
        ["targets"] = new("targets", "цілі", "цели"),
        ["limits"] = new("limits", "обмеження", "ограничения"),
        ["dialogs"] = new("dialogs", "діалоги", "диалоги"),
        ["mail"] = new("mail server", "поштовий сервер", "почтовый сервер"),
        ["language"] = new("language of prompts", "мова підказок", "язык подсказок"),
        ["recording"] = new("recording", "запис розмов", "запись разговоров"),
        ["supervision"] = new("listening to calls", "прослуховування дзвінків", "прослушивание звонков"),
        ["name"] = new("project’s name", "назва проєкту", "название проекта"),
        ["timeZone"] = new("time zone", "часовий пояс", "часовой пояс"),
        ["defaultCountry"] = new("country", "країна", "страна"),
        ["realm"] = new("realm", "realm", "realm"),
        ["secondFactor"] = new("second factor", "другий фактор", "второй фактор"),
        ["digest"] = new("digest", "digest", "digest"),
        ["mediaEncryption"] = new("encryption of audio", "шифрування звуку", "шифрование звука"),
    }.ToFrozenDictionary();

    /// <summary>What a property is called; its path where it has no name yet.</summary>
    public static string Of(string part, string path, Language language) =>
        Properties.TryGetValue($"{part}.{path}", out var known) ? known.In(language) : path;

    /// <summary>What kind of entry it is.</summary>
    public static string Of(string part, Language language) => Parts.TryGetValue(part, out var known) ? known.In(language) : part;

    public static Text Of(AccessLevel access) => access switch
    {
        AccessLevel.Administrator => new("administrator", "адміністратор", "администратор"),
        AccessLevel.Analyst => new(
            "analyst: sees all, changes nothing", "аналітик: бачить усе, не змінює нічого", "аналитик: видит всё, не меняет ничего"),
        AccessLevel.Supervisor => new("supervisor", "супервізор", "супервизор"),
        _ => new("employee: own calls only", "співробітник: лише свої дзвінки", "сотрудник: только свои звонки"),
    };

    public static Text Of(RecordingRule rule) => rule switch
    {
        RecordingRule.Always => new("always", "завжди", "всегда"),
        RecordingRule.Never => new("never", "ніколи", "никогда"),
        _ => new("by the other rules", "за іншими правилами", "по другим правилам"),
    };

    public static Text Of(SpokenLanguage language) => language switch
    {
        SpokenLanguage.Russian => new("Russian", "російська", "русский"),
        SpokenLanguage.English => new("English", "англійська", "английский"),
        _ => new("Ukrainian", "українська", "украинский"),
    };

    public static Text Of(MediaEncryption encryption) => encryption == MediaEncryption.Offered
        ? new("offered to phones over TLS", "пропонується телефонам через TLS", "предлагается телефонам через TLS")
        : new("only where the other side offers it", "лише якщо пропонує інша сторона", "только если предлагает другая сторона");

    public static Text Of(MediaMode media) => media == MediaMode.Anchored
        ? new("through the server", "через сервер", "через сервер")
        : new("from phone to phone", "від телефона до телефона", "от телефона к телефону");

    public static Text Of(Strategy strategy) => strategy switch
    {
        Abstractions.Configuration.Strategy.RingAll => new("all ring together", "дзвонять усі разом", "звонят все вместе"),
        Abstractions.Configuration.Strategy.LongestIdle => new("longest idle", "хто найдовше вільний", "кто дольше всех свободен"),
        Abstractions.Configuration.Strategy.RoundRobin => new("round robin", "по колу", "по кругу"),
        Abstractions.Configuration.Strategy.FewestCalls => new("fewest calls", "у кого найменше дзвінків", "у кого меньше всего звонков"),
        Abstractions.Configuration.Strategy.LeastTalkTime =>
            new("least talk time", "хто найменше розмовляв", "кто меньше всех разговаривал"),
        Abstractions.Configuration.Strategy.Random => new("at random", "випадково", "случайно"),
        _ => new("in order of tiers", "за чергою рівнів", "по очереди уровней"),
    };
}
