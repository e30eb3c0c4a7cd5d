using CallCenter.Abstractions.Secrets;
using CallCenter.Web.Languages;

namespace CallCenter.Web.SignIn;

/// <summary>Words of the pages where people choose their password.</summary>
public static class PasswordTexts
{
    public static readonly Text Forgotten = new("Forgot your password?", "Забули пароль?", "Забыли пароль?");
    public static readonly Text Email = new("Your e-mail", "Ваш e-mail", "Ваш e-mail");
    public static readonly Text SendLetter = new("Send me a letter", "Надіслати лист", "Прислать письмо");
    public static readonly Text LetterHelp = new(
        "It brings a link by which you choose a new password. The present one works until then.",
        "У ньому буде посилання, за яким ви виберете новий пароль. Доти діє чинний.",
        "В нём будет ссылка, по которой вы выберете новый пароль. До тех пор действует прежний.");
    public static readonly Text Asked = new(
        "If this e-mail has a place here, a letter is on its way to it.",
        "Якщо ця адреса тут відома, лист до неї вже в дорозі.",
        "Если этот адрес здесь известен, письмо на него уже в пути.");
    public static readonly Text NoLetter = new(
        "No letter after some minutes? Look into the spam folder, or ask your administrator for a link.",
        "Немає листа за кілька хвилин? Перевірте спам або попросіть посилання в адміністратора.",
        "Нет письма через несколько минут? Проверьте спам или попросите ссылку у администратора.");
    public static readonly Text BackToSignIn = new("Back to the sign-in", "Назад до входу", "Назад ко входу");

    public static readonly Text Choose = new("Choose a password", "Виберіть пароль", "Выберите пароль");
    public static readonly Text For = new("{0}, you sign in as {1}.", "{0}, ім’я для входу: {1}.", "{0}, имя для входа: {1}.");
    public static readonly Text New = new("New password", "Новий пароль", "Новый пароль");
    public static readonly Text Again = new("Once more", "Ще раз", "Ещё раз");
    public static readonly Text Set = new("Set the password", "Встановити пароль", "Установить пароль");
    public static readonly Text Rule = new(
        "At least {0} characters; a long sentence is best.", "Щонайменше {0} знаків; найкраще довге речення.",
        "Не меньше {0} знаков; лучше всего длинная фраза.");
    public static readonly Text Characters = new(
        "There is a character in it that cannot be typed everywhere. Use letters, digits, signs and spaces.",
        "У ньому є знак, який не всюди можна ввести. Використайте літери, цифри, розділові знаки й пробіли.",
        "В нём есть знак, который не везде можно ввести. Используйте буквы, цифры, знаки и пробелы.");
    public static readonly Text Differ = new(
        "The two are not the same. Type both once more.", "Паролі різні. Введіть обидва ще раз.", "Пароли разные. Введите оба ещё раз.");
    public static readonly Text Busy = new(
        "Too many people sign in right now. Press the button again in some seconds.",
        "Зараз входить забагато людей. Натисніть кнопку ще раз за кілька секунд.",
        "Сейчас входит слишком много людей. Нажмите кнопку ещё раз через несколько секунд.");
    public static readonly Text Void = new(
        "This link does not work any more: it was used, is older than 48 hours, or a newer one was sent.",
        "Це посилання вже не діє: ним скористалися, йому понад 48 годин або надіслано новіше.",
        "Эта ссылка больше не действует: её использовали, ей больше 48 часов или отправлена более новая.");
    public static readonly Text AskAnother = new("Ask for another letter", "Попросити новий лист", "Попросить новое письмо");
    /// <summary>Why a password that was typed twice may not be set; null when it may. <c>{0}</c>: the shortest length.</summary>
    public static Text? WhyNot(string? password, string? again) => SignInPassword.FaultOf(password) switch
    {
        PasswordFault.Length => Rule,
        PasswordFault.Characters => Characters,
        _ => password == again ? null : Differ,
    };

    public static readonly Text IsSet = new(
        "Your password is set. Sign in with it.", "Пароль встановлено. Увійдіть із ним.", "Пароль установлен. Войдите с ним.");
}
