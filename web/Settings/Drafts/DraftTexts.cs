using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>Words of the draft: its line on every page that edits it, and its review.</summary>
public static class DraftTexts
{
    public static readonly Text NoChanges = new(
        "Everything here is published.", "Усе тут опубліковано.", "Всё здесь опубликовано.");
    public static readonly Text NothingYet = new(
        "Nothing is set up yet. What you save here applies when it is published.",
        "Ще нічого не налаштовано. Збережене тут діятиме після публікації.",
        "Ещё ничего не настроено. Сохранённое здесь начнёт действовать после публикации.");
    public static readonly PluralText Changes = new(
        new("change is not published yet", "changes are not published yet"),
        new("зміну ще не опубліковано", "зміни ще не опубліковано", "змін ще не опубліковано"),
        new("изменение ещё не опубликовано", "изменения ещё не опубликованы", "изменений ещё не опубликовано"));
    public static readonly PluralText Errors = new(
        new("error keeps it from being published", "errors keep it from being published"),
        new("помилка не дає опублікувати", "помилки не дають опублікувати", "помилок не дають опублікувати"),
        new("ошибка не даёт опубликовать", "ошибки не дают опубликовать", "ошибок не дают опубликовать"));
    public static readonly Text Review = new("Review and publish", "Переглянути й опублікувати", "Просмотреть и опубликовать");
    public static readonly Text ReviewTitle = new("What is going to change", "Що зміниться", "Что изменится");
    public static readonly Text Publish = new("Publish", "Опублікувати", "Опубликовать");
    public static readonly Text Published = new(
        "Version {0} is in force.", "Версія {0} діє.", "Версия {0} действует.");
    public static readonly PluralText NewPeople = new(
        new("new person", "new people"), new("новій людині", "новим людям", "новим людям"),
        new("новому человеку", "новым людям", "новым людям"));
    public static readonly Text Invite = new(
        "Send an invitation to {0}", "Надіслати запрошення {0}", "Отправить приглашение {0}");
    public static readonly Text InviteByLink = new(
        "There is no mail server, so {0} get no letter: make links to their passwords on the page People.",
        "Поштового сервера немає, тому {0} не прийде лист: створіть посилання на пароль на сторінці «Люди».",
        "Почтового сервера нет, поэтому {0} не придёт письмо: создайте ссылки на пароль на странице «Люди».");
    public static readonly Text InvitationsPosted = new(
        "Invitations are on their way.", "Запрошення в дорозі.", "Приглашения в пути.");
    public static readonly Text Back = new("Back", "Назад", "Назад");
    public static readonly Text DiscardAll = new("Discard all changes", "Відкинути всі зміни", "Отбросить все изменения");
    public static readonly Text DiscardSure = new(
        "All changes that are not published go, those of your colleagues too.",
        "Зникнуть усі неопубліковані зміни, і ваших колег також.",
        "Исчезнут все неопубликованные изменения, и ваших коллег тоже.");
    public static readonly Text TakeBack = new("Take back", "Скасувати зміну", "Отменить изменение");
    public static readonly Text TakeBackOf = new("Take back: {0}", "Скасувати зміну: {0}", "Отменить изменение: {0}");
    public static readonly Text ByWhom = new("by {0}", "зміна: {0}", "изменение: {0}");
    public static readonly Text Others = new("Also here: {0}", "Тут також: {0}", "Здесь также: {0}");
    public static readonly Text OtherEdits = new("{0} (edits {1})", "{0} (змінює {1})", "{0} (меняет {1})");
    public static readonly Text ChangedMeanwhile = new(
        "Somebody changed the draft meanwhile. Look at it once more.", "Тим часом хтось змінив чернетку. Перегляньте її ще раз.",
        "Тем временем кто-то изменил черновик. Просмотрите его ещё раз.");
    public static readonly Text Conflict = new(
        "{0} changed this while you were typing. Yours is not saved yet.", "{0}: це змінено, поки ви вводили. Ваше ще не збережено.",
        "{0}: это изменено, пока вы вводили. Ваше ещё не сохранено.");
    public static readonly Text Somebody = new("Somebody", "Хтось", "Кто-то");
    public static readonly Text TakeMine = new("Save mine", "Зберегти моє", "Сохранить моё");
    public static readonly Text TakeTheirs = new("Take the other", "Узяти інше", "Взять другое");
    public static readonly Text HasErrors = new("to mend", "виправити", "исправить");
    public static readonly Text Save = new("Save", "Зберегти", "Сохранить");
    public static readonly Text Remove = new("Remove", "Вилучити", "Удалить");
    public static readonly Text Keep = new("Keep", "Залишити", "Оставить");
    public static readonly Text RemoveSure = new("Remove {0}?", "Вилучити: {0}?", "Удалить: {0}?");
    public static readonly Text LedTo = new(
        "These lead there and have to be changed as well: {0}.", "Сюди ведуть, їх теж треба змінити: {0}.",
        "Сюда ведут, их тоже нужно изменить: {0}.");
    public static readonly Text NothingLeads = new(
        "Nothing else leads there.", "Більше нічого сюди не веде.", "Больше ничего сюда не ведёт.");
    public static readonly Text Saved = new(
        "Saved in the draft. It applies when it is published.", "Збережено в чернетці. Діятиме після публікації.",
        "Сохранено в черновике. Начнёт действовать после публикации.");
    public static readonly Text Removed = new("{0}: removed in the draft.", "{0}: вилучено в чернетці.", "{0}: удалено в черновике.");
    public static readonly Text TakenBack = new("{0} is in the draft again.", "{0} знову в чернетці.", "{0} снова в черновике.");
    public static readonly Text NotTakenBack = new(
        "{0}: somebody else has changed it meanwhile; nothing was done.", "{0}: тим часом це змінив хтось інший; нічого не зроблено.",
        "{0}: тем временем это изменил кто-то другой; ничего не сделано.");
    public static readonly Text Away = new(
        "The server could not be reached. What you typed is still here: try again.",
        "Сервер недоступний. Введене лишилося тут: спробуйте ще раз.", "Сервер недоступен. Введённое осталось здесь: попробуйте ещё раз.");
    public static readonly Text LiveCalls = new(
        "Calls in progress go on. New routing, times and limits apply to the next ring, and to calls that are waiting.",
        "Поточні дзвінки тривають. Нова маршрутизація, часи й обмеження діють для наступного виклику і для тих, хто чекає.",
        "Текущие звонки продолжаются. Новые маршруты, времена и ограничения действуют для следующего вызова и для тех, кто ждёт.");
    public static readonly PluralText CallsNow = new(new("call is in progress now.", "calls are in progress now."),
        new("дзвінок триває зараз.", "дзвінки тривають зараз.", "дзвінків тривають зараз."),
        new("звонок идёт сейчас.", "звонка идут сейчас.", "звонков идут сейчас."));
    public static readonly Text ToMend = new("To mend before publishing", "Виправити до публікації", "Исправить до публикации");
    public static readonly Text ToLookAt = new("Allowed, but hardly meant", "Дозволено, але навряд чи так задумано",
        "Разрешено, но вряд ли так задумано");

