using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Pages;

internal sealed class ControlView(StandIns standIns)
{
    private const int Shown = 20;

    public Html Whole(string? refusal) => Html.Of($"""
        <h1>Control</h1>
        {Html.If(refusal is not null, $"""<p class="alert" role="alert">{refusal}</p>""")}
        {Sessions()}
        {Payments()}
        {Refunds()}
        {Disputes()}
        {Payouts()}
        {Webhooks()}
        {Faults()}
        """);

    private Html Sessions() => Table("Payment pages", "session reference sum state act", standIns.Stripe.Sessions, session => Html.Of($"""
        <tr><td><code>{Words.Short(session.Id)}</code></td><td>{session.ClientReferenceId}</td>
        <td>{Words.Money(session.AmountTotal, session.Currency)}</td><td>{session.Status}, {session.PaymentStatus}</td>
        <td>{SessionButtons(session)}</td></tr>
        """));

    private Html SessionButtons(CheckoutSession session) => session.Status == "open"
        ? Html.Of($"""{Buttons($"sessions/{session.Id}", "pay decline bank expire")} <a href="/checkout/{session.Id}">Open page</a>""")
        : Html.If(IsProcessing(session), $"{Buttons($"sessions/{session.Id}", "succeed fail")}");

    private bool IsProcessing(CheckoutSession session) =>
        standIns.Stripe.PaymentIntents.Any(intent => intent.Id == session.PaymentIntent && intent.Status == "processing");

    private Html Payments() => Table("Payments", "payment sum state act", standIns.Stripe.PaymentIntents, intent => Html.Of($"""
        <tr><td><code>{Words.Short(intent.Id)}</code></td><td>{Words.Money(intent.Amount, intent.Currency)}</td><td>{intent.Status}</td>
        <td>{Html.If(intent.Status == "succeeded", $"""
            <form method="post" action="/control/payments/{intent.Id}"><label>Amount (empty: all)
            <input name="amount" inputmode="decimal" size="8"></label><button name="act" value="refund">refund</button>
            <button name="act" value="dispute">dispute</button> <button name="act" value="inquiry">inquiry</button></form>
            """)}</td></tr>
        """));

    private Html Refunds() => Html.Of($"""
        {Table("Refunds", "refund sum state act", standIns.Stripe.Refunds, refund => Html.Of($"""
            <tr><td><code>{Words.Short(refund.Id)}</code></td><td>{Words.Money(refund.Amount, refund.Currency)}</td>
            <td>{refund.Status} {refund.PendingReason}{refund.FailureReason}</td>
            <td>{Html.If(refund.Counts, $"{Buttons($"refunds/{refund.Id}", "succeed fail cancel require-action unknown-word")}")}</td></tr>
            """))}
        <p class="soft">The balance can run short: refunds then wait until it is funded.</p>
        {Buttons("balance", "run-short fund pay-out")}
        """);

    private Html Disputes() => Table("Disputes", "dispute sum state act", standIns.Stripe.Disputes, dispute => Html.Of($"""
        <tr><td><code>{Words.Short(dispute.Id)}</code></td><td>{Words.Money(dispute.Amount, dispute.Currency)}</td><td>{dispute.Status}</td>
        <td>{Buttons($"disputes/{dispute.Id}", dispute.Status is "won" or "lost"
            ? "appeal"
            : "review win lose close-inquiry prevent unknown-word")}</td></tr>
        """));

    private Html Payouts() => Table("Payouts", "payout sum state act", standIns.Stripe.Payouts, payout => Html.Of($"""
        <tr><td><code>{Words.Short(payout.Id)}</code></td><td>{Words.Money(payout.Amount, payout.Currency)}</td>
        <td>{payout.Status}, {payout.ReconciliationStatus}</td><td>{Buttons($"payouts/{payout.Id}", "arrive fail")}</td></tr>
        """));

    private Html Webhooks() => Html.Of($"""
        <h2>Webhooks</h2>
        <p>{standIns.Webhooks.Waiting.Count} waiting.</p>
        {Buttons("webhooks", "hold resume next reversed drop")}
        {Table("Events", "event kind delivered act", standIns.Stripe.Events, happened => Html.Of($"""
            <tr><td><code>{Words.Short(happened.Id)}</code></td><td>{happened.Type}<br>{Words.Time(happened.Created)}</td>
            <td>{Deliveries(happened)}</td><td>{Buttons($"events/{happened.Id}", "again twenty badly-signed old")}</td></tr>
            """))}
        """);

    private string Deliveries(StripeEvent happened) => string.Join(", ", standIns.Webhooks.Deliveries
        .Where(delivery => delivery.Event.Id == happened.Id)
        .Select(delivery => delivery.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? delivery.Failure));

    private Html Faults() => Html.Of($"""
        <h2>Faults</h2>
        {FaultForm("stripe", "Stripe", standIns.Faults.Stripe)}
        {FaultForm("sendgrid", "SendGrid", standIns.Faults.SendGrid)}
        """);

    private static Html FaultForm(string service, string name, PlannedFaults faults) => Html.Of($"""
        <h3>{name}</h3>
        <p>{(faults.Described.Count == 0 ? "Nothing goes wrong." : "Next: " + string.Join("; ", faults.Described))}</p>
        <form method="post" action="/control/faults"><input type="hidden" name="service" value="{service}">
        <label>Fault <select name="fault">{Html.Each(FaultNames.All, fault => Html.Of($"<option>{fault}</option>"))}</select></label>
        <label>Times <input name="times" value="1" inputmode="numeric" size="4"></label>
        <label>Only paths with <input name="path" size="14"></label>
        <button name="act" value="plan">plan</button> <button name="act" value="release">release what hangs</button>
        <button name="act" value="clear">clear</button></form>
        """);

    private static Html Buttons(string address, string acts) => Html.Of($"""
        <form method="post" action="/control/{address}">{Html.Each(acts.Split(' '), act => Html.Of($"""
            <button name="act" value="{act}">{act.Replace('-', ' ')}</button>
            """))}</form>
        """);

    private static Html Table<T>(string title, string columns, IReadOnlyList<T> oldestFirst, Func<T, Html> row) => Html.Of($"""
        <h2>{title}</h2>
        {(oldestFirst.Count == 0 ? Html.Of($"<p class=\"soft\">None yet.</p>") : Html.Of($"""
            <div class="wide"><table><thead><tr>{Html.Each(columns.Split(' '), column => Html.Of($"<th>{column}</th>"))}</tr></thead>
            <tbody>{Html.Each(oldestFirst.Reverse().Take(Shown), row)}</tbody></table></div>
            """))}
        """);
}
