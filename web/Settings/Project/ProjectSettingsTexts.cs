using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Project;

/// <summary>Words of the page of the project's own settings.</summary>
public static class ProjectSettingsTexts
{
    public static readonly Text Title = new("Project", "Проєкт", "Проект");
    public static readonly Text Company = new("Company", "Компанія", "Компания");
    public static readonly Text TimeZoneHelp = new(
        "Days and reports are in it, e.g. Europe/Kyiv.", "За ним рахуються дні та звіти, наприклад Europe/Kyiv.",
        "По нему считаются дни и отчёты, например Europe/Kyiv.");
    public static readonly Text Country = new("Country", "Країна", "Страна");
    public static readonly Text CountryHelp = new(
        "How local numbers are read: two letters, e.g. UA.", "Як читати місцеві номери: дві літери, наприклад UA.",
        "Как читать местные номера: две буквы, например UA.");
    public static readonly Text Targets = new("Targets", "Цілі", "Цели");
    public static readonly Text TargetCall = new("A target call lasts at least, s", "Цільовий дзвінок триває щонайменше, с",
        "Целевой звонок длится не меньше, с");
    public static readonly Text SaleCycle = new("Sale cycle, days", "Цикл продажу, днів", "Цикл продажи, дней");
    public static readonly Text Reasons = new("Reasons of not ready", "Причини неготовності", "Причины неготовности");
    public static readonly Text ReasonsHelp = new(
        "One a line; employees choose from them.", "По одній у рядку; їх вибирають співробітники.",
        "По одной в строке; из них выбирают сотрудники.");
    public static readonly Text Smart = new("Smart forwarding", "Розумна переадресація", "Умная переадресация");
    public static readonly Text Order = new("Where the client’s manager is looked for", "Де шукати менеджера клієнта",
        "Где искать менеджера клиента");
    public static readonly Text SmartRing = new("The manager rings for, s", "Менеджеру дзвонить, с", "Менеджеру звонит, с");
    public static readonly Text ShareHelp = new(
        "Of the conversations that no number, department or employee decides on.",
        "З розмов, про які не вирішує номер, відділ або співробітник.",
        "Из разговоров, о которых не решает номер, отдел или сотрудник.");
    public static readonly Text KeepHelp = new("Older ones are deleted.", "Старіші видаляються.", "Более старые удаляются.");
    public static readonly Text PauseKeysHelp = new(
        "An employee presses them on the telephone, e.g. *8; empty: on the desk only.",
        "Співробітник натискає їх на телефоні, наприклад *8; порожньо: лише на робочому столі.",
        "Сотрудник нажимает их на телефоне, например *8; пусто: только на рабочем столе.");
    public static readonly Text Supervision = new("Supervisors", "Супервізори", "Супервизоры");
    public static readonly Text SupervisionHelp = new(
        "They listen, whisper, join and take over from the board. The audio of all new calls then goes through this server.",
        "Слухають, підказують, долучаються й перебирають дзвінки з табло. Звук усіх нових дзвінків тоді йде через цей сервер.",
        "Слушают, подсказывают, подключаются и забирают звонки с табло. Звук всех новых звонков тогда идёт через этот сервер.");
    public static readonly Text Voicemail = new("Voicemail", "Голосова пошта", "Голосовая почта");
    public static readonly Text Ringing = new("When phones are not answered", "Коли не відповідають", "Когда не отвечают");
    public static readonly Text RonaLimit = new("Not ready after missed rings in a row", "Неготовий після пропущених поспіль",
        "Не готов после пропущенных подряд");
    public static readonly Text RonaLimitHelp = new("0: never.", "0: ніколи.", "0: никогда.");
    public static readonly Text RonaReason = new("With the reason", "З причиною", "С причиной");
    public static readonly Text RejectRest = new(
        "Rest after a rejected ring, s", "Перерва після відхиленого, с", "Пауза после отклонённого, с");
    public static readonly Text UnreachableRest = new("Rest when no phone was reached, s", "Перерва, якщо телефон недоступний, с",
        "Пауза, если телефон недоступен, с");
    public static readonly Text DirectRing = new("A direct call rings for, s", "Прямий дзвінок дзвонить, с", "Прямой звонок звонит, с");
    public static readonly Text SecondFactor = new("Who needs one to sign in", "Кому він потрібен для входу", "Кому он нужен для входа");
    public static readonly Text SecondFactorHelp = new(
        "A code of an authenticator app beside the password. Who has none yet sets it up with the next sign-in.",
        "Код застосунку-автентифікатора, крім пароля. Хто ще не має його, налаштує під час наступного входу.",
        "Код приложения-аутентификатора, кроме пароля. У кого его ещё нет, настроит при следующем входе.");
    public static readonly Text SecondOptional = new("whoever wants one", "хто хоче", "кто хочет");
    public static readonly Text SecondSupervisors = new(
        "analysts, supervisors, administrators", "аналітики, супервізори, адміністратори", "аналитики, супервизоры, администраторы");
    public static readonly Text SecondEverybody = new("everybody", "усі", "все");
    public static readonly Text Technical = new("Phones and bounds", "Телефони й межі", "Телефоны и пределы");
    public static readonly Text Realm = new("Realm of the phones’ passwords", "Realm паролів телефонів", "Realm паролей телефонов");
    public static readonly Text RealmHelp = new(
        "Phones that have it in their settings have to be changed with it.", "Телефони, де він указаний, треба змінити разом із ним.",
        "Телефоны, где он указан, нужно изменить вместе с ним.");
    public static readonly Text Digest = new(
        "Phones are challenged with", "Телефони підтверджують себе через", "Телефоны подтверждают себя через");
    public static readonly Text Encryption = new("Encrypted audio (SRTP)", "Шифрований звук (SRTP)", "Шифрованный звук (SRTP)");
    public static readonly Text EncryptionHelp = new(
        "Of calls through the server. An account is offered it when all its phones are registered over TLS; they have to know it.",
        "У дзвінках через сервер. Пропонується обліковому запису, усі телефони якого зареєстровані через TLS; вони мають його знати.",
        "В звонках через сервер. Предлагается учётной записи, все телефоны которой зарегистрированы через TLS; они должны его знать.");
    public static readonly Text MaxLiveCalls = new("Most calls at a time", "Найбільше дзвінків одночасно", "Больше всего звонков сразу");
    public static readonly Text MaxClients = new("Most known clients", "Найбільше відомих клієнтів", "Больше всего известных клиентов");
    public static readonly Text Probe = new(
        "Ask a silent phone after, s", "Питати мовчазний телефон через, с", "Спрашивать молчащий телефон через, с");
    public static readonly Text ProbeHelp = new("5 to 300; 0: never.", "Від 5 до 300; 0: ніколи.", "От 5 до 300; 0: никогда.");
    public static readonly Text Interval = new(
        "Longest session interval, s", "Найдовший інтервал сеансу, с", "Самый долгий интервал сеанса, с");

    /// <summary>Where the manager is looked for, in order.</summary>
    public static readonly IReadOnlyList<(string Key, Text Text, IReadOnlyList<ResponsibleSource>? Order)> Orders =
    [
        ("usual", new("the responsible one, then who talked last", "відповідальний, потім хто розмовляв останнім",
            "ответственный, затем кто разговаривал последним"), null),
        ("talked", new("who talked last, then the responsible one", "хто розмовляв останнім, потім відповідальний",
            "кто разговаривал последним, затем ответственный"), [ResponsibleSource.LastTalked, ResponsibleSource.Responsible]),
        ("only-responsible", new("only the responsible one", "лише відповідальний", "только ответственный"),
            [ResponsibleSource.Responsible]),
        ("only-talked", new("only who talked last", "лише хто розмовляв останнім", "только кто разговаривал последним"),
            [ResponsibleSource.LastTalked]),
    ];
}
