using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Guide;

/// <summary>Words of the guide from an empty project to the first call.</summary>
public static class GuideTexts
{
    public static readonly Text Title = new("First steps", "Перші кроки", "Первые шаги");
    public static readonly Text Lead = new(
        "Six steps to the first call. Every one of them can be changed later on its own page.",
        "Шість кроків до першого дзвінка. Кожен можна змінити згодом на його сторінці.",
        "Шесть шагов до первого звонка. Каждый можно изменить позже на его странице.");
    public static readonly Text Done = new("done", "зроблено", "сделано");
    public static readonly Text More = new("and {0} more", "і ще {0}", "и ещё {0}");
    public static readonly Text CompanyStep = new("Your company", "Ваша компанія", "Ваша компания");
    public static readonly Text PeopleStep = new("Who takes the calls", "Хто приймає дзвінки", "Кто принимает звонки");
    public static readonly Text PeopleHelp = new(
        "A department is what a number leads to. With each employee an account for his phone is made; its password is shown once, note it.",
        "Номер веде до відділу. Разом зі співробітником створюється акаунт його телефону; пароль показується один раз, запишіть його.",
        "Номер ведёт в отдел. Вместе с сотрудником создаётся аккаунт его телефона; пароль показывается один раз, запишите его.");
    public static readonly Text TrunkStep = new("The line to your carrier", "Лінія до оператора", "Линия к оператору");
    public static readonly Text TrunkHelp = new(
        "The carrier has told you a server and perhaps a user name. Without a trunk you can already call each other.",
        "Оператор дав вам сервер і, можливо, ім’я користувача. Без транка вже можна дзвонити одне одному.",
        "Оператор дал вам сервер и, возможно, имя пользователя. Без транка уже можно звонить друг другу.");
    public static readonly Text NumberStep = new("Your number", "Ваш номер", "Ваш номер");
    public static readonly Text NumberHelp = new(
        "The number that clients dial, and who rings then.", "Номер, який набирають клієнти, і у кого тоді дзвонить.",
        "Номер, который набирают клиенты, и у кого тогда звонит.");
    public static readonly Text PublishStep = new("Put it in force", "Введіть у дію", "Введите в действие");
    public static readonly Text PublishHelp = new(
        "Until now everything is a draft. Look at it once more and publish it.",
        "Досі все це чернетка. Перегляньте її ще раз і опублікуйте.", "До сих пор всё это черновик. Просмотрите его и опубликуйте.");
    public static readonly Text PhoneStep = new("The first phone", "Перший телефон", "Первый телефон");
    public static readonly Text PhoneHelp = new(
        "Type this into a desk phone or a softphone. As soon as it is there, let it ring.",
        "Уведіть це в настільний телефон або софтфон. Щойно він з’явиться, подзвоніть на нього.",
        "Введите это в настольный телефон или софтфон. Как только он появится, позвоните на него.");
    public static readonly Text NoAccount = new(
        "Add an employee first: his phone’s account is made with him.",
        "Спершу додайте співробітника: разом із ним створюється акаунт телефону.",
        "Сначала добавьте сотрудника: вместе с ним создаётся аккаунт телефона.");
    public static readonly Text WhichPhone = new("Which phone", "Який телефон", "Какой телефон");
    public static readonly Text PublishFirst = new(
        "Publish first: until then no phone can register.", "Спершу опублікуйте: доти телефон не зареєструється.",
        "Сначала опубликуйте: до этого телефон не зарегистрируется.");
    public static readonly Text WaitsForPhone = new(
        "Waiting for the phone to register…", "Чекаємо, поки телефон зареєструється…", "Ждём, пока телефон зарегистрируется…");
    public static readonly Text ToBoard = new(
        "Dial your number from outside and watch the call on the board.", "Наберіть свій номер ззовні й дивіться за дзвінком на табло.",
        "Наберите свой номер снаружи и смотрите за звонком на табло.");
}
