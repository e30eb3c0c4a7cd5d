using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Accounts;

/// <summary>Words of the page of SIP accounts.</summary>
public static class AccountsTexts
{
    public static readonly Text Title = new("SIP accounts", "Акаунти SIP", "Аккаунты SIP");
    public static readonly Text Add = new("Add account", "Додати акаунт", "Добавить аккаунт");
    public static readonly Text New = new("New SIP account", "Новий акаунт SIP", "Новый аккаунт SIP");
    public static readonly Text None = new(
        "No SIP account yet. Each phone signs in with one.", "Акаунтів SIP ще немає. З ним входить кожен телефон.",
        "Аккаунтов SIP ещё нет. С ним входит каждый телефон.");
    public static readonly Text Owner = new("Employee", "Співробітник", "Сотрудник");
    public static readonly Text Now = new("Registered now", "Зареєстрований зараз", "Зарегистрирован сейчас");
    public static readonly Text Registered = new("registered", "зареєстрований", "зарегистрирован");
    public static readonly Text Lost = new("connection lost", "з’єднання втрачено", "связь потеряна");
    public static readonly Text NotRegistered = new("not registered", "не зареєстрований", "не зарегистрирован");
    public static readonly Text Unknown = new("nobody’s", "нічий", "ничей");
    public static readonly PluralText UnboundCount = new(
        new("account belongs to nobody: calls on it count for an unknown employee.",
            "accounts belong to nobody: calls on them count for an unknown employee."),
        new("акаунт нічий: дзвінки з нього рахуються за невідомим співробітником.",
            "акаунти нічиї: дзвінки з них рахуються за невідомим співробітником.",
            "акаунтів нічиї: дзвінки з них рахуються за невідомим співробітником."),
        new("аккаунт ничей: звонки с него считаются за неизвестным сотрудником.",
            "аккаунта ничьи: звонки с них считаются за неизвестным сотрудником.",
            "аккаунтов ничьи: звонки с них считаются за неизвестным сотрудником."));
    public static readonly Text UsernameHelp = new(
        "Letters, digits, dots, dashes; once published it does not change.",
        "Латинські літери, цифри, крапки, дефіси; після публікації не змінюється.",
        "Латинские буквы, цифры, точки, дефисы; после публикации не меняется.");
    public static readonly Text LabelHelp = new("Which phone it is.", "Що це за телефон.", "Что это за телефон.");
    public static readonly Text NewPassword = new("New password", "Новий пароль", "Новый пароль");
    public static readonly Text PasswordNow = new(
        "The password of {0}, shown only now. Save, then put it into the phone; it is in force once published.",
        "Пароль для {0}, показано лише зараз. Збережіть і введіть його в телефон; діятиме після публікації.",
        "Пароль для {0}, показан только сейчас. Сохраните и введите его в телефон; действует после публикации.");
    public static readonly Text ForPhone = new("Settings for the phone", "Налаштування для телефону", "Настройки для телефона");
    public static readonly Text Server = new("Server", "Сервер", "Сервер");
    public static readonly Text Transports = new("UDP or TCP", "UDP або TCP", "UDP или TCP");
    public static readonly Text Encrypted = new("Server, encrypted (TLS)", "Сервер, із шифруванням (TLS)", "Сервер, с шифрованием (TLS)");
    public static readonly Text CodeOf = new(
        "QR code with the settings for the phone of {0}", "QR-код із налаштуваннями для телефону {0}",
        "QR-код с настройками для телефона {0}");
    public static readonly Text CodeHelp = new(
        "Linphone takes the settings from this code: Assistant, “Remote provisioning”, scan. It holds the password, for {0} minutes.",
        "Linphone бере налаштування з цього коду: «Помічник», «Віддалене налаштування», сканувати. У ньому є пароль; діє {0} хвилин.",
        "Linphone берёт настройки из этого кода: «Помощник», «Удалённая настройка», сканировать. В нём есть пароль; действует {0} минут.");
    public static readonly Text Since = new("since {0}", "з {0}", "с {0}");
    public static readonly Text Ring = new("Ring it", "Подзвонити", "Позвонить");
    public static readonly Text RingOf = new("Ring the phone of {0}", "Подзвонити на телефон {0}", "Позвонить на телефон {0}");
    public static readonly Text Ringing = new("Calling…", "Викликаємо…", "Вызываем…");
    public static readonly Text Rung = new(
        "The phone rings now.", "Телефон зараз дзвонить.", "Телефон сейчас звонит.");
    public static readonly Text RingsNowhere = new(
        "No phone is registered with this account.", "З цим акаунтом не зареєстрований жоден телефон.",
        "С этим аккаунтом не зарегистрирован ни один телефон.");
    public static readonly Text RingsSilent = new(
        "The phone does not answer. Is it switched on, and can the network reach it?",
        "Телефон не відповідає. Чи він увімкнений і чи досяжний у мережі?",
        "Телефон не отвечает. Включён ли он и доступен ли в сети?");
    public static readonly Text RingsBusy = new("The phone is busy.", "Телефон зайнятий.", "Телефон занят.");
    public static readonly Text RingsRefused = new(
        "The phone refused: {0} {1}", "Телефон відмовив: {0} {1}", "Телефон отказал: {0} {1}");
    public static readonly Text Rings = new("It rings at: {0}.", "На нього дзвонить: {0}.", "На него звонит: {0}.");
}
