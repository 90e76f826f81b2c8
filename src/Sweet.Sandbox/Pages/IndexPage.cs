namespace Sweet.Sandbox.Pages;

internal static class IndexPage
{
    public static Task Show(HttpContext http, StandIns standIns) => Page.Write(http, "Stand-ins", Html.Of($"""
        <h1>Stripe and SendGrid, played by this machine</h1>
        <p>The site talks to these stand-ins with the real clients of both services. Nothing here reaches the world.</p>
        <dl>
          <dt>Payment page</dt><dd>opens from the site: register for a course, then "Continue to payment"</dd>
          <dt><a href="/inbox">Inbox</a></dt>
          <dd>{standIns.Inbox.Mails.Count} mails, with their HTML, text and attachments; also as <a href="/inbox.json">JSON</a></dd>
          <dt><a href="/mail-previews">Mail previews</a></dt><dd>every mail of the site with sample data</dd>
          <dt><a href="/control">Control</a></dt><dd>settle or fail bank payments, refund, dispute, hold webhooks back, make calls fail</dd>
          <dt>Stripe's API</dt><dd><code>{standIns.Address}v1/</code> with the key <code>{standIns.Stripe.SecretKey}</code></dd>
          <dt>SendGrid's API</dt><dd><code>{standIns.Address}v3/mail/send</code> with the key <code>{standIns.SendGrid.ApiKey}</code></dd>
          <dt>Calls so far</dt><dd>{standIns.Calls.All.Count}, of which {standIns.Calls.Unknown.Count} unknown</dd>
        </dl>
        """));
}
