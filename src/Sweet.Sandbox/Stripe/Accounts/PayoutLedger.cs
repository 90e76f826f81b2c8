using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>What is available in the balance goes to our bank, with a list of what it is made of; it may come back.</summary>
internal static class PayoutLedger
{
    private static readonly TimeSpan OnItsWay = TimeSpan.FromDays(2);

    /// <param name="amount">Null: all that is available, as Stripe does by itself; else by hand, and made of nothing in particular.</param>
    /// <param name="atOnce">Also what becomes available only in the next days.</param>
    public static Payout Create(Books books, long? amount, bool atOnce = false)
    {
        var available = books.BalanceTransactions.Values
            .Where(entry => (atOnce || entry.AvailableOn <= books.Now) && !books.PaidOut.ContainsKey(entry.Id)).ToList();
        var sum = amount ?? available.Sum(entry => entry.Net);
        if (sum <= 0)
            throw StripeFailure.Invalid("You have insufficient funds in your Stripe account for this transfer.", "balance_insufficient");

        var id = Books.NewId("po_1");
        var currency = available.Count > 0 ? available[0].Currency : "usd";
        var own = EnterAtOnce(books, "payout", id, -sum, currency);
        if (amount is null)
            foreach (var entry in available.Append(own)) books.PaidOut[entry.Id] = id;
        var payout = books.Payouts[id] = new()
        {
            Id = id,
            Amount = sum,
            ArrivalDate = new DateTimeOffset((books.Now + OnItsWay).UtcDateTime.Date, TimeSpan.Zero),
            Automatic = amount is null,
            BalanceTransaction = own.Id,
            Created = books.Now,
            Currency = currency,
            ReconciliationStatus = amount is null ? "in_progress" : "not_applicable",
            Status = "in_transit",
        };
        books.Emit("payout.created", payout);
        return payout;
    }

    public static Payout Arrive(Books books, string id)
    {
        var payout = Find(books, id);
        if (payout.Status != "in_transit") throw StripeFailure.Invalid($"A payout that is `{payout.Status}` cannot arrive.");

        var paid = books.Payouts[id] = payout with { Status = "paid", ReconciliationStatus = Reconciled(payout) };
        books.Emit("payout.paid", paid);
        if (paid.Automatic) books.Emit("payout.reconciliation_completed", paid);
        return paid;
    }

    /// <summary>The bank sends it back, perhaps after it was called paid; the money is in the balance again.</summary>
    public static Payout Fail(Books books, string id, string code)
    {
        var payout = Find(books, id);
        if (payout.Status is not ("in_transit" or "paid")) throw StripeFailure.Invalid($"A payout that is `{payout.Status}` cannot fail.");

        var back = EnterAtOnce(books, "payout_failure", id, payout.Amount, payout.Currency);
        var failed = books.Payouts[id] = payout with
        {
            FailureBalanceTransaction = back.Id,
            FailureCode = code,
            FailureMessage = "The bank account could not be found.",
            ReconciliationStatus = Reconciled(payout),
            Status = "failed",
        };
        books.Emit("payout.failed", failed);
        return failed;
    }

    public static Payout Find(Books books, string id) => books.Payouts.GetValueOrDefault(id) ?? throw StripeFailure.Missing("payout", id);

    private static BalanceTransaction EnterAtOnce(Books books, string type, string source, long amount, string currency)
    {
        var entry = Charges.Enter(books, type, source, amount, currency);
        return books.BalanceTransactions[entry.Id] = entry with { AvailableOn = books.Now };
    }

    private static string Reconciled(Payout payout) => payout.Automatic ? "completed" : "not_applicable";
}
