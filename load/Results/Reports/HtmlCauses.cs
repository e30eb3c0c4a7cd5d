using System.Globalization;

namespace CallCenter.Load.Results.Reports;

/// <summary>Refused and failed calls by cause: a bar each, with the Call-IDs to look for.</summary>
internal static class HtmlCauses
{
    public static void Write(Html html, IReadOnlyList<CauseResult> causes)
    {
        html.Element("h2", "Refused and failed, by cause");
        if (causes.Count == 0)
        {
            html.Element("p", "None.");
            return;
        }

        var most = causes.Max(cause => cause.Count);
        html.Raw("<ul class=\"causes\">");
        foreach (var cause in causes)
        {
            var (style, word) = cause.Outcome == ObservedOutcome.Failed ? ("failed", "failed") : ("refused", "refused");
            var width = (100.0 * cause.Count / most).ToString("0.##", CultureInfo.InvariantCulture);
            html.Raw("<li>").Element("b", cause.Cause).Text($" {word}: {Figures.Count(cause.Count)}")
                .Raw("<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                .Raw($"<rect class=\"fill {style}\" width=\"{width}\" height=\"6\"/></svg>")
                .Raw("<p class=\"note\">Call-IDs ");
            for (var i = 0; i < cause.Examples.Count; i++) html.Raw(i == 0 ? "" : ", ").Element("code", cause.Examples[i]);
            html.Raw("</p></li>");
        }

        html.Raw("</ul>");
    }
}
