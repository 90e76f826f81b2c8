using Sweet.Sandbox.Stripe;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Pages;

internal sealed class CheckoutPages(StripeStandIn stripe)
{
    public void Map(WebApplication host)
    {
        host.MapGet("/checkout/{id}", Show);
        host.MapPost("/checkout/{id}/payment", Pay);
    }

    private Task Show(HttpContext http, string id) => Known(id) switch
    {
        null => Page.NotFound(http, "payment page"),
        { Status: "open" } session => Page.Write(http, "Pay", OpenPage(session)),
        var session => Page.Write(http, "Ended", EndedPage(session)),
    };

    private async Task Pay(HttpContext http, string id)
    {
        await stripe.Tick();
        if (Known(id) is not { } session)
        {
            await Page.NotFound(http, "payment page");
            return;
        }

        if (session.Status != "open")
        {
            await Page.Write(http, "Ended", EndedPage(session), StatusCodes.Status409Conflict);
            return;
        }

        var form = await http.Request.ReadFormAsync();
        session = await PayWith(session.Id, form["method"].ToString());
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = session.Status == "open" ? $"/checkout/{session.Id}" : SuccessUrl(session);
    }

    private Task<CheckoutSession> PayWith(string id, string method) => method switch
    {
        "decline" => stripe.Decline(id),
        "bank" => stripe.PayByBank(id),
        _ => stripe.Pay(id),
    };

    private CheckoutSession? Known(string id) => stripe.Sessions.FirstOrDefault(session => session.Id == id);

    private static string SuccessUrl(CheckoutSession session) =>
        session.SuccessUrl!.Replace("{CHECKOUT_SESSION_ID}", session.Id, StringComparison.Ordinal);

    private Html OpenPage(CheckoutSession session) => Html.Of($"""
        <div class="narrow">
        <h1>{Names(session)}</h1>
        <p class="sum">{Words.Money(session.AmountTotal, session.Currency)}</p>
        {Html.If(WasDeclined(session), $"""
            <p class="alert" role="alert"><strong>Your card was declined.</strong>
            Nothing was charged; try again or pay another way.</p>
            """)}
        <dl>
          {Html.Each(stripe.LineItems(session.Id), line => Html.Of($"""
              <dt>{line.Quantity} × {line.Description}</dt><dd>{Words.Money(line.AmountTotal, line.Currency)}</dd>
              """))}
          <dt>Email</dt><dd>{session.CustomerEmail ?? "not given"}</dd>
          <dt>Reference</dt><dd>{session.ClientReferenceId ?? "none"}</dd>
          <dt>This page ends</dt><dd>{Words.Time(session.ExpiresAt)}</dd>
        </dl>
        {PayForm(session)}
        {Html.If(session.CustomText?["submit"]?["message"] is not null, $"""
            <p class="soft">{session.CustomText?["submit"]?["message"]?.ToString()}</p>
            """)}
        {Html.If(session.CancelUrl is not null, $"""<p><a href="{session.CancelUrl}">Go back without paying</a></p>""")}
        </div>
        """);

    private static Html PayForm(CheckoutSession session) => Html.Of($"""
        <form class="stack" method="post" action="/checkout/{session.Id}/payment">
          <button class="first" name="method" value="card">{Verb(session)} {Words.Money(session.AmountTotal, session.Currency)}</button>
          <button name="method" value="decline">Pay with a card that is declined</button>
          {Html.If(session.PaymentMethodTypes.Contains("us_bank_account", StringComparer.Ordinal), $"""
              <button name="method" value="bank">Pay by bank (settles later)</button>
              """)}
        </form>
        """);

    private static Html EndedPage(CheckoutSession session) => session.Status == "complete"
        ? Html.Of($"""
            <h1>This payment page is done</h1>
            <p>It was completed and takes no second payment.</p>
            <p><a href="{SuccessUrl(session)}">Go on to the site</a></p>
            """)
        : Html.Of($"""
            <h1>This payment page has ended</h1>
            <p>It expired; nothing was charged.</p>
            {Html.If(session.CancelUrl is not null, $"""<p><a href="{session.CancelUrl}">Go back to the site</a></p>""")}
            """);

    private string Names(CheckoutSession session) => string.Join(", ", stripe.LineItems(session.Id).Select(line => line.Description));

    private bool WasDeclined(CheckoutSession session) =>
        stripe.PaymentIntents.Any(intent => intent.Id == session.PaymentIntent && intent.LastPaymentError is not null);

    private static string Verb(CheckoutSession session) => session.SubmitType switch
    {
        "book" => "Book for",
        "donate" => "Donate",
        _ => "Pay",
    };
}
