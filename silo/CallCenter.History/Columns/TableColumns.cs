using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>
/// The columns of a table, each said once: what it is called, how it is written, how it is read. The order in which they are added is the
/// order in which they are written and selected, so a column is never met by a number.
/// </summary>
internal sealed class TableColumns<TRow>
{
    private readonly List<Column<TRow>> _all = [];

    public IEnumerable<string> Names => _all.Select(column => column.Name);

    /// <summary>All of them for a SELECT, of the table or of an alias of it.</summary>
    public string Select(string? alias = null) =>
        string.Join(", ", _all.Select(column => alias is null ? column.Name : $"{alias}.{column.Name}"));

    public Column<TRow, TValue> Add<TValue>(string name, ColumnType<TValue> type, Func<TRow, TValue> value)
    {
        var column = new Column<TRow, TValue>(name, _all.Count, type, value);
        _all.Add(column);
        return column;
    }

    public void Write(CopyTable to, TRow row)
    {
        foreach (var column in _all)
        {
            column.Write(to, row);
        }
    }
}
