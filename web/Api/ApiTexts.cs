using CallCenter.Web.Languages;

namespace CallCenter.Web.Api;

/// <summary>The words of the page that describes the API. What the endpoints do is said in English, as in the OpenAPI document.</summary>
public static class ApiTexts
{
    public static readonly Text Heading = new("API", "API", "API");
    public static readonly Text Introduction = new(
        "Every program may read calls, the board and employees here, and change what its key allows. "
        + "Keys are made by an administrator under Settings. "
        + "Times are ISO 8601 UTC with milliseconds, durations are milliseconds.",
        "Будь-яка програма може читати тут дзвінки, табло й співробітників і змінювати те, що дозволяє її ключ. "
        + "Ключі створює адміністратор у налаштуваннях. "
        + "Час — ISO 8601 UTC з мілісекундами, тривалість — у мілісекундах.",
        "Любая программа может читать здесь звонки, табло и сотрудников и менять то, что позволяет её ключ. "
        + "Ключи создаёт администратор в настройках. "
        + "Время — ISO 8601 UTC с миллисекундами, длительность — в миллисекундах.");
    public static readonly Text Endpoints = new("Endpoints", "Адреси", "Адреса");
    public static readonly Text Live = new("Live board", "Табло наживо", "Табло вживую");
    public static readonly Text LiveHelp = new(
        "The SignalR hub /hubs/board sends the whole board once and then only what changes. After a break, Resume with the last sequence "
        + "gives what was missed.",
        "Хаб SignalR /hubs/board надсилає табло повністю один раз, а далі лише зміни. "
        + "Після розриву Resume з останнім номером дає пропущене.",
        "Хаб SignalR /hubs/board присылает табло целиком один раз, а дальше только изменения. "
        + "После разрыва Resume с последним номером даёт пропущенное.");
    public static readonly Text Problems = new("Problems", "Помилки", "Ошибки");
    public static readonly Text ProblemsHelp = new(
        "Errors are problem details (RFC 9457). The type is one of these; detail says what is wrong and what would be right.",
        "Помилки приходять як problem details (RFC 9457). Тип — один із цих; detail каже, що не так і як правильно.",
        "Ошибки приходят как problem details (RFC 9457). Тип — один из этих; detail говорит, что не так и как правильно.");
    public static readonly Text Type = new("Type", "Тип", "Тип");
    public static readonly Text Meaning = new("Meaning", "Значення", "Значение");
    public static readonly Text YourKey = new("your-key", "ваш-ключ", "ваш-ключ");
}
