using CallCenter.Abstractions.Prompts;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Prompts;

/// <summary>Words of the page of prompts.</summary>
public static class PromptsTexts
{
    public static readonly Text Title = new("Prompts", "Підказки", "Подсказки");
    public static readonly Text Own = new("Own prompts", "Власні підказки", "Собственные подсказки");
    public static readonly Text OwnHelp = new(
        "Greetings and other texts of yours. A sound is heard as soon as it is put up; name and text apply when they are published.",
        "Вітання та інші ваші тексти. Звук чути одразу після завантаження; назва й текст діють після публікації.",
        "Приветствия и другие ваши тексты. Звук слышен сразу после загрузки; название и текст действуют после публикации.");
    public static readonly Text Add = new("Add prompt", "Додати підказку", "Добавить подсказку");
    public static readonly Text New = new("New prompt", "Нова підказка", "Новая подсказка");
    public static readonly Text NoneYet = new(
        "No prompt of your own yet. Add one, then put its sound up.",
        "Власних підказок ще немає. Додайте підказку, а потім завантажте її звук.",
        "Собственных подсказок ещё нет. Добавьте подсказку, а затем загрузите её звук.");
    public static readonly Text MusicHelp = new(
        "Heard by whoever waits or is held, over and over.", "Її чує той, хто чекає або утримується, раз за разом.",
        "Её слышит тот, кто ждёт или удерживается, раз за разом.");
    public static readonly Text BuiltIn = new("Built-in prompts", "Вбудовані підказки", "Встроенные подсказки");
    public static readonly Text BuiltInHelp = new(
        "What is said as the program brings it along. Put your own sound in place of any of them.",
        "Що говориться, як це постачається з програмою. Замість будь-якої можна поставити свій звук.",
        "Что говорится, как это поставляется с программой. Вместо любой можно поставить свой звук.");
    public static readonly Text Numbers = new("Numbers and units", "Числа й одиниці", "Числа и единицы");
    public static readonly Text Beep = new("The beep before somebody speaks", "Сигнал перед записом", "Сигнал перед записью");
    public static readonly Text Replaced = new("own sound", "свій звук", "свой звук");
    public static readonly Text NoSound = new("no sound yet", "ще без звуку", "ещё без звука");
    public static readonly Text LeftOver = new("not in the configuration", "немає в конфігурації", "нет в конфигурации");
    public static readonly Text Play = new("Play: {0}", "Прослухати: {0}", "Прослушать: {0}");
    public static readonly Text Listen = new("Listen", "Прослухати", "Прослушать");
    public static readonly Text File = new("Sound (WAV file)", "Звук (файл WAV)", "Звук (файл WAV)");
    public static readonly Text FileHelp = new(
        "Up to 10 MB and 10 minutes; heard by callers as soon as it is up. Longer ones fit as 8 kHz mono.",
        "До 10 МБ і 10 хвилин; абоненти чують його одразу після завантаження. Довші вміщуються як 8 кГц моно.",
        "До 10 МБ и 10 минут; абоненты слышат его сразу после загрузки. Более длинные помещаются как 8 кГц моно.");
    public static readonly Text Reading = new("Being put up …", "Завантажується…", "Загружается…");
    public static readonly Text Restore = new("The built-in one again", "Знову вбудований", "Снова встроенный");
    public static readonly Text TakeAway = new("Take the sound away", "Прибрати звук", "Убрать звук");
    public static readonly Text Kept = new("Callers hear it from now on.", "Відтепер його чують абоненти.", "Теперь его слышат абоненты.");
    public static readonly Text BuiltInAgain = new(
        "Callers hear the built-in one again.", "Абоненти знову чують вбудований.", "Абоненты снова слышат встроенный.");
    public static readonly Text TakenAway = new("The sound is taken away.", "Звук прибрано.", "Звук убран.");
    public static readonly Text SaveFirst = new(
        "Save the prompt first, then put its sound up.", "Спершу збережіть підказку, потім завантажте звук.",
        "Сначала сохраните подсказку, затем загрузите звук.");
    public static readonly Text TextHelp = new(
        "For you and your colleagues, and for whoever reads it out.", "Для вас і колег та для того, хто це начитує.",
        "Для вас и коллег и для того, кто это начитывает.");
    public static readonly Text SoundStays = new(
        "Its sound stays on the server: an older version of the configuration has it again.",
        "Її звук лишається на сервері: старіша версія конфігурації матиме його знову.",
        "Её звук остаётся на сервере: более старая версия конфигурации снова будет с ним.");
    public static readonly Text Away = new(
        "The server could not be reached. Try again.", "Сервер недоступний. Спробуйте ще раз.", "Сервер недоступен. Попробуйте ещё раз.");

    /// <summary>What is wrong with a sound, and what would be right.</summary>
    public static Text Of(PromptRefusal refusal) => refusal switch
    {
        PromptRefusal.NoSuchPrompt => new(
            "There is no prompt of this name in this language.", "Такої підказки цією мовою немає.",
            "Такой подсказки на этом языке нет."),
        PromptRefusal.TooLarge => new(
            "The file has more than 10 MB. Save it as 8 kHz, 16 bits, mono.",
            "Файл більший за 10 МБ. Збережіть його як 8 кГц, 16 біт, моно.",
            "Файл больше 10 МБ. Сохраните его как 8 кГц, 16 бит, моно."),
        PromptRefusal.NotWave => new(
            "This is no WAV file. Save the sound as WAV (PCM); MP3 and others are not read.",
            "Це не файл WAV. Збережіть звук як WAV (PCM); MP3 та інші не читаються.",
            "Это не файл WAV. Сохраните звук как WAV (PCM); MP3 и другие не читаются."),
        PromptRefusal.UnsupportedEncoding => new(
            "The WAV file is compressed in a way that is not read. Save it as PCM, A-law or µ-law.",
            "Файл WAV стиснуто у спосіб, який не читається. Збережіть його як PCM, A-law або µ-law.",
            "Файл WAV сжат способом, который не читается. Сохраните его как PCM, A-law или µ-law."),
        PromptRefusal.UnsupportedRate => new(
            "The WAV file has a sample rate that is not read. Save it with 8 to 96 kHz.",
            "Частота дискретизації файлу не підтримується. Збережіть його з 8–96 кГц.",
            "Частота дискретизации файла не поддерживается. Сохраните его с 8–96 кГц."),
        PromptRefusal.Truncated => new(
            "The file ends before its sound does. Save or copy it once more.",
            "Файл закінчується раніше за звук. Збережіть або скопіюйте його ще раз.",
            "Файл заканчивается раньше звука. Сохраните или скопируйте его ещё раз."),
        PromptRefusal.Empty => new(
            "There is no sound in the file. Choose another one.", "У файлі немає звуку. Виберіть інший.",
            "В файле нет звука. Выберите другой."),
        PromptRefusal.TooLong => new(
            "The sound is longer than 10 minutes. Cut it.", "Звук довший за 10 хвилин. Скоротіть його.",
            "Звук длиннее 10 минут. Сократите его."),
        PromptRefusal.NoRoom => new(
            "All sounds of the project together would be longer than two hours. Take one away first.",
            "Усі звуки проєкту разом були б довші за дві години. Спершу приберіть котрийсь.",
            "Все звуки проекта вместе были бы длиннее двух часов. Сначала уберите какой-нибудь."),
        _ => new(
            "The server could not write the file; its log says why. Nothing was changed.",
            "Сервер не зміг записати файл; причину дивіться в його журналі. Нічого не змінено.",
            "Сервер не смог записать файл; причину смотрите в его журнале. Ничего не изменено."),
    };
}
