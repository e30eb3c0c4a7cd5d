using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Demo;

/// <summary>The employees of the sample project and their phones.</summary>
internal static class DemoPeople
{
    /// <summary>The mobile of the head of support: rung after everybody else, through the trunk.</summary>
    public const string HeadsMobile = "+380671112233";

    public static readonly IReadOnlyList<string> SalesTeam = ["olena", "andrii", "mariia", "taras", "iryna", "dmytro", "sofiia"];

    private static readonly Person[] People =
    [
        new("olena", "101", "Коваленко", "Олена", "Керівник відділу продажів", AccessLevel.Supervisor),
        new("andrii", "102", "Шевченко", "Андрій", "Менеджер з продажів"),
        new("mariia", "103", "Бондаренко", "Марія", "Менеджер з продажів"),
        new("taras", "104", "Мельник", "Тарас", "Менеджер з продажів"),
        new("iryna", "105", "Ткачук", "Ірина", "Старший менеджер"),
        new("dmytro", "106", "Кравець", "Дмитро", "Менеджер з продажів"),
        new("sofiia", "107", "Лисенко", "Софія", "Менеджер з розвитку клієнтів"),
        new("bohdan", "108", "Савчук", "Богдан", "Керівник підтримки", AccessLevel.Supervisor),
        new("nataliia", "109", "Гончар", "Наталія", "Спеціаліст підтримки"),
        new("yurii", "110", "Поліщук", "Юрій", "Спеціаліст підтримки"),
        new("oksana", "111", "Романюк", "Оксана", "Спеціаліст підтримки"),
        new("maksym", "113", "Власенко", "Максим", "Інженер підтримки"),
    ];

    public static List<EmployeeConfiguration> Employees() => [.. People.Select(person => new EmployeeConfiguration
    {
        Id = person.Id,
        Surname = person.Surname,
        GivenName = person.GivenName,
        Position = person.Position,
        Email = $"{person.Id}@demo.example",
        Access = person.Access,
        Password = RandomPasswords.ForPeople(),
        Extension = person.Extension,
        MainContacts = MainContacts(person.Id),
        OtherContacts = person.Id == "taras" ? [new ContactPoint(Number: "+380671112244")] : [],
        StartsReady = true,
    })];

    public static List<SipAccountConfiguration> SipAccounts() =>
    [
        .. People.Select(person => new SipAccountConfiguration(person.Id, RandomPasswords.ForPhones(), "Настільний телефон")),
        new SipAccountConfiguration("dmytro-home", RandomPasswords.ForPhones(), "Домашній телефон"),
    ];

    private static List<ContactPoint> MainContacts(string id) => id switch
    {
        "bohdan" => [new ContactPoint(Account: id), new ContactPoint(Number: HeadsMobile)],
        "dmytro" => [new ContactPoint(Account: id), new ContactPoint(Account: "dmytro-home")],
        _ => [new ContactPoint(Account: id)],
    };

    private sealed record Person(
        string Id, string Extension, string Surname, string GivenName, string Position, AccessLevel Access = AccessLevel.Employee);
}
