using CallCenter.Web.Languages;

namespace CallCenter.Web.SignIn;

/// <summary>Words of the sign-in page.</summary>
public static class SignInTexts
{
    public static readonly Text Heading = new("Sign in", "Вхід", "Вход");
    public static readonly Text Name = new("E-mail or name", "Електронна пошта або ім'я", "Электронная почта или имя");
    public static readonly Text Password = new("Password", "Пароль", "Пароль");
    public static readonly Text SignIn = new("Sign in", "Увійти", "Войти");
    public static readonly Text Wrong = new(
        "Name and password do not fit together. Check the keyboard layout and Caps Lock.",
        "Ім'я та пароль не збігаються. Перевірте розкладку клавіатури та Caps Lock.",
        "Имя и пароль не подходят друг к другу. Проверьте раскладку клавиатуры и Caps Lock.");
    public static readonly Text Project = new("Project", "Проєкт", "Проект");
    public static readonly Text WhichProject = new(
        "You are known in several projects. Choose one and type your password once more.",
        "Вас знають у кількох проєктах. Виберіть один і введіть пароль ще раз.",
        "Вас знают в нескольких проектах. Выберите один и введите пароль ещё раз.");
    public static readonly Text Missing = new("Fill in both fields.", "Заповніть обидва поля.", "Заполните оба поля.");
    public static readonly Text Wait = new(
        "Too many attempts. Try again in {0}.",
        "Забагато спроб. Спробуйте знову через {0}.",
        "Слишком много попыток. Попробуйте снова через {0}.");
    public static readonly PluralText Seconds = new(
        new("second", "seconds"), new("секунду", "секунди", "секунд"), new("секунду", "секунды", "секунд"));
    public static readonly Text Help = new(
        "The administrator gives you your name and password.",
        "Ім'я та пароль дає адміністратор.",
        "Имя и пароль даёт администратор.");
}
