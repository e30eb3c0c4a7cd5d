using System.Collections.Frozen;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Mail;
using CallCenter.Web.Languages;
using CallCenter.Web.Mail;

namespace CallCenter.Web.Settings.Mail;

/// <summary>Words of the page of letters.</summary>
public static class MailTexts
{
    public static readonly Text Title = new("Mail", "Пошта", "Почта");
    public static readonly Text Server = new("Mail server", "Поштовий сервер", "Почтовый сервер");
    public static readonly Text HostHelp = new(
        "Left empty, no letter leaves: invitations are links to pass on.",
        "Якщо порожньо, листів не буде: запрошення передають посиланням.",
        "Если пусто, писем не будет: приглашения передают ссылкой.");
    public static readonly Text UsernameHelp = new(
        "Left empty where the server asks for none.", "Порожньо, якщо сервер його не питає.", "Пусто, если сервер его не спрашивает.");
    public static readonly Text PasswordHelp = new(
        "Kept encrypted and never shown. Left empty, the present one stays.",
        "Зберігається зашифрованим і не показується. Порожньо — лишається чинний.",
        "Хранится зашифрованным и не показывается. Пусто — остаётся прежний.");
    public static readonly Text FromHelp = new(
        "The mailbox that letters come from.", "Скринька, з якої надходять листи.", "Ящик, с которого приходят письма.");
    public static readonly Text FromNameHelp = new(
        "Left empty: {0}.", "Якщо порожньо: {0}.", "Если пусто: {0}.");

    public static readonly Text Test = new("Test letter", "Тестовий лист", "Тестовое письмо");
    public static readonly Text TestTo = new("To", "Кому", "Кому");
    public static readonly Text TestHelp = new(
        "Goes through the server as it is saved above, before it is published.",
        "Піде через сервер, збережений вище, ще до публікації.", "Пойдёт через сервер, сохранённый выше, ещё до публикации.");
    public static readonly Text SendTest = new("Send a test letter", "Надіслати тестовий лист", "Отправить тестовое письмо");
    public static readonly Text Testing = new("Sending…", "Надсилання…", "Отправка…");
    public static readonly Text TestTaken = new(
        "The server took the letter. Look whether it arrives.", "Сервер прийняв лист. Перевірте, чи він надійде.",
        "Сервер принял письмо. Проверьте, придёт ли оно.");
    public static readonly Text TestToMissing = new(
        "Say to which address it goes.", "Напишіть, на яку адресу його надіслати.", "Напишите, на какой адрес его отправить.");

    public static readonly Text Letters = new("Letters", "Листи", "Письма");
    public static readonly Text NoLetters = new(
        "No letter yet. Invitations and letters for forgotten passwords appear here.",
        "Листів ще немає. Тут з’являться запрошення та листи про забуті паролі.",
        "Писем ещё нет. Здесь появятся приглашения и письма о забытых паролях.");
    public static readonly Text QueueAway = new(
        "The database is away, and with it the queue of letters. What was posted is kept; a link on the page People works without it.",
        "База даних недоступна, а з нею й черга листів. Надіслане раніше не губиться; посилання на сторінці «Люди» працює без неї.",
        "База данных недоступна, а с ней и очередь писем. Отправленное раньше не теряется; ссылка на странице «Люди» работает без неё.");
    public static readonly Text To = new("To", "Кому", "Кому");
    public static readonly Text Kind = new("What", "Що", "Что");
    public static readonly Text State = new("State", "Стан", "Состояние");
    public static readonly Text When = new("When", "Коли", "Когда");
    public static readonly Text Actions = new("Actions", "Дії", "Действия");
    public static readonly Text TryNow = new("Try now", "Спробувати зараз", "Попробовать сейчас");
    public static readonly Text GiveUp = new("Give up", "Не надсилати", "Не отправлять");
    public static readonly Text Next = new("{0}, next at {1}", "{0}, наступна о {1}", "{0}, следующая в {1}");
    public static readonly PluralText Attempts = new(
        new("attempt", "attempts"), new("спроба", "спроби", "спроб"), new("попытка", "попытки", "попыток"));

