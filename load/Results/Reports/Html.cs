using System.Net;
using System.Text;

namespace CallCenter.Load.Results.Reports;

/// <summary>Writes HTML that is XML as well: every element is closed, every text is escaped.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new(64 * 1024);

    /// <summary>Adds markup as it is: only what this program wrote itself.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Html Text(string text)
    {
        _text.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>An element that holds text only.</summary>
    /// <param name="open">Its name, with attributes where it has some.</param>
    public Html Element(string open, string text)
    {
        var space = open.IndexOf(' ', StringComparison.Ordinal);
        return Raw($"<{open}>").Text(text).Raw($"</{(space < 0 ? open : open[..space])}>");
    }

    public override string ToString() => _text.ToString();
}
