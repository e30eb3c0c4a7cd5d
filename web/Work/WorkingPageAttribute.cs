namespace CallCenter.Web.Work;

/// <summary>On a page that is worked with: it gets the script of circuits and MudBlazor's, which other pages do without.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkingPageAttribute : Attribute;
