using CallCenter.Abstractions.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Card;

/// <summary>Words of a call's card.</summary>
public static class CardTexts
{
    public static readonly Text Card = new("Call card", "Картка дзвінка", "Карточка звонка");
    public static readonly Text CallNumber = new("Call {0}", "Дзвінок {0}", "Звонок {0}");
    public static readonly Text Close = new("Close the card", "Закрити картку", "Закрыть карточку");
    public static readonly Text OwnPage = new("Open as a page", "Відкрити на сторінці", "Открыть на странице");
    public static readonly Text Back = new("To the journal", "До журналу", "К журналу");

    public static readonly Text Arrived = new("Arrived", "Надійшов", "Поступил");
    public static readonly Text Hold = new("On hold", "Утримання", "Удержание");
    public static readonly Text Trunk = new("Trunk", "Транк", "Транк");
    public static readonly Text Responsible = new("Responsible", "Відповідальний", "Ответственный");
    public static readonly Text Version = new("Configuration version", "Версія налаштувань", "Версия настроек");
    public static readonly Text SipStatus = new("SIP status", "Статус SIP", "Статус SIP");

    public static readonly Text Course = new("Course of the call", "Хід дзвінка", "Ход звонка");
    public static readonly Text Queue = new("Queue: {0}", "Черга: {0}", "Очередь: {0}");
    public static readonly Text Waiting = new("waiting", "очікування", "ожидание");
    public static readonly Text Ringing = new("ringing", "дзвінок", "вызов");
    public static readonly Text Talking = new("talking", "розмова", "разговор");
    public static readonly Text Stretch = new("{0} {1}, from {2}", "{0} {1}, з {2}", "{0} {1}, с {2}");
    public static readonly Text Alone = new(
        "menu, message, rating", "меню, повідомлення, оцінка", "меню, сообщение, оценка");
    public static readonly Text Steps = new("With the caller alone", "Наодинці з клієнтом", "Наедине с клиентом");
    public static readonly Text Step = new("Step", "Крок", "Шаг");
    public static readonly Text After = new("At", "На", "На");
    public static readonly Text Lasted = new("Lasted", "Тривав", "Длился");
    public static readonly Text Pressed = new("Pressed", "Натиснуто", "Нажато");
    public static readonly Text Result = new("Result", "Результат", "Результат");
    public static readonly Text Notice = new("notice of recording", "попередження про запис", "предупреждение о записи");
    public static readonly Text Menu = new("menu “{0}”", "меню «{0}»", "меню «{0}»");
    public static readonly Text Voicemail = new("voicemail: {0}", "голосова пошта: {0}", "голосовая почта: {0}");
    public static readonly Text Rating = new("rating", "оцінка", "оценка");
    public static readonly Text Farewell = new("farewell", "прощання", "прощание");
    public static readonly Text Heard = new("heard to the end", "прослухано", "прослушано");
    public static readonly Text Chosen = new("chosen", "вибрано", "выбрано");
    public static readonly Text NoChoice = new("nothing chosen", "нічого не вибрано", "ничего не выбрано");
    public static readonly Text MessageLeft = new("message left", "залишено повідомлення", "оставлено сообщение");
    public static readonly Text NoMessage = new("nothing was said", "нічого не сказано", "ничего не сказано");
    public static readonly Text CallEnded = new("the call ended", "дзвінок завершився", "звонок завершился");
    public static readonly Text OfFive = new("{0} of 5", "{0} з 5", "{0} из 5");
    public static readonly Text Decisions = new("Decisions", "Рішення", "Решения");
    public static readonly Text Decision = new("Decision {0}, at {1}", "Рішення {0}, на {1}", "Решение {0}, на {1}");
    public static readonly Text NoDecisions = new(
        "The routing decided nothing about this call.", "Маршрутизація нічого не вирішувала щодо цього дзвінка.",
        "Маршрутизация ничего не решала по этому звонку.");
    public static readonly Text Why = new("Why not others?", "Чому не інші?", "Почему не другие?");
    public static readonly Text Behind = new("Could have been rung too", "Також могли прийняти", "Тоже могли принять");
    public static readonly Text Excluded = new("Could not be rung", "Не могли прийняти", "Не могли принять");

