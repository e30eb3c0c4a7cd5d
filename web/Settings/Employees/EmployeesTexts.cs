using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Employees;

/// <summary>Words of the page of employees and departments.</summary>
public static class EmployeesTexts
{
    public static readonly Text Title = new("Employees and departments", "Співробітники й відділи", "Сотрудники и отделы");
    public static readonly Text Employees = new("Employees", "Співробітники", "Сотрудники");
    public static readonly Text Departments = new("Departments", "Відділи", "Отделы");
    public static readonly Text Employee = new("Employee", "Співробітник", "Сотрудник");
    public static readonly Text Department = new("Department", "Відділ", "Отдел");
    public static readonly Text AddEmployee = new("Add employee", "Додати співробітника", "Добавить сотрудника");
    public static readonly Text AddDepartment = new("Add department", "Додати відділ", "Добавить отдел");
    public static readonly Text NewEmployee = new("New employee", "Новий співробітник", "Новый сотрудник");
    public static readonly Text NewDepartment = new("New department", "Новий відділ", "Новый отдел");
    public static readonly Text Find = new("Name, e-mail, number", "Ім’я, e-mail, номер", "Имя, e-mail, номер");
    public static readonly Text AllDepartments = new("All departments", "Усі відділи", "Все отделы");
    public static readonly Text NoDepartment = new("Without department", "Без відділу", "Без отдела");
    public static readonly Text InDepartment = new("Department", "Відділ", "Отдел");
    public static readonly Text Contacts = new("Rings at", "Куди дзвонить", "Куда звонит");
    public static readonly Text NoEmployees = new(
        "Nobody is here yet. Add the first employee: he gets an extension and a SIP account for his phone.",
        "Тут ще нікого немає. Додайте першого співробітника: він отримає внутрішній номер і акаунт SIP для телефону.",
        "Здесь ещё никого нет. Добавьте первого сотрудника: он получит внутренний номер и аккаунт SIP для телефона.");
    public static readonly Text NobodyFits = new(
        "Nobody fits the search.", "Ніхто не відповідає пошуку.", "Никто не подходит под поиск.");
    public static readonly Text NoDepartments = new(
        "No department yet. A department is a queue with the people who serve it.",
        "Відділів ще немає. Відділ — це черга і люди, які її обслуговують.",
        "Отделов ещё нет. Отдел — это очередь и люди, которые её обслуживают.");
    public static readonly PluralText More = new(new("more; search for them", "more; search for them"),
        new("ще; скористайтеся пошуком", "ще; скористайтеся пошуком", "ще; скористайтеся пошуком"),
        new("ещё; воспользуйтесь поиском", "ещё; воспользуйтесь поиском", "ещё; воспользуйтесь поиском"));
    public static readonly PluralText People = new(new("person", "people"),
        new("особа", "особи", "осіб"), new("человек", "человека", "человек"));
    public static readonly Text InCall = new(
        "A call of this person is in progress; it goes on.", "У цієї особи триває дзвінок; він не перерветься.",
        "У этого человека идёт звонок; он не прервётся.");
    public static readonly Text LeavesDepartments = new("Leaves: {0}.", "Залишає: {0}.", "Покидает: {0}.");
    public static readonly Text WaitingCalls = new(
        "{0} calls wait there now; they are ended.", "Зараз там чекають дзвінків: {0}; їх буде завершено.",
        "Сейчас там ожидает звонков: {0}; они будут завершены.");
    public static readonly Text Person = new("Person", "Особа", "Человек");
    public static readonly Text EmailHelp = new(
        "Signs in with it; leave it empty for who never opens the pages.",
        "За ним входять; лишіть порожнім, якщо сторінками не користуються.",
        "По нему входят; оставьте пустым, если страницами не пользуются.");
    public static readonly Text ExtensionHelp = new(
        "3 to 6 digits; colleagues dial it.", "Від 3 до 6 цифр; його набирають колеги.", "От 3 до 6 цифр; его набирают коллеги.");
    public static readonly Text MainHelp = new(
        "All of them ring when a call comes to this person.", "Дзвонять усі, коли дзвінок іде до цієї особи.",
        "Звонят все, когда звонок идёт к этому человеку.");
    public static readonly Text OtherHelp = new(
        "Never rung. A call from or answered at one of these counts as this person’s all the same.",
        "На них не дзвонять. Дзвінок з такого номера або прийнятий на ньому все одно вважається дзвінком цієї особи.",
        "На них не звонят. Звонок с такого номера или принятый на нём всё равно считается звонком этого человека.");
    public static readonly Text Kind = new("Kind", "Вид", "Вид");
    public static readonly Text KindOf = new("Kind, contact {0}", "Вид, контакт {0}", "Вид, контакт {0}");
    public static readonly Text ContactOf = new("Contact {0}", "Контакт {0}", "Контакт {0}");
    public static readonly Text AddContact = new("Add contact", "Додати контакт", "Добавить контакт");
    public static readonly Text RemoveContact = new("Remove contact {0}", "Вилучити контакт {0}", "Удалить контакт {0}");
    public static readonly Text ChooseAccount = new("Choose an account", "Виберіть акаунт", "Выберите аккаунт");
    public static readonly Text TakenBy = new("{0}, has {1}", "{0}, належить: {1}", "{0}, принадлежит: {1}");
    public static readonly Text MakesAccount = new(
        "Make a SIP account for the phone", "Створити акаунт SIP для телефону", "Создать аккаунт SIP для телефона");
    public static readonly Text AccountMade = new(
        "The SIP account of {0}. The password is shown only now: put it into the phone. It registers once this is published.",
        "Акаунт SIP: {0}. Пароль показано лише зараз: уведіть його в телефон. Телефон зареєструється після публікації.",
        "Аккаунт SIP: {0}. Пароль показан только сейчас: введите его в телефон. Телефон зарегистрируется после публикации.");
    public static readonly Text MusicHelp = new(
        "Whoever has to wait is answered, and hears music until somebody takes the call.",
        "Хто має чекати, того з’єднують, і він чує музику, доки хтось не візьме дзвінок.",
        "Кто должен ждать, того соединяют, и он слышит музыку, пока кто-то не возьмёт звонок.");
    public static readonly Text RatingHelp = new(
        "When the employee has hung up, the client is asked for a key from 1 to 5.",
        "Коли співробітник поклав слухавку, клієнта просять натиснути клавішу від 1 до 5.",
        "Когда сотрудник положил трубку, клиента просят нажать клавишу от 1 до 5.");
    public static readonly Text AnnounceHelp = new("0: never.", "0: ніколи.", "0: никогда.");
    public static readonly Text StartsReadyHelp = new(
        "For fixed phones whose owner never opens the pages.", "Для стаціонарних телефонів, чий власник не відкриває сторінок.",
        "Для стационарных телефонов, чей владелец не открывает страниц.");
    public static readonly Text WouldRing = new(
        "If a client had called just now", "Якби клієнт подзвонив щойно", "Если бы клиент позвонил только что");
    public static readonly Text WouldRingAt = new("Rings: {0}", "Дзвонить: {0}", "Звонит: {0}");
    public static readonly Text SupervisesHelp = new(
        "None ticked: all of them.", "Без позначок: усі.", "Без отметок: все.");
    public static readonly Text Sees = new("sees {0}", "бачить: {0}", "видит: {0}");
    public static readonly Text Tier = new("Tier", "Рівень", "Уровень");
    public static readonly Text TierIn = new("Tier in {0}", "Рівень: {0}", "Уровень: {0}");
    public static readonly Text Queue = new("Queue", "Черга", "Очередь");
    public static readonly Text ServiceLevel = new("Service level", "Рівень обслуговування", "Уровень обслуживания");
    public static readonly Text MaxWaitHelp = new("Empty: without end.", "Порожньо: без кінця.", "Пусто: без конца.");
    public static readonly Text FlowOut = new("Where calls go that cannot wait", "Куди йдуть дзвінки, що не можуть чекати",
        "Куда идут звонки, которые не могут ждать");
    public static readonly Text NotIn = new("Not in the department", "Не у відділі", "Не в отделе");
    public static readonly Text TierNumber = new("Tier {0}", "Рівень {0}", "Уровень {0}");
    public static readonly Text MoveWho = new("Where {0} stands", "Місце: {0}", "Место: {0}");
    public static readonly Text MembersHelp = new(
        "Drag people between the tiers, or choose the place in their list.",
        "Перетягуйте людей між рівнями або вибирайте місце у списку.",
        "Перетаскивайте людей между уровнями или выбирайте место в списке.");
    public static readonly Text NewTier = new("New tier", "Новий рівень", "Новый уровень");

