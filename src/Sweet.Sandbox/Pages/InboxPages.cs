using System.Text.Json;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.SendGrid;
using Sweet.Sandbox.SendGrid.Events;

namespace Sweet.Sandbox.Pages;

internal sealed class InboxPages(Inbox inbox, MailEvents events)
{
    private const string MailPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Map(WebApplication host)
    {
        host.MapGet("/inbox", Index);
        host.MapGet("/inbox.json", http => http.Response.WriteAsJsonAsync(inbox.Mails, Json));
        host.MapGet("/inbox/{id}", Show);
        host.MapGet("/inbox/{id}/html", ShowHtml);
        host.MapGet("/inbox/{id}/attachments/{position:int}", Download);
    }

    private Task Index(HttpContext http) => Page.Write(http, "Inbox", Html.Of($"""
        <h1>Inbox</h1>
        {Html.If(inbox.Mails.Count == 0, $"<p>No email yet. Register for a course, and pay.</p>")}
        <p>What became of mails is told to the site by itself; {events.Waiting.Count} events wait.
        An address that begins with "bounce" or "drop" does so.</p>
        {Acts("/control/mail-events", "hold resume deliver reversed drop")}
        <div class="wide"><table>
        <thead><tr><th>To</th><th>Subject</th><th>Sent</th><th>Told</th></tr></thead>
        <tbody>
        {Html.Each(inbox.Mails.Reverse(), mail => Html.Of($"""
            <tr><td>{Parties(mail.To)}</td>
            <td><a href="/inbox/{mail.Id}">{mail.Subject}</a>{Html.If(mail.IsDropped, $" (dropped, not delivered)")}</td>
            <td>{Words.Time(mail.At)}</td><td>{ToldOf(mail)}</td></tr>
            """))}
        </tbody></table></div>
        """));

    private Task Show(HttpContext http, string id) =>
        inbox.Find(id) is { } mail ? Page.Write(http, mail.Subject, MailPage(mail)) : Page.NotFound(http, "mail");

    private Task ShowHtml(HttpContext http, string id) => inbox.Find(id)?.Html is { } html
        ? new Answer(200, WithLinksInNewTabs(html))
        {
            ContentType = "text/html; charset=utf-8",
            Headers = { ["Content-Security-Policy"] = MailPolicy },
        }.WriteTo(http.Response)
        : Page.NotFound(http, "mail");

    private async Task Download(HttpContext http, string id, int position)
    {
        if (inbox.Find(id)?.Attachments.ElementAtOrDefault(position) is not { } attachment)
        {
            await Page.NotFound(http, "attachment");
            return;
        }

        http.Response.ContentType = attachment.Type;
        http.Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { FileName = attachment.FileName }.ToString();
        await http.Response.Body.WriteAsync(attachment.Content);
    }

    private string ToldOf(SentMail mail) => string.Join(", ", events.Deliveries
        .SelectMany(delivery => delivery.Events
            .Where(one => one.Mail.Id == mail.Id && one.Kind != "processed")
            .Select(one => delivery.Succeeded ? one.Kind : $"{one.Kind} (refused)")));

    private static Html Acts(string address, string acts) => Html.Of($"""
        <form method="post" action="{address}">{Html.Each(acts.Split(' '), act => Html.Of($"""
            <button name="act" value="{act}">{act.Replace('-', ' ')}</button>
            """))}</form>
        """);

    private Html MailPage(SentMail mail) => Html.Of($"""
        <h1>{mail.Subject}</h1>
        <p>Told to the site: {ToldOf(mail)}</p>
        {Acts($"/control/mails/{mail.Id}", "delivered bounced dropped twice out-of-order badly-signed old")}
        {Html.If(mail.IsDropped, $"""<p class="alert">SendGrid accepts an address like this one and then drops the mail.</p>""")}
        <dl>
          <dt>From</dt><dd>{mail.From}</dd>
          <dt>To</dt><dd>{Parties(mail.To)}</dd>
          {Html.If(mail.Cc.Count > 0, $"<dt>Cc</dt><dd>{Parties(mail.Cc)}</dd>")}
          {Html.If(mail.Bcc.Count > 0, $"<dt>Bcc</dt><dd>{Parties(mail.Bcc)}</dd>")}
          {Html.If(mail.ReplyTo is not null, $"<dt>Reply to</dt><dd>{mail.ReplyTo}</dd>")}
          <dt>Sent</dt><dd>{Words.Time(mail.At)}</dd>
          {Html.Each(mail.CustomArgs, pair => Html.Of($"<dt>{pair.Key}</dt><dd>{pair.Value}</dd>"))}
          <dt>Tracking</dt><dd><code>{mail.TrackingSettings?.ToString() ?? "as the account is set"}</code></dd>
          {Html.Each(mail.Attachments.Index(), one => Html.Of($"""
              <dt>Attached</dt><dd><a href="/inbox/{mail.Id}/attachments/{one.Index}">{one.Item.FileName}</a>
              ({one.Item.Type}, {one.Item.Content.Length} bytes)</dd>
              """))}
        </dl>
        {Html.If(mail.Html is not null, $"""
            <h2>HTML</h2><iframe title="The email as HTML" src="/inbox/{mail.Id}/html"
            sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
            """)}
        {Html.If(mail.Text is not null, $"""<h2>Text</h2><pre tabindex="0">{mail.Text}</pre>""")}
        """);

    private static string Parties(IEnumerable<MailParty> parties) => string.Join(", ", parties);

    // The frame may not navigate itself, so its links open beside it.
    private static string WithLinksInNewTabs(string html)
    {
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0 ? html : html.Insert(head + "<head>".Length, "<base target=\"_blank\">");
    }
}
