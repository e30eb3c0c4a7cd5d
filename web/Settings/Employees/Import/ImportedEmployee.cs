namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome { New, Changed, Same, Refused }

/// <summary>A row of a file and what becomes of it.</summary>
/// <param name="Form">The employee as he is to be; null where the row is refused.</param>
/// <param name="Problem">Why it is refused.</param>
public sealed record ImportedEmployee(
    SheetRow Row, ImportOutcome Outcome, EmployeeForm? Form, Languages.Text? Problem = null,
    string? About = null);