    public static readonly Text Added = new("new", "новий запис", "новая запись");
    public static readonly Text Gone = new("removed", "вилучено", "удалено");
    public static readonly Text FromTo = new("{0} {1} → {2}", "{0}: {1} → {2}", "{0}: {1} → {2}");
    public static readonly Text Joined = new("{0} joined", "додано: {0}", "добавлено: {0}");
    public static readonly Text Left = new("{0} left", "вилучено: {0}", "исключено: {0}");
    public static readonly Text TierChanged = new("{0}: tier {1} → {2}", "{0}: рівень {1} → {2}", "{0}: уровень {1} → {2}");
    public static readonly Text NewPassword = new("new password", "новий пароль", "новый пароль");
    public static readonly Text HangUp = new("the call ends", "дзвінок завершується", "звонок завершается");
    public static readonly Text ToDepartment = new("department: {0}", "відділ: {0}", "отдел: {0}");
    public static readonly Text ToEmployee = new("employee: {0}", "співробітник: {0}", "сотрудник: {0}");
    public static readonly Text ToMenu = new("menu: {0}", "меню: {0}", "меню: {0}");
    public static readonly Text ToVoicemail = new("voicemail: {0}", "голосова пошта: {0}", "голосовая почта: {0}");
    public static readonly Text ToMailbox = new("voicemail", "голосова пошта", "голосовая почта");
    public static readonly Text Mailbox = new("Whose voicemail", "Чия голосова пошта", "Чья голосовая почта");
    public static readonly Text ChooseMailbox = new("Choose whose it is", "Виберіть, чия вона", "Выберите, чья она");
    public static readonly Text UsualGreeting = new(
        "built in: “leave a message”", "вбудоване: «залиште повідомлення»", "встроенное: «оставьте сообщение»");
    public static readonly Text ToOutside = new("a number outside", "зовнішній номер", "внешний номер");
    public static readonly Text Outside = new("Number outside", "Зовнішній номер", "Внешний номер");
    public static readonly Text Otherwise = new("When nobody took it", "Якщо ніхто не взяв", "Если никто не взял");
    public static readonly Text UsualRing = new("Empty: the usual time.", "Порожньо: звичайний час.", "Пусто: обычное время.");

    public static Text Of(HangUpDestination end) => end switch
    {
        HangUpDestination.Closed => new("the call ends: closed", "дзвінок завершується: зачинено", "звонок завершается: закрыто"),
        HangUpDestination.Busy => new("the call ends: busy", "дзвінок завершується: зайнято", "звонок завершается: занято"),
        _ => new("the call ends: no answer", "дзвінок завершується: немає відповіді", "звонок завершается: нет ответа"),
    };
}
