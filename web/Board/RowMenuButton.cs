using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Board;

/// <summary>
/// The button that opens the menu of a row (<see cref="RowMenus"/>). The same in every row: whose it is, <c>js/rows.js</c> reads from the
/// row, so that a drawing makes and compares nothing for it.
/// </summary>
internal static class RowMenuButton
{
    private static readonly ConcurrentDictionary<(string Menu, Language Language), MarkupString> Made = new();

    /// <param name="menu">Its id.</param>
    public static MarkupString Of(string menu, Language language, StaticFilePaths files) =>
        Made.GetOrAdd((menu, language), static (of, files) => Make(of.Menu, of.Language, files), files);

    private static MarkupString Make(string menu, Language language, StaticFilePaths files)
    {
        var words = HtmlEncoder.Default.Encode(BoardTexts.Actions.In(language));
        return new MarkupString(
            $"""<button class="icon-button" type="button" popovertarget="{menu}" data-row title="{words}">{files.Icon("dots")}"""
            + $"""<span class="unseen">{words}</span></button>""");
    }
}
