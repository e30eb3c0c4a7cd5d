using System.Text.Json;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Web.Api;
using CallCenter.Web.Api.Board;
using CallCenter.Web.Api.Employees;

namespace CallCenter.Web.Hubs;

/// <summary>
/// Writes lines of the board in the shapes of <see cref="DepartmentDto"/>, <see cref="EmployeeDto"/> and <see cref="LiveCallDto"/>, to the
/// letter (a test compares them). By hand, because a busy board writes a thousand of them a second: building the records and walking them
/// by reflection took about twice as long.
/// </summary>
internal static class BoardLineJson
{
    private const long MsPerSecond = 1000;

    private static readonly JsonEncodedText[] Directions = Words<CallDirection>();
    private static readonly JsonEncodedText[] Stages = Words<CallStage>();
    private static readonly JsonEncodedText[] Recordings = Words<RecordingState>();
    private static readonly JsonEncodedText[] Modes = Words<SupervisionMode>();
    private static readonly JsonEncodedText[] Availabilities = Words<Availability>();
    private static readonly JsonEncodedText[] Activities = Words<Activity>();

    public static void Write(Utf8JsonWriter json, DepartmentLine line)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, line.Id.Value);
        json.WriteString("name"u8, line.Name);
        json.WriteString("extension"u8, line.Extension);
        json.WriteNumber("waiting"u8, line.Waiting);
        Time(json, "longestWaitSince"u8, line.LongestWaitSince);
        Number(json, "serviceLevelLivePercent"u8, line.ServiceLevelLive);
        Number(json, "serviceLevelTodayPercent"u8, line.ServiceLevelToday);
        json.WriteNumber("serviceLevelGoalPercent"u8, line.GoalPercent);
        json.WriteNumber("serviceLevelWithinMs"u8, line.WithinSeconds * MsPerSecond);
        json.WriteNumber("amberWaitMs"u8, line.AmberWaitSeconds * MsPerSecond);
        json.WriteNumber("redWaitMs"u8, line.RedWaitSeconds * MsPerSecond);
        json.WriteNumber("offered"u8, line.Offered);
        json.WriteNumber("answered"u8, line.Answered);
        json.WriteNumber("abandoned"u8, line.Abandoned);
        json.WriteNumber("shortAbandoned"u8, line.ShortAbandoned);
        json.WriteNumber("flowedOut"u8, line.FlowedOut);
        Number(json, "averageSpeedOfAnswerMs"u8, line.AverageSpeedOfAnswerMs);
        json.WriteNumber("ready"u8, line.Ready);
        json.WriteNumber("ringing"u8, line.Ringing);
        json.WriteNumber("talking"u8, line.Talking);
        json.WriteNumber("wrapUp"u8, line.WrapUp);
        json.WriteNumber("notReady"u8, line.NotReady);
        json.WriteNumber("signedOut"u8, line.SignedOut);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EmployeeLine line)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, line.Id.Value);
        json.WriteString("name"u8, line.Name);
        json.WriteString("extension"u8, line.Extension);
        json.WriteStartArray("departments"u8);
        for (var i = 0; i < line.Departments.Count; i++) json.WriteStringValue(line.Departments[i].Value);
        json.WriteEndArray();
        json.WriteBoolean("reachable"u8, line.Reachable);
        json.WriteString("availability"u8, Availabilities[(int)line.State.Availability]);
        json.WriteString("reason"u8, line.State.Reason);
        json.WriteString("activity"u8, Activities[(int)line.State.Activity]);
        Number(json, "call"u8, line.State.Call?.Value);
        json.WriteString("department"u8, line.State.Department?.Value);
        Time(json, "since"u8, line.State.Since);
        Time(json, "until"u8, line.State.Until);
        json.WriteString("client"u8, line.Client);
        json.WriteNumber("callsToday"u8, line.CallsToday);
        json.WriteNumber("talkTodayMs"u8, line.TalkTodayMs);
        json.WriteNumber("ronaToday"u8, line.RonaToday);
        Time(json, "onHoldSince"u8, line.OnHoldSince);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, CallLineOnBoard line)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, line.Id.Value);
        json.WriteString("direction"u8, Directions[(int)line.Direction]);
        json.WriteString("clientNumber"u8, line.ClientNumber);
        json.WriteString("clientName"u8, line.ClientName);
        json.WriteString("dialled"u8, line.Dialled);
        json.WriteString("dialledNumber"u8, line.DialledNumber);
        json.WriteString("stage"u8, Stages[(int)line.Stage]);
        Time(json, "stageSince"u8, line.StageSince);
        Time(json, "arrivedAt"u8, line.ArrivedAt);
        json.WriteString("department"u8, line.Department?.Value);
        json.WriteNumber("priority"u8, line.Priority);
        json.WriteStartArray("with"u8);
        for (var i = 0; i < line.With.Count; i++) json.WriteStringValue(line.With[i].Value);
        json.WriteEndArray();
        json.WriteString("external"u8, line.External);
        json.WriteString("recording"u8, Recordings[(int)line.Recording]);
        json.WriteStartArray("listeners"u8);
        foreach (var one in line.Supervisors ?? []) Write(json, one);
        json.WriteEndArray();
        Time(json, "helpSince"u8, line.HelpSince);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SupervisorLine line)
    {
        json.WriteStartObject();
        json.WriteString("employee"u8, line.Employee.Value);
        json.WriteString("mode"u8, Modes[(int)line.Mode]);
        json.WriteBoolean("listens"u8, line.Listens);
        json.WriteEndObject();
    }

    public static void Time(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? unixMs)
    {
        json.WritePropertyName(name);
        if (unixMs is { } time) UtcMillisecondsConverter.Write(json, time);
        else json.WriteNullValue();
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    // By value: these enumerations count from 0 without a gap.
    private static JsonEncodedText[] Words<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => JsonEncodedText.Encode(EnumWords.Of(value)))];
}
