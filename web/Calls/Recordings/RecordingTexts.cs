using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>Words of the player and of the map of a conversation.</summary>
public static class RecordingTexts
{
    public static readonly Text Recording = new("Recording", "Запис розмови", "Запись разговора");
    public static readonly Text Who = new("{0} and {1}", "{0} і {1}", "{0} и {1}");
    public static readonly Text OnlyMessage = new("Message", "Повідомлення", "Сообщение");
    public static readonly Text Message = new("Message of {0}", "Повідомлення: {0}", "Сообщение: {0}");
    public static readonly Text NoRecording = new(
        "There is no recording of conversation {0} of this call that you may listen to. It was not recorded, or its sound was deleted.",
        "Немає запису розмови {0} цього дзвінка, який ви можете слухати. Її не записували, або звук видалено.",
        "Нет записи разговора {0} этого звонка, которую вы можете слушать. Его не записывали, или звук удалён.");
    public static readonly Text NoneOfCall = new(
        "There is no recording of call {0} that you may listen to.", "Немає запису дзвінка {0}, який ви можете слухати.",
        "Нет записи звонка {0}, которую вы можете слушать.");
    public static readonly Text Close = new("Close the player (Esc)", "Закрити програвач (Esc)", "Закрыть проигрыватель (Esc)");
    public static readonly Text Conversations = new(
        "Recorded conversations of the call", "Записані розмови дзвінка", "Записанные разговоры звонка");
    public static readonly Text Deleted = new(
        "The sound was deleted. Who spoke when stays.", "Звук видалено. Хто й коли говорив, лишається.",
        "Звук удалён. Кто и когда говорил, остаётся.");
    public static readonly Text Unplayable = new(
        "The recording cannot be played right now. Try again, or download it.",
        "Запис зараз не відтворюється. Спробуйте ще раз або завантажте його.",
        "Запись сейчас не воспроизводится. Попробуйте ещё раз или скачайте её.");

    public static readonly Text Play = new("Play", "Слухати", "Слушать");
    public static readonly Text Pause = new("Pause", "Пауза", "Пауза");
    public static readonly Text Back = new("Back 10 s", "Назад на 10 с", "Назад на 10 с");
    public static readonly Text Forward = new("Forward 10 s", "Вперед на 10 с", "Вперёд на 10 с");
    public static readonly Text Speed = new("Speed", "Швидкість", "Скорость");
    public static readonly Text Download = new("Download", "Завантажити", "Скачать");
    public static readonly Text Position = new("Position in the recording", "Місце в записі", "Место в записи");
    public static readonly Text OfWhole = new("{0} of {1}", "{0} з {1}", "{0} из {1}");
    public static readonly Text SpeedKeys = new(
        "Speed; + and − change it too", "Швидкість; її змінюють і клавіші + та −", "Скорость; её меняют и клавиши + и −");
    public static readonly Text TurnBack = new(
        "To the change of speaker before", "До попередньої зміни мовця", "К предыдущей смене говорящего");
    public static readonly Text TurnForward = new(
        "To the next change of speaker", "До наступної зміни мовця", "К следующей смене говорящего");
    public static readonly Text Keys = new(
        "Space plays and pauses, arrows jump by 5 s, Shift with an arrow to the next change of speaker, + and − change the speed, "
        + "Home and End lead to the ends.",
        "Пробіл починає й зупиняє, стрілки переходять на 5 с, Shift зі стрілкою — до наступної зміни мовця, + і − змінюють швидкість, "
        + "Home і End ведуть до країв.",
        "Пробел начинает и останавливает, стрелки переходят на 5 с, Shift со стрелкой — к следующей смене говорящего, + и − меняют "
        + "скорость, Home и End ведут к краям.");

    public static readonly Text Map = new(
        "Map of the conversation: client {0}, employee {1} of the speech; silence {2} of the time",
        "Карта розмови: клієнт {0}, співробітник {1} мовлення; тиша {2} часу",
        "Карта разговора: клиент {0}, сотрудник {1} речи; тишина {2} времени");
    public static readonly Text Client = new("Client", "Клієнт", "Клиент");
    public static readonly Text Employee = new("Employee", "Співробітник", "Сотрудник");
    public static readonly Text ClientAbove = new("client, above", "клієнт, угорі", "клиент, вверху");
    public static readonly Text EmployeeBelow = new("employee, below", "співробітник, унизу", "сотрудник, внизу");
    public static readonly Text Both = new("both at once", "обоє водночас", "оба сразу");
    public static readonly Text Silence = new("silence", "тиша", "тишина");

    public static readonly Text Figures = new("Figures of the conversation", "Показники розмови", "Показатели разговора");
    public static readonly Text Share = new("Share of the speech", "Частка мовлення", "Доля речи");
    public static readonly Text Spoke = new("Spoke", "Говорив", "Говорил");
    public static readonly Text Monologue = new("Longest monologue", "Найдовший монолог", "Самый длинный монолог");
    public static readonly Text Interruptions = new("Interrupted the other", "Перебивань", "Перебиваний");
    public static readonly Text FirstWord = new("First word after", "Перше слово через", "Первое слово через");
    public static readonly Text Seconds = new("{0} s", "{0} с", "{0} с");
    public static readonly Text SilenceShare = new(
        "Silence {0} of the time ({1}), both at once {2} ({3}).", "Тиша {0} часу ({1}), обоє водночас {2} ({3}).",
        "Тишина {0} времени ({1}), оба сразу {2} ({3}).");

    public static readonly Text WhoSpoke = new("Who spoke when", "Хто й коли говорив", "Кто и когда говорил");
    public static readonly Text Speaker = new("Who", "Хто", "Кто");
    public static readonly Text From = new("From", "Від", "С");
    public static readonly Text Until = new("Until", "До", "До");
    public static readonly Text Rest = new("{0} more are not listed.", "Ще {0} не показано.", "Ещё {0} не показано.");
}
