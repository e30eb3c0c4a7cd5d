namespace CallCenter.Web.Api.Access;

/// <summary>The claims that say who a caller is, beside the name and the role.</summary>
public static class CallerClaims
{
    public const string Project = "project";
    public const string Employee = "employee";
    public const string Key = "key";
}
