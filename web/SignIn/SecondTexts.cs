using CallCenter.Web.Languages;

namespace CallCenter.Web.SignIn;

/// <summary>Words of second factors.</summary>
public static class SecondTexts
{
    public static readonly Text Heading = new("One more step", "Ще один крок", "Ещё один шаг");
    public static readonly Text Title = new("Second factor", "Другий фактор", "Второй фактор");
    public static readonly Text AskCode = new(
        "Open the authenticator app on your telephone and type the code that it shows.",
        "Відкрийте на телефоні застосунок-автентифікатор і введіть код, який він показує.",
        "Откройте на телефоне приложение-аутентификатор и введите код, который оно показывает.");
    public static readonly Text Code = new("Code of six digits", "Код із шести цифр", "Код из шести цифр");
    public static readonly Text Continue = new("Continue", "Продовжити", "Продолжить");
    public static readonly Text Required = new(
        "Your project asks for a second factor. Set it up now; from then on a code is asked for beside the password.",
        "Ваш проєкт вимагає другий фактор. Налаштуйте його зараз; далі, крім пароля, потрібен код.",
        "Ваш проект требует второй фактор. Настройте его сейчас; дальше, кроме пароля, нужен код.");
    public static readonly Text Scan = new(
        "Scan this with an authenticator app, or type the key into it, then type the code that it shows.",
        "Відскануйте це застосунком-автентифікатором або введіть у нього ключ, потім введіть код, який він покаже.",
        "Отсканируйте это приложением-аутентификатором или введите в него ключ, затем введите код, который оно покажет.");
    public static readonly Text Key = new("Key", "Ключ", "Ключ");
    public static readonly Text Picture = new("QR code of the key", "QR-код ключа", "QR-код ключа");
    public static readonly Text Wrong = new(
        "The code does not fit. Is the clock of your telephone right? Type the next code.",
        "Код не підходить. Чи правильний час на телефоні? Введіть наступний код.",
        "Код не подходит. Верно ли время на телефоне? Введите следующий код.");
    public static readonly Text Over = new(
        "That took too long. Sign in once more.", "Минуло забагато часу. Увійдіть ще раз.",
        "Прошло слишком много времени. Войдите ещё раз.");
    public static readonly Text IsOn = new(
        "A code of your authenticator app is asked for when you sign in.", "Під час входу потрібен код вашого застосунку.",
        "При входе нужен код вашего приложения.");
    public static readonly Text IsOff = new(
        "With it nobody gets in who only knows your password.", "З ним не ввійде той, хто знає лише пароль.",
        "С ним не войдёт тот, кто знает только пароль.");
    public static readonly Text CannotRemove = new(
        "Your project requires it, so it cannot be switched off.", "Його вимагає проєкт, тому вимкнути не можна.",
        "Его требует проект, поэтому выключить нельзя.");
    public static readonly Text SetUp = new("Set it up", "Налаштувати", "Настроить");
    public static readonly Text Remove = new("Switch it off", "Вимкнути", "Выключить");
    public static readonly Text Done = new("The second factor is set up.", "Другий фактор налаштовано.", "Второй фактор настроен.");
    public static readonly Text Removed = new("The second factor is switched off.", "Другий фактор вимкнено.", "Второй фактор выключен.");
    public static readonly Text RemoveOf = new(
        "Remove the second factor", "Вилучити другий фактор", "Удалить второй фактор");
    public static readonly Text RemoveSure = new(
        "Remove the second factor of {0}? The password alone is enough then.", "Вилучити другий фактор: {0}? Тоді вистачить пароля.",
        "Удалить второй фактор: {0}? Тогда хватит пароля.");
    public static readonly Text Keep = new("Keep it", "Залишити", "Оставить");
    public static readonly Text RemovedOf = new(
        "{0} signs in with the password alone now.", "{0}: тепер для входу вистачить пароля.", "{0}: теперь для входа хватит пароля.");
}