    public static readonly Text Legs = new("Legs", "З'єднання", "Соединения");
    public static readonly Text Who = new("Who", "Хто", "Кто");
    public static readonly Text Target = new("Target", "Куди", "Куда");
    public static readonly Text RangFor = new("Rang", "Дзвонило", "Звонило");
    public static readonly Text End = new("End", "Завершення", "Завершение");
    public static readonly Text Audio = new("Audio, MOS", "Звук, MOS", "Звук, MOS");
    public static readonly Text AudioThere = new("there {0}", "там {0}", "там {0}");
    public static readonly Text AudioDetails = new(
        "lost {0} %, jitter {1} ms", "втрачено {0} %, джитер {1} мс", "потеряно {0} %, джиттер {1} мс");
    public static readonly Text Caller = new("Caller", "Той, хто дзвонив", "Звонивший");
    public static readonly Text Listened = new("{0} listened", "{0}: прослуховування", "{0}: прослушивание");
    public static readonly Text Listening = new("listening", "прослуховування", "прослушивание");
    public static readonly Text Outside = new("Outside number", "Зовнішній номер", "Внешний номер");

    public static readonly Text NoCall = new(
        "There is no ended call {0} that you may see.", "Немає завершеного дзвінка {0}, який ви можете бачити.",
        "Нет завершённого звонка {0}, который вы можете видеть.");
    public static readonly Text StillLive = new(
        "Call {0} is still live. Its card is written when it ends.", "Дзвінок {0} ще триває. Картка з'явиться, коли він завершиться.",
        "Звонок {0} ещё идёт. Карточка появится, когда он завершится.");

    public static Text Of(LegEnd end) => end switch
    {
        LegEnd.HungUp => new("hung up", "поклав слухавку", "положил трубку"),
        LegEnd.OtherSideHungUp => new("other side hung up", "інша сторона завершила", "другая сторона завершила"),
        LegEnd.Cancelled => new("caller gave up", "клієнт не дочекався", "клиент не дождался"),
        LegEnd.TakenElsewhere => new("taken by another", "прийняв інший", "принял другой"),
        LegEnd.NoAnswer => new("no answer", "без відповіді", "без ответа"),
        LegEnd.Rejected => new("rejected", "відхилено", "отклонено"),
        LegEnd.Unreachable => new("unreachable", "недоступно", "недоступно"),
        LegEnd.Routing => new("ended by the routing", "завершено маршрутизацією", "завершено маршрутизацией"),
        LegEnd.Broken => new("connection broke", "зв'язок обірвався", "связь оборвалась"),
        LegEnd.Interrupted => new("interrupted", "перервано", "прервано"),
        LegEnd.OfferRefused => new(
            "cannot take this kind of call", "не підтримує такий виклик", "не поддерживает такой вызов"),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "An end without words."),
    };

    public static Text Of(QueueExit exit) => exit switch
    {
        QueueExit.Answered => new("answered", "прийнято", "принят"),
        QueueExit.Abandoned => new("abandoned", "не дочекались", "не дождались"),
        QueueExit.TimeOut => new("longest wait over", "час очікування вичерпано", "время ожидания вышло"),
        QueueExit.Full => new("queue full", "черга заповнена", "очередь заполнена"),
        QueueExit.NoOneSignedIn => new("nobody signed in", "нікого на зміні", "никого на смене"),
        QueueExit.AllNotReady => new("everyone not ready", "ніхто не приймає", "никто не принимает"),
        QueueExit.Interrupted => new("interrupted", "перервано", "прервано"),
        QueueExit.Failed => new("failed", "збій", "сбой"),
        QueueExit.OfferRefused => new(
            "no phone could take it", "жоден телефон не зміг прийняти", "ни один телефон не смог принять"),
        _ => throw new ArgumentOutOfRangeException(nameof(exit), exit, "An exit without words."),
    };
}
