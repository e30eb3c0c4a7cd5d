using CallCenter.Abstractions.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>Words of people's states and calls' stages, on board and desk alike.</summary>
public static class StateTexts
{
    public static readonly Text Ready = new("Ready", "Приймає", "Принимает");
    public static readonly Text Ringing = new("Ringing", "Дзвонить", "Звонит");
    public static readonly Text Talking = new("Talking", "Розмовляє", "Разговаривает");
    public static readonly Text WrapUp = new("Wrap-up", "Обробка", "Обработка");
    public static readonly Text NotReady = new("Not ready", "Не приймає", "Не принимает");
    public static readonly Text SignedOut = new("Signed out", "Поза зміною", "Вне смены");
    public static readonly Text Then = new("then {0}", "потім {0}", "затем {0}");
    public static readonly Text PhoneOff = new("Phone not registered", "Телефон не зареєстровано", "Телефон не зарегистрирован");

    public static readonly Text Recorded = new("recorded", "записується", "записывается");
    public static readonly Text RecordingPaused = new("recording paused", "запис призупинено", "запись приостановлена");
    public static readonly Text Listens = new("listens", "слухає", "слушает");
    public static readonly Text Whispers = new("whispers", "підказує", "подсказывает");
    public static readonly Text Joined = new("talks along", "говорить теж", "говорит тоже");
    public static readonly Text IsRung = new("phone rings", "телефон дзвонить", "телефон звонит");
    public static readonly Text AsksForHelp = new("asks for help", "просить допомоги", "просит помощи");
    public static readonly Text Arriving = new("Arriving", "Надходить", "Поступает");
    public static readonly Text StageWaiting = new("Waiting", "Чекає", "Ждёт");
    public static readonly Text StageRinging = new("Ringing", "Дзвонить", "Звонит");
    public static readonly Text StageTalking = new("Talking", "Розмова", "Разговор");
    public static readonly Text Announced = new("Announcement", "Оголошення", "Объявление");
    public static readonly Text InMenu = new("In the menu", "У меню", "В меню");
    public static readonly Text LeavingMessage = new("Leaves a message", "Лишає повідомлення", "Оставляет сообщение");
    public static readonly Text Rating = new("Rates", "Оцінює", "Оценивает");
    public static readonly Text OnHold = new("On hold", "На утриманні", "На удержании");

    public static readonly Text Incoming = new("Incoming", "Вхідний", "Входящий");
    public static readonly Text Outgoing = new("Outgoing", "Вихідний", "Исходящий");
    public static readonly Text Internal = new("Internal", "Внутрішній", "Внутренний");

    // The reasons that a new project begins with; others are the administrator's own words and stay as he wrote them.
    private static readonly Dictionary<string, Text> UsualReasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["break"] = new("break", "перерва", "перерыв"),
        ["lunch"] = new("lunch", "обід", "обед"),
        ["meeting"] = new("meeting", "нарада", "совещание"),
        ["training"] = new("training", "навчання", "обучение"),
        ["no answer"] = new("no answer", "не відповідає", "не отвечает"),
    };

    public static string Reason(Language language, string reason) =>
        UsualReasons.TryGetValue(reason, out var text) ? text.In(language) : reason;

    public static Text Of(PersonState state) => state switch
    {
        PersonState.Ready => Ready,
        PersonState.Ringing => Ringing,
        PersonState.Talking => Talking,
        PersonState.WrapUp => WrapUp,
        PersonState.NotReady => NotReady,
        _ => SignedOut,
    };

    public static Text Of(CallStage stage) => stage switch
    {
        CallStage.Waiting => StageWaiting,
        CallStage.Ringing => StageRinging,
        CallStage.Talking => StageTalking,
        CallStage.OnHold => OnHold,
        CallStage.Announced => Announced,
        CallStage.InMenu => InMenu,
        CallStage.LeavingMessage => LeavingMessage,
        CallStage.Rating => Rating,
        _ => Arriving,
    };

    public static Text Of(SupervisionMode mode) => mode switch
    {
        SupervisionMode.Whisper => Whispers,
        SupervisionMode.Join => Joined,
        _ => Listens,
    };

    public static Text Of(CallDirection direction) => direction switch
    {
        CallDirection.Outgoing => Outgoing,
        CallDirection.Internal => Internal,
        _ => Incoming,
    };
}