    /// <summary>How the connection is encrypted.</summary>
    public static readonly FrozenDictionary<MailSecurity, Text> Securities = new Dictionary<MailSecurity, Text>
    {
        [MailSecurity.StartTls] = new("STARTTLS", "STARTTLS", "STARTTLS"),
        [MailSecurity.Tls] = new("TLS", "TLS", "TLS"),
        [MailSecurity.None] = new("none", "немає", "нет"),
    }.ToFrozenDictionary();

    private static readonly Text Said = new("{0} “{1}”", "{0} «{1}»", "{0} «{1}»");

    private static readonly FrozenDictionary<MailFailureKind, Text> Failures = new Dictionary<MailFailureKind, Text>
    {
        [MailFailureKind.NoServer] = new(
            "No mail server is published.", "Поштовий сервер не опубліковано.", "Почтовый сервер не опубликован."),
        [MailFailureKind.Unreachable] = new(
            "The server does not answer. Look at its name and port.", "Сервер не відповідає. Перевірте його ім’я та порт.",
            "Сервер не отвечает. Проверьте его имя и порт."),
        [MailFailureKind.NotEncrypted] = new(
            "The connection could not be encrypted: the server offers it otherwise, or its certificate is not trusted here.",
            "З’єднання не вдалося зашифрувати: сервер робить це інакше або його сертифікату тут не довіряють.",
            "Соединение не удалось зашифровать: сервер делает это иначе или его сертификату здесь не доверяют."),
        [MailFailureKind.SignIn] = new(
            "The server does not take user name and password.", "Сервер не приймає ім’я користувача та пароль.",
            "Сервер не принимает имя пользователя и пароль."),
        [MailFailureKind.Refused] = new(
            "The server refuses the letter.", "Сервер відхиляє лист.", "Сервер отклоняет письмо."),
        [MailFailureKind.TryLater] = new(
            "The server asks to come again later.", "Сервер просить спробувати пізніше.", "Сервер просит попробовать позже."),
        [MailFailureKind.NoEmployee] = new(
            "This address belongs to nobody any more.", "Ця адреса вже нікому не належить.", "Этот адрес больше никому не принадлежит."),
    }.ToFrozenDictionary();

    public static int UsualPort(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => 587,
        MailSecurity.Tls => 465,
        _ => 25,
    };

    /// <summary>Why a letter was not taken, with the server's own words.</summary>
    public static string Of(MailFailure failure, Language language)
    {
        var words = Failures[failure.Kind].In(language);
        return failure.Said is { } said ? Said.In(language, words, said) : words;
    }

    public static Text Of(LetterKind kind) => kind switch
    {
        LetterKind.Invitation => new("invitation", "запрошення", "приглашение"),
        LetterKind.ForgottenPassword => new("forgotten password", "забутий пароль", "забытый пароль"),
        _ => new("test", "тест", "тест"),
    };

    public static Text Of(LetterState state) => state switch
    {
        LetterState.Sent => new("sent", "надіслано", "отправлено"),
        LetterState.Failed => new("not sent", "не надіслано", "не отправлено"),
        _ => new("waits", "чекає", "ждёт"),
    };

    /// <summary>What became of invitations that were to be sent.</summary>
    public static Text Of(InvitationOutcome outcome) => outcome switch
    {
        InvitationOutcome.Posted => new("The invitation is on its way.", "Запрошення в дорозі.", "Приглашение в пути."),
        InvitationOutcome.NoMailServer => new(
            "There is no mail server: make a link and pass it on.", "Поштового сервера немає: створіть посилання й передайте його.",
            "Почтового сервера нет: создайте ссылку и передайте её."),
        InvitationOutcome.Nobody => new(
            "There is no published e-mail to write to.", "Немає опублікованої адреси e-mail.", "Нет опубликованного адреса e-mail."),
        InvitationOutcome.TooMany => new(
            "Too many letters wait already. Look at the page Mail.", "Забагато листів уже чекає. Погляньте на сторінку «Пошта».",
            "Слишком много писем уже ждёт. Посмотрите на страницу «Почта»."),
        _ => QueueAway,
    };
}
