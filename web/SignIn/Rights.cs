using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Who may do what: the one table. Pages, circuits, hubs and the API name a right of it, and the page of people shows it.
/// </summary>
public static class Rights
{
    public static readonly Right SignedIn = new(Policies.SignedIn, AccessLevel.Employee, new(
        "Own desk and state, own calls and their recordings, own password",
        "Власний стіл і стан, власні дзвінки та їхні записи, власний пароль",
        "Свой стол и состояние, свои звонки и их записи, свой пароль"));

    public static readonly Right Watch = new(Policies.Watch, AccessLevel.Analyst, new(
        "Watch the board and desks, see everybody’s calls, export them",
        "Дивитися табло й столи, бачити дзвінки всіх, вивантажувати їх",
        "Смотреть табло и столы, видеть звонки всех, выгружать их"));

    public static readonly Right Listen = new(Policies.Listen, AccessLevel.Analyst, new(
        "Listen to the recordings of everybody’s conversations, download them",
        "Слухати записи розмов усіх, завантажувати їх", "Слушать записи разговоров всех, скачивать их"));

    public static readonly Right WatchWhole = new(Policies.WatchWhole, AccessLevel.Analyst, new(
        "The whole board for programs, clients through the API (all departments only)",
        "Усе табло для програм, клієнти через API (лише для всіх відділів)",
        "Всё табло для программ, клиенты через API (только для всех отделов)"), IsWhole: true);

    public static readonly Right Intervene = new(Policies.Intervene, AccessLevel.Supervisor, new(
        "End calls, set the state of others", "Завершувати дзвінки, змінювати стан інших", "Завершать звонки, менять состояние других"));

    public static readonly Right Supervise = new(Policies.Supervise, AccessLevel.Supervisor, new(
        "Listen to conversations while they go on, whisper, join, take over",
        "Слухати розмови, поки вони тривають, підказувати, долучатися, перебирати їх",
        "Слушать разговоры, пока они идут, подсказывать, подключаться, забирать их"));

    public static readonly Right LinkClients = new(Policies.LinkClients, AccessLevel.Supervisor, new(
        "Give clients a responsible manager (all departments only)", "Призначати клієнтам менеджера (лише для всіх відділів)",
        "Назначать клиентам менеджера (только для всех отделов)"), IsWhole: true);

    public static readonly Right Administer = new(Policies.Administer, AccessLevel.Administrator, new(
        "Settings, people and their passwords, API keys, audit log", "Налаштування, люди та їхні паролі, ключі API, журнал дій",
        "Настройки, люди и их пароли, ключи API, журнал действий"));

    public static readonly Right Operate = new(Policies.Operate, AccessLevel.Administrator, new(
        "Make, suspend and remove projects", "Створювати, зупиняти й вилучати проєкти", "Создавать, приостанавливать и удалять проекты"),
        IsOperators: true);

    public static readonly IReadOnlyList<Right> All =
        [SignedIn, Watch, Listen, WatchWhole, Intervene, Supervise, LinkClients, Administer, Operate];
}
