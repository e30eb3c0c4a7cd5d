using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;

namespace CallCenter.Web.SignIn;

/// <summary>Something that one may or may not do.</summary>
/// <param name="Policy">Its name in attributes; see <see cref="Policies"/>.</param>
/// <param name="Least">Who may: this access level and those above.</param>
/// <param name="IsOperators">Only the operator.</param>
/// <param name="IsWhole">Shows the project as a whole: not for those who see some departments only.</param>
public sealed record Right(string Policy, AccessLevel Least, Text Words, bool IsOperators = false, bool IsWhole = false)
{
    public bool Has(Viewer viewer) =>
        viewer.Access.AtLeast(Least) && (!IsOperators || viewer.IsOperator) && (!IsWhole || viewer.Supervises.Count == 0);
}
