using System.Data.Common;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>A column of a table whose rows are made of <typeparamref name="TRow"/>.</summary>
internal abstract class Column<TRow>(string name)
{
    public string Name => name;

    /// <summary>Writes what it has of a row, as the next field.</summary>
    public abstract void Write(CopyTable to, TRow row);
}

/// <summary>The same with its value.</summary>
/// <param name="place">Which of the selected columns it is.</param>
internal sealed class Column<TRow, TValue>(string name, int place, ColumnType<TValue> type, Func<TRow, TValue> value) : Column<TRow>(name)
{
    public override void Write(CopyTable to, TRow row) => type.Write(to, value(row));

    /// <summary>Its value in a row that was selected by <see cref="TableColumns{TRow}.Select"/>.</summary>
    public TValue Read(DbDataReader from) => type.Read(from, place);
}

/// <summary>How a value is written into <c>COPY</c> and read from a result.</summary>
internal sealed record ColumnType<TValue>(Action<CopyTable, TValue> Write, Func<DbDataReader, int, TValue> Read);
