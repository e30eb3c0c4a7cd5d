using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Configuration;

/// <summary>One way to break a valid document, and the one error that it must give.</summary>
internal sealed record BrokenDocument(Func<ProjectConfiguration, ProjectConfiguration> Break, string Path, string Says);

/// <summary>Every rule of the validator, each broken once.</summary>
internal static class BrokenDocuments
{
    private static readonly MailConfiguration Mail = new("mail.example.com", From: "calls@example.com");
    private static readonly ContactPoint NewAccount = new(Account: "nobody-has-this");

    public static readonly Dictionary<string, BrokenDocument> All = new()
    {
        ["project without name"] = new(d => d with { Name = " " }, "$.name", "missing"),
        ["text with spaces around"] = new(d => d with { Name = "Windows " }, "$.name", "write \"Windows\""),
        ["text too long"] = new(d => d with { Name = new string('x', 101) }, "$.name", "101 characters"),
        ["line break in a text"] = new(d => d with { Name = "a\nb" }, "$.name", "line break"),
        ["unknown time zone"] = new(d => d with { TimeZone = "Europe/Kyv" }, "$.timeZone", "did you mean \"Europe/Kyiv\"?"),
        ["unknown country"] = new(d => d with { DefaultCountry = "XX" }, "$.defaultCountry", "ISO 3166"),
        ["quote in the realm"] = new(d => d with { Realm = "call\"center" }, "$.realm", "quote"),
        ["departments of somebody who sees none"] = new(
            d => d.Employee(0, e => e with { Access = AccessLevel.Employee, Supervises = [d.Departments[0].Id] }),
            "$.employees[0].supervises", "supervisors and analysts only"),
        ["supervisor of a department that is none"] = new(
            d => d.Employee(0, e => e with { Access = AccessLevel.Supervisor, Email = "head@example.com", Supervises = ["nowhere"] }),
            "$.employees[0].supervises[0]", "no department \"nowhere\""),
        ["supervisor of more departments than a cookie holds"] = new(
            d => d.Employee(0, e => e with
            {
                Access = AccessLevel.Analyst,
                Email = "head@example.com",
                Supervises = [.. Enumerable.Repeat(d.Departments[0].Id, 51)],
            }),
            "$.employees[0].supervises", "at most 50"),
        ["mail host that is none"] = new(d => d with { Mail = Mail with { Host = "mail server" } }, "$.mail.host", "no host"),
        ["port in the mail host"] = new(d => d with { Mail = Mail with { Host = "mail.example.com:25" } }, "$.mail.host", "of its own"),
        ["mail port out of range"] = new(d => d with { Mail = Mail with { Port = 0 } }, "$.mail.port", "1 to 65535"),
        ["mail password without a name"] = new(
            d => d with { Mail = Mail with { Password = "secret of mail" } },
            "$.mail.username", "user name"),
        ["letters from nobody"] = new(d => d with { Mail = Mail with { From = null } }, "$.mail.from", "no sender"),
        ["letters from no address"] = new(d => d with { Mail = Mail with { From = "calls" } }, "$.mail.from", "no e-mail address"),
        ["blank sender"] = new(d => d with { Mail = Mail with { FromName = " " } }, "$.mail.fromName", "blank"),
        ["key missing"] = new(d => d.Number(1, n => n with { Id = "" }) with { CallerNumberRules = [] }, "$.numbers[1].id", "missing"),
        ["key of wrong form"] = new(
            d => d.Trunk(t => t with { Id = "Carrier 1" }) with { CallerNumberRules = [] },
            "$.trunks[0].id", "a-z"),
        ["key too long"] = new(
            d => d.Trunk(t => t with { Id = new string('a', 41) }) with { CallerNumberRules = [] },
            "$.trunks[0].id", "1 to 40"),
        ["key used twice"] = new(
            d => d with { Trunks = [.. d.Trunks, new TrunkConfiguration("carrier", "host.example", ["192.0.2.9"])] },
            "$.trunks[1].id", "$.trunks[0]"),
        ["number not E.164"] = new(
            d => d.Number(0, n => n with { Number = "044 123 45 67" }),
            "$.numbers[0].number", "write \"+380441234567\""),
        ["number that is none"] = new(d => d.Number(0, n => n with { Number = "abc" }), "$.numbers[0].number", "8 to 15 digits"),
        ["number twice"] = new(d => d.Number(1, n => n with { Number = "+380441234567" }), "$.numbers[1].number", "twice"),
        ["priority out of range"] = new(d => d.Number(0, n => n with { Priority = 101 }), "$.numbers[0].priority", "-100 to 100"),
        ["blank pool"] = new(d => d.Number(0, n => n with { Pool = "" }), "$.numbers[0].pool", "blank"),
        ["department name missing"] = new(d => d.Department(0, x => x with { Name = "" }), "$.departments[0].name", "missing"),
        ["department name twice"] = new(d => d.Department(1, x => x with { Name = "SALES" }), "$.departments[1].name", "twice"),
        ["ring time too short"] = new(d => d.Department(0, x => x with { RingSeconds = 4 }), "$.departments[0].ringSeconds", "5 to 300"),
        ["ring time too long"] = new(d => d.Department(0, x => x with { RingSeconds = 301 }), "$.departments[0].ringSeconds", "5 to 300"),
        ["wrap-up too long"] = new(d => d.Department(0, x => x with { WrapUpSeconds = 901 }), "$.departments[0].wrapUpSeconds", "0 to 900"),
        ["longest wait too short"] = new(
            d => d.Department(0, x => x with { MaxWaitSeconds = 1 }),
            "$.departments[0].maxWaitSeconds", "5 to"),
        ["queue length negative"] = new(d => d.Department(0, x => x with { MaxLength = -1 }), "$.departments[0].maxLength", "0 to"),
        ["service level within nothing"] = new(
            d => d.Department(0, x => x with { ServiceLevel = new(WithinSeconds: 0) }),
            "$.departments[0].serviceLevel.withinSeconds", "1 to"),
        ["goal over 100 percent"] = new(
            d => d.Department(0, x => x with { ServiceLevel = new(GoalPercent: 101) }),
            "$.departments[0].serviceLevel.goalPercent", "1 to 100"),
        ["short abandon out of range"] = new(
            d => d.Department(0, x => x with { ServiceLevel = new(ShortAbandonSeconds: -1) }),
            "$.departments[0].serviceLevel.shortAbandonSeconds", "0"),
        ["red before amber"] = new(
            d => d.Department(0, x => x with { ServiceLevel = new(AmberWaitSeconds: 40) }),
            "$.departments[0].serviceLevel.redWaitSeconds", "at least 40"),
        ["unknown member"] = new(
            d => d.Department(1, x => x with { Members = [new MemberConfiguration("tara")] }),
            "$.departments[1].members[0].employee", "did you mean \"taras\"?"),
        ["member twice"] = new(
            d => d.Department(1, x => x with { Members = [new("taras"), new("taras", 2)] }),
            "$.departments[1].members[1].employee", "twice"),
        ["tier out of range"] = new(
            d => d.Department(1, x => x with { Members = [new("taras", 0)] }), "$.departments[1].members[0].tier", "1 to 100"),
        ["unknown later contact point"] = new(
            d => d.Department(1, x => x with { Members = [new("olena", 1, [new("+380501112234", 2)])] }),
            "$.departments[1].members[0].laterContactPoints[0].contactPoint", "did you mean \"+380501112233\"?"),
        ["later contact point not later"] = new(
            d => d.Department(1, x => x with { Members = [new("olena", 2, [new("olena", 2)])] }),
            "$.departments[1].members[0].laterContactPoints[0].tier", "use 3 or more"),
        ["later contact point twice"] = new(
            d => d.Department(1, x => x with { Members = [new("olena", 1, [new("olena", 2), new("olena", 3)])] }),
            "$.departments[1].members[0].laterContactPoints[1].contactPoint", "twice"),
        ["surname missing"] = new(d => d.Employee(0, e => e with { Surname = "" }), "$.employees[0].surname", "missing"),
        ["given name missing"] = new(d => d.Employee(0, e => e with { GivenName = "" }), "$.employees[0].givenName", "missing"),
        ["full name twice"] = new(
            d => d.Employee(1, e => e with { Surname = "KOVAL", GivenName = "Olena" }),
            "$.employees[1]", "Olena KOVAL"),
        ["e-mail of wrong form"] = new(d => d.Employee(0, e => e with { Email = "olena" }), "$.employees[0].email", "olena@example.com"),
        ["e-mail twice"] = new(d => d.Employee(1, e => e with { Email = "OLENA@example.com" }), "$.employees[1].email", "$.employees[0]"),
        ["supervisor without e-mail"] = new(
            d => d.Employee(1, e => e with { Access = AccessLevel.Supervisor }),
            "$.employees[1].email", "sign in"),
        ["password without e-mail"] = new(d => d.Employee(1, e => e with { Password = "long enough" }), "$.employees[1].email", "sign in"),
        ["sign-in password with a line break"] = new(
            d => d.Employee(0, e => e with { Password = "long enough\nor not" }), "$.employees[0].password", "letters, digits"),
        ["account password with a control character"] = new(
            d => d.Account(0, a => a with { Password = "long\u0007enough" }), "$.sipAccounts[0].password", "letters, digits"),
        ["sign-in password too short"] = new(
            d => d.Employee(0, e => e with { Password = "short" }),
            "$.employees[0].password", "10 to 200"),
        ["extension too short"] = new(d => d.Employee(0, e => e with { Extension = "10" }), "$.employees[0].extension", "3 to 6 digits"),
        ["extension with letters"] = new(
            d => d.Employee(0, e => e with { Extension = "10a" }),
            "$.employees[0].extension", "3 to 6 digits"),
        ["extension of employee and department"] = new(
            d => d.Employee(0, e => e with { Extension = "600" }), "$.employees[0].extension", "department \"sales\" has it already"),
        ["extension of two departments"] = new(
            d => d.Department(1, x => x with { Extension = "600" }),
            "$.departments[1].extension", "sales"),
        ["no main contact point"] = new(
            d => d.Employee(1, e => e with { MainContacts = [] }),
            "$.employees[1].mainContacts", "at least one"),
        ["contact point of no kind"] = new(
            d => d.Employee(1, e => e with { MainContacts = [new()] }), "$.employees[1].mainContacts[0]", "exactly one"),
        ["contact point of two kinds"] = new(
            d => d.Employee(1, e => e with { MainContacts = [new("taras-home", "+380501112244")], OtherContacts = [] }),
            "$.employees[1].mainContacts[0]", "2 kinds"),
        ["unknown account"] = new(
            d => d.Employee(1, e => e with { OtherContacts = [NewAccount] }),
            "$.employees[1].otherContacts[0].account", "known: \"olena\", \"taras-home\""),
        ["account of two employees"] = new(
            d => d.Employee(1, e => e with { OtherContacts = [new(Account: "olena")] }),
            "$.employees[1].otherContacts[0].account", "\"olena\" has it"),
        ["number of two employees"] = new(
            d => d.Employee(1, e => e with { OtherContacts = [new(Number: "+380501112233")] }),
            "$.employees[1].otherContacts[0].number", "\"olena\" has it"),
        ["contact number not E.164"] = new(
            d => d.Employee(1, e => e with { OtherContacts = [new(Number: "0501112244")] }),
            "$.employees[1].otherContacts[0].number", "+380501112244"),
        ["contact number is our own"] = new(
            d => d.Employee(1, e => e with { OtherContacts = [new(Number: "+380441234567")] }),
            "$.employees[1].otherContacts[0].number", "come back"),
        ["uri of wrong form"] = new(
            d => d.Employee(1, e => e with { MainContacts = [new(Uri: "taras@host")] }), "$.employees[1].mainContacts[0].uri", "sip:"),
        ["uri twice"] = new(
            d => d.Employee(1, e => e with { MainContacts = [new(Uri: "sip:t@host"), new(Uri: "sip:t@HOST")] }),
            "$.employees[1].mainContacts[1].uri", "twice"),
        ["destination of no kind"] = new(d => d.LeadsTo(new()), "$.numbers[0].leadsTo", "exactly one"),
        ["destination of two kinds"] = new(d => d.LeadsTo(new("sales", "olena")), "$.numbers[0].leadsTo", "2 kinds"),
        ["unknown department"] = new(d => d.LeadsTo(new("sale")), "$.numbers[0].leadsTo.department", "did you mean \"sales\"?"),
        ["unknown employee deep inside"] = new(
            d => d.LeadsTo(new(Employee: "olena", Otherwise: new(Employee: "ivan"))),
            "$.numbers[0].leadsTo.otherwise.employee", "no employee \"ivan\""),
        ["unknown menu"] = new(d => d.LeadsTo(new(Menu: "front")), "$.numbers[0].leadsTo.menu", "no menu \"front\""),
        ["ring seconds of a menu"] = new(
            d => d.Menu(m => m).LeadsTo(new(Menu: "front", RingSeconds: 20)), "$.numbers[0].leadsTo.ringSeconds", "a menu says itself"),
        ["voicemail of nobody"] = new(d => d.LeadsTo(new(Voicemail: new())), "$.numbers[0].leadsTo.voicemail", "not one mailbox"),
        ["otherwise of a voicemail"] = new(
            d => d.LeadsTo(new(Voicemail: new("sales"), Otherwise: new("sales"))),
            "$.numbers[0].leadsTo.otherwise", "ends with the message"),
        ["menu without a name"] = new(d => d.Menu(m => m with { Name = "" }), "$.menus[0].name", "the menu's name is missing"),
        ["menu that leads nowhere"] = new(d => d.Menu(m => m with { Keys = [] }), "$.menus[0].keys", "add a key"),
        ["key that no telephone has"] = new(
            d => d.Menu(m => m with { Keys = [new("A", new("sales"))] }), "$.menus[0].keys[0].key", "no key of a telephone"),
        ["menu key used twice"] = new(
            d => d.Menu(m => m with { Keys = [.. m.Keys, .. m.Keys] }), "$.menus[0].keys[1].key", "every key once"),
        ["menu that asks for ever"] = new(d => d.Menu(m => m with { Attempts = 11 }), "$.menus[0].attempts", "1 to 10 times"),
        ["menu that nobody leaves"] = new(
            d => d.Menu(m => m with { Otherwise = new(Menu: "front") }), "$.menus[0].otherwise", "never leave the menu"),
        ["message without end"] = new(
            d => d with { Voicemail = new(MaxSeconds: 3_600) }, "$.voicemail.maxSeconds", "5 to 600 seconds"),
        ["external not E.164"] = new(d => d.LeadsTo(new(External: "0501112255")), "$.numbers[0].leadsTo.external", "+380501112255"),
        ["external is our own"] = new(d => d.LeadsTo(new(External: "+380441234568")), "$.numbers[0].leadsTo.external", "come back"),
        ["ring seconds of a destination"] = new(
            d => d.LeadsTo(new(Employee: "olena", RingSeconds: 2)), "$.numbers[0].leadsTo.ringSeconds", "5 to 300"),
        ["ring seconds of a department"] = new(
            d => d.LeadsTo(new("sales", RingSeconds: 20)),
            "$.numbers[0].leadsTo.ringSeconds", "no effect"),
        ["otherwise of a hang-up"] = new(
            d => d.LeadsTo(new(HangUp: HangUpDestination.Closed, Otherwise: new("sales"))), "$.numbers[0].leadsTo.otherwise", "no effect"),
        ["destinations without end"] = new(
            d => d.LeadsTo(Enumerable.Range(0, 11).Aggregate((Destination?)null, (next, _) => new(Employee: "olena", Otherwise: next))!),
            "$.numbers[0].leadsTo" + string.Concat(Enumerable.Repeat(".otherwise", 10)), "more than 10"),
        ["unknown flow-out"] = new(
            d => d.Department(1, x => x with { FlowOut = new(AllNotReady: new("nowhere")) }),
            "$.departments[1].flowOut.allNotReady.department", "nowhere"),
        ["flow-outs in a circle"] = new(
            d => d.Department(1, x => x with { FlowOut = new(NoOneSignedIn: new("sales")) }),
            "$.departments[0].flowOut", "sales → support → sales"),
        ["account name of wrong form"] = new(
            d => d with { SipAccounts = [.. d.SipAccounts, new("a b")] }, "$.sipAccounts[2].username", "no user name"),
        ["account twice"] = new(d => d with { SipAccounts = [.. d.SipAccounts, new("Olena")] }, "$.sipAccounts[2].username", "twice"),
        ["account password too short"] = new(d => d.Account(0, a => a with { Password = "1234" }), "$.sipAccounts[0].password", "8 to 128"),
        ["trunk host of wrong form"] = new(d => d.Trunk(t => t with { Host = "sip.example.com:99999" }), "$.trunks[0].host", "no host"),
        ["trunk host with scheme"] = new(d => d.Trunk(t => t with { Host = "sip:example.com" }), "$.trunks[0].host", "no host"),
        ["trunk transport"] = new(d => d.Trunk(t => t with { Transport = "TLS" }), "$.trunks[0].transport", "udp"),
        ["trunk address of wrong form"] = new(
            d => d.Trunk(t => t with { Addresses = ["carrier.example"] }),
            "$.trunks[0].addresses[0]", "192.0.2.0/24"),
        ["trunk range of wrong form"] = new(
            d => d.Trunk(t => t with { Addresses = ["192.0.2.0/33"] }),
            "$.trunks[0].addresses[0]", "no source address"),
        ["trunk that admits the whole world"] = new(
            d => d.Trunk(t => t with { Addresses = ["0.0.0.0/0"] }),
            "$.trunks[0].addresses[0]", "no source"),
        ["trunk address twice"] = new(
            d => d.Trunk(t => t with { Addresses = ["192.0.2.1", "192.0.2.1"] }), "$.trunks[0].addresses[1]", "twice"),
        ["trunk that nothing tells from a stranger"] = new(
            d => d.Trunk(t => t with { Addresses = [] }),
            "$.trunks[0].addresses", "stranger"),
        ["trunk password without user name"] = new(
            d => d.Trunk(t => t with { Password = "secret-enough" }),
            "$.trunks[0].username", "without a user name"),
        ["trunk that shall authenticate without user name"] = new(
            d => d.Trunk(t => t with { AuthenticateIncoming = true }), "$.trunks[0].authenticateIncoming", "user name"),
        ["trunk limit"] = new(d => d.Trunk(t => t with { MaxCalls = 0 }), "$.trunks[0].maxCalls", "1 to"),
        ["caller number unknown"] = new(
            d => d with { CallerNumberRules = [new("mian")] }, "$.callerNumberRules[0].number", "did you mean \"main\"?"),
        ["caller number prefix"] = new(
            d => d with { CallerNumberRules = [new("main", "48")] }, "$.callerNumberRules[0].destinationPrefix", "+380"),
        ["caller number department"] = new(
            d => d with { CallerNumberRules = [new("main", Department: "x")] }, "$.callerNumberRules[0].department", "no department"),
        ["caller number employee"] = new(
            d => d with { CallerNumberRules = [new("main", Employee: "x")] }, "$.callerNumberRules[0].employee", "no employee"),
        ["caller number trunk"] = new(
            d => d with { CallerNumberRules = [new("main", Trunk: "x")] },
            "$.callerNumberRules[0].trunk", "no trunk"),
        ["allowed destination of wrong form"] = new(
            d => d with { AllowedDestinations = ["+380", "+"] }, "$.allowedDestinations[1]", "no prefix"),
        ["allowed destination twice"] = new(d => d with { AllowedDestinations = ["+380", "+380"] }, "$.allowedDestinations[1]", "twice"),
        ["emergency number of wrong form"] = new(
            d => d with { EmergencyNumbers = [new("+380", "carrier")] }, "$.emergencyNumbers[0].dialled", "2 to 8 digits"),
        ["emergency number twice"] = new(
            d => d with { EmergencyNumbers = [new("112", "carrier"), new("112", "carrier")] }, "$.emergencyNumbers[1].dialled", "twice"),
        ["emergency trunk unknown"] = new(
            d => d with { EmergencyNumbers = [new("112", "x")] }, "$.emergencyNumbers[0].trunk", "no trunk"),
        ["emergency number shown unknown"] = new(
            d => d with { EmergencyNumbers = [new("112", "carrier", "x")] }, "$.emergencyNumbers[0].number", "no number"),
        ["too many emergency numbers"] = new(
            d => d with { EmergencyNumbers = [.. Enumerable.Range(10, 51).Select(n => new EmergencyNumber($"{n}", "carrier"))] },
            "$.emergencyNumbers", "at most 50"),
        ["reason blank"] = new(d => d with { NotReadyReasons = ["break", ""] }, "$.notReadyReasons[1]", "missing"),
        ["reason twice"] = new(d => d with { NotReadyReasons = ["break", "Break"] }, "$.notReadyReasons[1]", "twice"),
        ["rona reason blank"] = new(d => d with { Ringing = new(RonaReason: "") }, "$.ringing.ronaReason", "missing"),
        ["rona limit"] = new(d => d with { Ringing = new(RonaLimit: -1) }, "$.ringing.ronaLimit", "0 to 100"),
        ["reject rest"] = new(d => d with { Ringing = new(RejectRestSeconds: 3601) }, "$.ringing.rejectRestSeconds", "3600"),
        ["unreachable rest"] = new(d => d with { Ringing = new(UnreachableRestSeconds: -1) }, "$.ringing.unreachableRestSeconds", "3600"),
        ["direct ring"] = new(d => d with { Ringing = new(DirectRingSeconds: 1) }, "$.ringing.directRingSeconds", "5 to 300"),
        ["smart forwarding ring"] = new(d => d with { SmartForwarding = new(null, 1) }, "$.smartForwarding.ringSeconds", "5 to 300"),
        ["smart forwarding order empty"] = new(d => d with { SmartForwarding = new([]) }, "$.smartForwarding.order", "empty"),
        ["smart forwarding order doubled"] = new(
            d => d with { SmartForwarding = new([ResponsibleSource.LastTalked, ResponsibleSource.LastTalked]) },
            "$.smartForwarding.order", "twice"),
        ["target call"] = new(d => d with { Targets = new(0) }, "$.targets.targetCallSeconds", "1 to"),
        ["sale cycle"] = new(d => d with { Targets = new(30, 0) }, "$.targets.saleCycleDays", "1 to"),
        ["probes too often"] = new(d => d with { Dialogs = new(ProbeSeconds: 4) }, "$.dialogs.probeSeconds", "0 for never"),
        ["session interval too short"] = new(
            d => d with { Dialogs = new(SessionIntervalSeconds: 89) },
            "$.dialogs.sessionIntervalSeconds", "90 to"),
        ["trunk and trunks"] = new(
            d => d with { CallerNumberRules = [new CallerNumberRule(d.Numbers[0].Id, Trunk: "carrier", Trunks: ["carrier"])] },
            "$.callerNumberRules[0].trunk", "both set"),
        ["unknown trunk in an order"] = new(
            d => d with { CallerNumberRules = [new CallerNumberRule(d.Numbers[0].Id, Trunks: ["carrier", "carier"])] },
            "$.callerNumberRules[0].trunks[1]", "carrier"),
        ["trunk twice in an order"] = new(
            d => d with { CallerNumberRules = [new CallerNumberRule(d.Numbers[0].Id, Trunks: ["carrier", "carrier"])] },
            "$.callerNumberRules[0].trunks[1]", "twice"),
        ["no trunk in an order"] = new(
            d => d with { CallerNumberRules = [new CallerNumberRule(d.Numbers[0].Id, Trunks: [])] },
            "$.callerNumberRules[0].trunks", "0 trunks"),
        ["trunks of a department"] = new(
            d => d.Number(0, n => n with { LeadsTo = new Destination(d.Departments[0].Id, Trunks: ["carrier"]) }),
            "$.numbers[0].leadsTo.trunks", "no effect"),
        ["live calls"] = new(d => d with { Limits = new(0) }, "$.limits.maxLiveCalls", "1 to"),
        ["announced too often"] = new(
            d => d.Department(0, x => x with { Waiting = new(AnnounceSeconds: 5) }), "$.departments[0].waiting.announceSeconds", "15 to"),
        ["share of recordings"] = new(d => d with { Recording = new(SharePercent: 101) }, "$.recording.sharePercent", "0 to"),
        ["recordings kept for no day"] = new(d => d with { Recording = new(KeepDays: 0) }, "$.recording.keepDays", "1 to"),
        ["clients"] = new(d => d with { Limits = new(MaxClients: 0) }, "$.limits.maxClients", "1 to"),
        ["outgoing per employee"] = new(d => d with { Limits = new(MaxOutgoingPerEmployee: 0) }, "$.limits.maxOutgoingPerEmployee", "1 to"),
        ["outgoing per day"] = new(
            d => d with { Limits = new(MaxOutgoingPerEmployeeAndDay: 0) }, "$.limits.maxOutgoingPerEmployeeAndDay", "1 to"),
        ["limited prefix"] = new(
            d => d with { Limits = new(Destinations: [new DestinationLimit("380")]) }, "$.limits.destinations[0].prefix", "first digits"),
        ["limited prefix twice"] = new(
            d => d with { Limits = new(Destinations: [new DestinationLimit("+1"), new DestinationLimit("+1")]) },
            "$.limits.destinations[1].prefix", "take one"),
        ["limited calls"] = new(
            d => d with { Limits = new(Destinations: [new DestinationLimit("+1", -1)]) }, "$.limits.destinations[0].maxCalls", "0 to"),
        ["limited calls per day"] = new(
            d => d with { Limits = new(Destinations: [new DestinationLimit("+1", null, -1)]) },
            "$.limits.destinations[0].maxCallsPerDay", "0 to"),
        ["too many reasons"] = new(
            d => d with { NotReadyReasons = [.. Enumerable.Range(0, 51).Select(n => $"reason {n}")] }, "$.notReadyReasons", "at most 50"),
        ["prompt without a key"] = new(d => d with { Prompts = [new("", "Greeting")] }, "$.prompts[0].id", "missing"),
        ["key of a prompt used twice"] = new(
            d => d with { Prompts = [new("hello", "Greeting"), new("hello", "Farewell")] }, "$.prompts[1].id", "$.prompts[0]"),
        ["prompt without a name"] = new(d => d with { Prompts = [new("hello", " ")] }, "$.prompts[0].name", "missing"),
        ["name of a prompt twice"] = new(
            d => d with { Prompts = [new("hello", "Greeting"), new("bye", "GREETING")] }, "$.prompts[1].name", "$.prompts[0]"),
        ["words of a prompt too long"] = new(
            d => d with { Prompts = [new("hello", "Greeting", new string('x', 1001))] }, "$.prompts[0].text", "at most 1000"),
        ["too many prompts"] = new(
            d => d with { Prompts = [.. Enumerable.Range(0, 201).Select(n => new PromptConfiguration($"p{n}", $"Prompt {n}"))] },
            "$.prompts", "at most 200"),
        ["too many contact points"] = new(
            d => d.Employee(1, e => e with
            {
                OtherContacts = [.. Enumerable.Range(0, 11).Select(n => new ContactPoint(Uri: $"sip:h{n}.example"))],
            }),
            "$.employees[1].otherContacts", "at most 10"),
    };
}
