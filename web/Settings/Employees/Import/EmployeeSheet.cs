using System.IO.Compression;
using System.Text;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>A row of a file with employees, as it stands there.</summary>
/// <param name="Line">As a spreadsheet counts them; the header is line 1.</param>
public sealed record SheetRow(
    int Line, string Surname, string GivenName, string Position, string Email, string Access, string Extension, string Departments,
    string Contacts);

/// <summary>Reads employees from CSV (comma, semicolon or tab; UTF-8 or Windows-1251) and XLSX.</summary>
public static class EmployeeSheet
{
    /// <summary>Of a file, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    public const int MostRows = 5_000;

    private const long LargestUnpacked = 64L * 1024 * 1024;

    private static readonly string[][] Columns =
    [
        ["surname", "last name", "прізвище", "фамилия"], ["given name", "first name", "name", "ім’я", "ім'я", "имя"],
        ["position", "job title", "посада", "должность"], ["e-mail", "email", "пошта", "почта"],
        ["access level", "access", "рівень доступу", "доступ", "уровень доступа"],
        ["extension", "внутрішній номер", "внутренний номер"], ["departments", "department", "відділи", "відділ", "отделы", "отдел"],
        ["contacts", "contact", "phone", "контакти", "контакт", "телефон", "контакты"],
    ];

    /// <summary>
    /// The rows that are not empty. Throws <see cref="InvalidDataException"/> for what is no such file, and for one whose header has
    /// neither a surname nor a given name.
    /// </summary>
    public static IReadOnlyList<SheetRow> Read(byte[] file)
    {
        var isWorkbook = file.AsSpan().StartsWith("PK"u8);
        if (isWorkbook) CheckUnpackedSize(file);
        try
        {
            using var stream = new MemoryStream(isWorkbook ? file : Encoding.UTF8.GetBytes(Text(file)));
            var rows = isWorkbook
                ? stream.Query(excelType: ExcelType.XLSX)
                : stream.Query(excelType: ExcelType.CSV, configuration: new CsvConfiguration { Seperator = Separator(Text(file)) });
            return Rows(rows.Cast<IDictionary<string, object?>>());
        }
        catch (Exception damaged) when (damaged is FormatException or InvalidOperationException or XmlException or KeyNotFoundException)
        {
            throw new InvalidDataException("The file cannot be read.", damaged);
        }
    }

    private static List<SheetRow> Rows(IEnumerable<IDictionary<string, object?>> lines)
    {
        int[]? places = null;
        var (rows, line) = (new List<SheetRow>(), 0);
        foreach (var cells in lines)
        {
            line++;
            string[] texts = [.. cells.Values.Select(cell => cell?.ToString()?.Trim() ?? "")];
            if (places is null)
            {
                places = Places(texts);
                continue;
            }

            string At(int column) => places[column] is var at && at >= 0 && at < texts.Length ? texts[at] : "";
            if (Array.TrueForAll(texts, text => text.Length == 0)) continue;
            if (rows.Count == MostRows) throw new InvalidDataException($"The file has more than {MostRows} rows.");
            rows.Add(new SheetRow(line, At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7)));
        }

        return places is null ? throw new InvalidDataException("The file is empty.") : rows;
    }

    private static int[] Places(string[] header)
    {
        int[] places =
        [
            .. Columns.Select(names => Array.FindIndex(header, cell => names.Contains(cell.TrimEnd('*').Trim().ToLowerInvariant()))),
        ];
        return places[0] >= 0 || places[1] >= 0 ? places : throw new InvalidDataException("The first line names no columns.");
    }

    // What begins as UTF-8 and is none was saved by a spreadsheet in the code page of our countries.
    private static string Text(byte[] file)
    {
        var bytes = file.AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes);
        }
    }

    private static char Separator(string text)
    {
        var header = text.AsSpan();
        if (header.IndexOf('\n') is >= 0 and var end) header = header[..end];
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return semicolons >= commas && semicolons >= tabs && semicolons > 0 ? ';' : tabs > commas ? '\t' : ',';
    }

    // A small file may unpack to more than the memory of the machine.
    private static void CheckUnpackedSize(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        if (archive.Entries.Sum(entry => entry.Length) > LargestUnpacked) throw new InvalidDataException("The file is too large unpacked.");
    }
}
