using System.Data.Common;
using CallCenter.Abstractions;

namespace CallCenter.History.Columns;

/// <summary>Every kind of column there is.</summary>
internal static class ColumnTypes
{
    /// <summary>What a number of a stranger is cut to, so that an index takes it.</summary>
    private const int LongestNumber = 100;

    public static readonly ColumnType<long> Int64 = new((to, value) => to.Int64(value), (from, at) => from.GetInt64(at));

    public static readonly ColumnType<long?> OptionalInt64 = new(
        (to, value) => to.Int64(value), (from, at) => from.IsDBNull(at) ? null : from.GetInt64(at));

    public static readonly ColumnType<int> Int32 = new((to, value) => to.Int32(value), (from, at) => from.GetInt32(at));

    public static readonly ColumnType<int?> OptionalInt32 = new(
        (to, value) => to.Int32(value), (from, at) => from.IsDBNull(at) ? null : from.GetInt32(at));

    public static readonly ColumnType<bool> Flag = new((to, value) => to.Flag(value), (from, at) => from.GetBoolean(at));

    public static readonly ColumnType<string> Text = new((to, value) => to.Text(value), (from, at) => from.GetString(at));

    public static readonly ColumnType<string?> OptionalText = new((to, value) => to.Text(value), ReadText);

    public static readonly ColumnType<string> Number = new((to, value) => to.Text(value, LongestNumber), (from, at) => from.GetString(at));

    public static readonly ColumnType<string?> OptionalNumber = new((to, value) => to.Text(value, LongestNumber), ReadText);

    /// <summary>Unix milliseconds here, timestamptz there.</summary>
    public static readonly ColumnType<long> Time = new(
        (to, value) => to.Time(value), (from, at) => HistoryTime.UnixMs(from.GetDateTime(at)));

    public static readonly ColumnType<long?> OptionalTime = new(
        (to, value) => to.Time(value), (from, at) => from.IsDBNull(at) ? null : HistoryTime.UnixMs(from.GetDateTime(at)));

    public static readonly ColumnType<CallId> Call = new((to, value) => to.Int64(value.Value), (from, at) => new CallId(from.GetInt64(at)));

    public static readonly ColumnType<DepartmentId> Department = new(
        (to, value) => to.Text(value.Value), (from, at) => new DepartmentId(from.GetString(at)));

    public static readonly ColumnType<DepartmentId?> OptionalDepartment = new(
        (to, value) => to.Text(value?.Value), (from, at) => ReadText(from, at) is { } key ? new DepartmentId(key) : null);

    public static readonly ColumnType<EmployeeId?> OptionalEmployee = new(
        (to, value) => to.Text(value?.Value), (from, at) => ReadText(from, at) is { } key ? new EmployeeId(key) : null);

    /// <summary>A smallint with the number of an enum of bytes.</summary>
    public static ColumnType<TEnum> Enum<TEnum>(Func<TEnum, byte> number, Func<short, TEnum> value)
        where TEnum : struct, Enum => new((to, one) => to.Int16(number(one)), (from, at) => value(from.GetInt16(at)));

    private static string? ReadText(DbDataReader from, int at) => from.IsDBNull(at) ? null : from.GetString(at);
}
