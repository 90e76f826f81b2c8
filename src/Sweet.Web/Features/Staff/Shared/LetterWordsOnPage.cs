using Microsoft.AspNetCore.Html;
using Sweet.Web.Email.Rendering;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>The words of a letter on a page of staff, as its HTML has them: a view would put blanks between them.</summary>
public static class LetterWordsOnPage
{
    public static IHtmlContent Words(this Prose prose)
    {
        var words = new HtmlContentBuilder();
        if (prose.Mark is not null) words.Append(prose.Mark + " ");
        foreach (var run in prose.Runs) Append(words, run);
        return words;
    }

    private static void Append(HtmlContentBuilder words, Run run)
    {
        if (run == Run.Break)
        {
            words.AppendHtml("<br>");
            return;
        }

        // Nothing is opened from a preview: where a link leads is written out.
        var element = run.Url is not null ? "u" : run.IsStrong ? "b" : run.IsStressed ? "i" : "span";
        words.AppendHtml($"<{element}>").Append(run.Text).AppendHtml($"</{element}>").Append(LetterText.WrittenOut(run));
    }
}
