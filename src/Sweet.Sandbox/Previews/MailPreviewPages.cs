using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.Pages;
using Sweet.Web.Hosting;

namespace Sweet.Sandbox.Previews;

/// <summary>Every email of the site with sample data; the links in them lead nowhere.</summary>
internal sealed class MailPreviewPages(TimeProvider clock)
{
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static readonly SiteOptions Site = new()
    {
        BaseUrl = "https://sweet.example",
        StaffEmail = "staff@sweet.example",
        Ein = "00-0000000",
        LegalAddress = "1 Sample Street\nNew York, NY 10001",
    };

    private readonly LetterPreviews previews = new(Site);

    public void Map(WebApplication host)
    {
        host.MapGet("/mail-previews", Index);
        host.MapGet("/mail-previews/{position:int}", Show);
        host.MapGet("/mail-previews/{position:int}/html", ShowHtml);
    }

    private async Task Index(HttpContext http)
    {
        var mails = await All();
        await Page.Write(http, "Mails", Html.Of($"""
            <h1>Every mail, with sample data</h1>
            <div class="wide"><table>
            <thead><tr><th>Mail</th><th>Subject</th></tr></thead>
            <tbody>
            {Html.Each(mails.Index(), one => Html.Of($"""
                <tr><td><a href="/mail-previews/{one.Index}">{one.Item.Name}</a></td><td>{one.Item.Body.Subject}</td></tr>
                """))}
            </tbody></table></div>
            """));
    }

    private async Task Show(HttpContext http, int position)
    {
        if ((await All()).ElementAtOrDefault(position) is not { } mail)
        {
            await Page.NotFound(http, "mail");
            return;
        }

        await Page.Write(http, mail.Name, Html.Of($"""
            <h1>{mail.Body.Subject}</h1>
            <h2>HTML</h2>
            <iframe title="The email as HTML" src="/mail-previews/{position}/html" sandbox></iframe>
            <h2>Text</h2>
            <pre tabindex="0">{mail.Body.Text}</pre>
            {Html.If(mail.Body.Calendar is not null, $"""<h2>Calendar file</h2><pre tabindex="0">{mail.Body.Calendar}</pre>""")}
            """));
    }

    private async Task ShowHtml(HttpContext http, int position)
    {
        if ((await All()).ElementAtOrDefault(position) is { } mail)
            await new Answer(200, mail.Body.Html)
            {
                ContentType = "text/html; charset=utf-8",
                Headers = { ["Content-Security-Policy"] = MailPolicy },
            }.WriteTo(http.Response);
        else
            await Page.NotFound(http, "mail");
    }

    private Task<IReadOnlyList<LetterPreview>> All() => previews.All(clock.GetUtcNow().UtcDateTime);
}
