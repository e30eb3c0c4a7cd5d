using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Versions;

/// <summary>Words of the page of published versions.</summary>
public static class VersionsTexts
{
    public static readonly Text Compare = new("Compare", "Порівняти", "Сравнить");
    public static readonly Text CompareOf = new(
        "Compare version {0} with the one in force", "Порівняти версію {0} з чинною", "Сравнить версию {0} с действующей");
    public static readonly Text InForce = new("in force", "чинна", "действует");
    public static readonly Text WouldChange = new(
        "What version {0} has otherwise than the one in force", "Чим версія {0} відрізняється від чинної",
        "Чем версия {0} отличается от действующей");
    public static readonly Text Same = new(
        "It is the same as the one in force.", "Вона така сама, як чинна.", "Она такая же, как действующая.");
    public static readonly Text BringBack = new("Bring back into the draft", "Повернути до чернетки", "Вернуть в черновик");
    public static readonly Text Lost = new(
        "What is in the draft and not published goes; nothing is in force before it is published.",
        "Неопубліковане в чернетці зникне; до публікації нічого не набуває чинності.",
        "Неопубликованное в черновике исчезнет; до публикации ничего не вступит в силу.");
    public static readonly Text Loaded = new(
        "Version {0} is in the draft. Review and publish it.", "Версія {0} у чернетці. Перегляньте й опублікуйте.",
        "Версия {0} в черновике. Просмотрите и опубликуйте.");
}
