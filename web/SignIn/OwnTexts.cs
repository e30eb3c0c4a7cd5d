using CallCenter.Web.Languages;

namespace CallCenter.Web.SignIn;

/// <summary>Words of the page of one's own sign-in.</summary>
public static class OwnTexts
{
    public static readonly Text Title = new("My sign-in", "Мій вхід", "Мой вход");
    public static readonly Text NewPassword = new("New password", "Новий пароль", "Новый пароль");
    public static readonly Text Current = new("Present password", "Чинний пароль", "Нынешний пароль");
    public static readonly Text NotCurrent = new(
        "That is not your present password.", "Це не ваш чинний пароль.", "Это не ваш нынешний пароль.");
    public static readonly Text NameChanged = new(
        "Your e-mail was changed meanwhile. Sign in anew with the new one.", "Ваш e-mail тим часом змінили. Увійдіть знову з новим.",
        "Ваш e-mail тем временем изменили. Войдите снова с новым.");
    public static readonly Text IsSet = new(
        "Your new password is set. Whatever else was signed in with the old one is signed out.",
        "Новий пароль встановлено. Усі інші входи зі старим завершено.",
        "Новый пароль установлен. Все остальные входы со старым завершены.");
    public static readonly Text Where = new("Where I am signed in", "Де я ввійшов", "Где я вошёл");
    public static readonly Text WhereAway = new(
        "The list cannot be read right now.", "Список зараз недоступний.", "Список сейчас недоступен.");
    public static readonly Text Since = new("since", "від", "с");
    public static readonly Text ThisOne = new("this one", "цей", "этот");
    public static readonly Text End = new("End", "Завершити", "Завершить");
    public static readonly Text Ended = new("That sign-in is ended.", "Цей вхід завершено.", "Этот вход завершён.");
    public static readonly Text Others = new("Signed in elsewhere", "Вхід деінде", "Вход в другом месте");
    public static readonly Text OthersHelp = new(
        "Forgot to sign out on another computer or telephone? End every sign-in but this one.",
        "Забули вийти на іншому комп’ютері чи телефоні? Завершіть усі входи, крім цього.",
        "Забыли выйти на другом компьютере или телефоне? Завершите все входы, кроме этого.");
    public static readonly Text EndOthers = new("Sign out everywhere else", "Вийти всюди, крім цього", "Выйти везде, кроме этого");
    public static readonly Text OthersEnded = new(
        "You are signed out everywhere else.", "Усі інші входи завершено.", "Все остальные входы завершены.");
}
