using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Sweet.Domain.Messages;

namespace Sweet.Web.Email.Rendering;

/// <summary>Writes a letter as HTML and as plain text.</summary>
public sealed class LetterRenderer(LetterSite site, IServiceProvider services, ILoggerFactory logs)
{
    public LetterSite Site => site;

    /// <param name="calendar">An iCalendar file to attach, or null.</param>
    public async Task<MessageBody> Render(LetterContent letter, string? calendar = null)
    {
        var finished = letter with { Subject = OneLine(site.IsTest ? $"[Test] {letter.Subject}" : letter.Subject) };
        return new MessageBody(finished.Subject, await Html(finished), LetterText.Of(finished, site), calendar, finished.UnsubscribeUrl);
    }

    private async Task<string> Html(LetterContent letter)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(LetterHtml.Letter)] = letter,
            [nameof(LetterHtml.Site)] = site,
        });
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<LetterHtml>(parameters)).ToHtmlString());
    }

    // A line break in a subject would begin another header.
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > Message.SubjectMaxLength) break;
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029) line.Append(' ');
            else line.Append(rune);
        }

        return line.ToString();
    }
}
