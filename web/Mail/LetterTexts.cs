using CallCenter.Web.Languages;

namespace CallCenter.Web.Mail;

/// <summary>What letters say.</summary>
public static class LetterTexts
{
    public static readonly Text Greeting = new("Hello, {0}.", "Вітаємо, {0}.", "Здравствуйте, {0}.");

    public static readonly Text InvitationSubject = new(
        "Your access to the call center of {0}", "Ваш доступ до контакт-центру {0}", "Ваш доступ к контакт-центру {0}");
    public static readonly Text Invitation = new(
        "You have a place in the call center of {0}. Your sign-in name is {1}. Choose a password, and you can sign in.",
        "Для вас є місце в контакт-центрі {0}. Ім’я для входу: {1}. Виберіть пароль, і можна входити.",
        "Для вас есть место в контакт-центре {0}. Имя для входа: {1}. Выберите пароль, и можно входить.");

    public static readonly Text ForgottenSubject = new(
        "A new password for the call center of {0}", "Новий пароль до контакт-центру {0}", "Новый пароль к контакт-центру {0}");
    public static readonly Text Forgotten = new(
        "A new password was asked for the sign-in name {1} in the call center of {0}. Choose it here.",
        "Для імені {1} у контакт-центрі {0} попросили новий пароль. Виберіть його тут.",
        "Для имени {1} в контакт-центре {0} попросили новый пароль. Выберите его здесь.");
    public static readonly Text NotMe = new(
        "If it was not you, do nothing: the present password stays.", "Якщо це були не ви, нічого не робіть: чинний пароль лишиться.",
        "Если это были не вы, ничего не делайте: прежний пароль останется.");

    public static readonly Text Choose = new("Choose a password", "Вибрати пароль", "Выбрать пароль");
    public static readonly Text Once = new(
        "The link works once and for 48 hours; a newer letter makes it void.",
        "Посилання діє один раз протягом 48 годин; новіший лист скасовує його.",
        "Ссылка действует один раз в течение 48 часов; более новое письмо её отменяет.");

    public static readonly Text TestSubject = new(
        "Test letter of the call center of {0}", "Тестовий лист контакт-центру {0}", "Тестовое письмо контакт-центра {0}");
    public static readonly Text Test = new(
        "The mail server works: this letter came through it.", "Поштовий сервер працює: цей лист надійшов через нього.",
        "Почтовый сервер работает: это письмо пришло через него.");
}