    public static readonly Text KeepsWaiting = new("keeps waiting", "чекає далі", "ждёт дальше");
    public static readonly Text HangsUp = new("the call ends", "дзвінок завершується", "звонок завершается");

    /// <summary>What a strategy does, in a sentence.</summary>
    public static Text Explanation(Strategy strategy) => strategy switch
    {
        Strategy.RingAll => new(
            "Everybody who is free rings at once; whoever is first takes the call.",
            "Одразу дзвонить у всіх вільних; дзвінок бере перший.",
            "Сразу звонит у всех свободных; звонок берёт первый."),
        Strategy.LongestIdle => new(
            "The one rings who has been free the longest.", "Дзвонить у того, хто вільний найдовше.",
            "Звонит у того, кто свободен дольше всех."),
        Strategy.RoundRobin => new(
            "The next in the row rings, then the one after.", "Дзвонить наступний за списком, потім той, хто після нього.",
            "Звонит следующий по списку, потом тот, кто после него."),
        Strategy.FewestCalls => new(
            "The one rings who took the fewest calls today.", "Дзвонить у того, хто сьогодні прийняв найменше дзвінків.",
            "Звонит у того, кто сегодня принял меньше всех звонков."),
        Strategy.LeastTalkTime => new(
            "The one rings who talked the least today.", "Дзвонить у того, хто сьогодні найменше розмовляв.",
            "Звонит у того, кто сегодня меньше всех разговаривал."),
        Strategy.Random => new(
            "Chance decides among those who are free.", "Серед вільних вирішує випадок.", "Среди свободных решает случай."),
        _ => new(
            "The first tier rings together; who did not answer makes way for the next tier.",
            "Перший рівень дзвонить разом; хто не відповів, поступається наступному рівню.",
            "Первый уровень звонит вместе; кто не ответил, уступает следующему уровню."),
    };

    public static Text Of(ContactKind kind) => kind switch
    {
        ContactKind.Account => new("SIP account", "акаунт SIP", "аккаунт SIP"),
        ContactKind.Number => new("number", "номер", "номер"),
        _ => new("SIP address", "адреса SIP", "адрес SIP"),
    };
}
