using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>Charges and the entries that they leave in the account's balance.</summary>
internal static class Charges
{
    private static readonly Outcome Approved = new("approved_by_network", null, "normal", "Payment complete.", "authorized");

    public static Charge Pending(Books books, PaymentIntent intent, PaymentMethodDetails method)
    {
        var id = Books.NewId("ch_3");
        return books.Charges[id] = new()
        {
            Id = id,
            Amount = intent.Amount,
            BillingDetails = new(intent.ReceiptEmail, "Sandbox Payer"),
            Created = books.Now,
            Currency = intent.Currency,
            Description = intent.Description,
            Metadata = intent.Metadata,
            Outcome = Approved,
            PaymentIntent = intent.Id,
            PaymentMethod = intent.PaymentMethod!,
            PaymentMethodDetails = method,
            ReceiptEmail = intent.ReceiptEmail,
            Status = "pending",
        };
    }

    public static Charge Settle(Books books, Charge charge)
    {
        var fee = FeeOf(charge);
        var entry = Enter(books, "charge", charge.Id, charge.Amount, charge.Currency, fee);
        return books.Charges[charge.Id] = charge with
        {
            AmountCaptured = charge.Amount,
            BalanceTransaction = entry.Id,
            Captured = true,
            Paid = true,
            ReceiptUrl = $"https://pay.stripe.com/receipts/payment/{charge.Id}",
            Status = "succeeded",
        };
    }

    public static Charge Failed(Books books, PaymentIntent intent, PaymentMethodDetails method, string code, string message) =>
        Fail(books, Pending(books, intent, method), code, message);

    public static Charge Fail(Books books, Charge charge, string code, string message) =>
        books.Charges[charge.Id] = charge with
        {
            FailureCode = code,
            FailureMessage = message,
            Outcome = new("declined_by_network", code, "normal", message, "issuer_declined"),
            Status = "failed",
        };

    public static BalanceTransaction Enter(Books books, string type, string source, long amount, string currency, long fee = 0)
    {
        var id = Books.NewId("txn_3");
        return books.BalanceTransactions[id] = new()
        {
            Id = id,
            Amount = amount,
            AvailableOn = books.Now.AddDays(2),
            Created = books.Now,
            Currency = currency,
            Fee = fee,
            FeeDetails = fee == 0 ? [] : [new(fee, currency, "Stripe processing fees", "stripe_fee")],
            ReportingCategory = CategoryOf(type, amount),
            Source = source,
            Type = type,
        };
    }

    private static string CategoryOf(string type, long amount) => type switch
    {
        "adjustment" => amount < 0 ? "dispute" : "dispute_reversal",
        "payout_failure" => "payout_reversal",
        "stripe_fee" => "fee",
        _ => type,
    };

    // Stripe's published prices: 2.9 % + 30 cents for a card, 0.8 % and at most 5 dollars for a bank debit.
    private static long FeeOf(Charge charge) => charge.PaymentMethodDetails.Type == "card"
        ? (long)Math.Round(charge.Amount * 0.029m, MidpointRounding.AwayFromZero) + 30
        : Math.Min(500, (long)Math.Round(charge.Amount * 0.008m, MidpointRounding.AwayFromZero));
}

internal static class PaymentMethods
{
    public static readonly PaymentMethodDetails Card = new()
    {
        Type = "card",
        Card = new("visa", "US", 12, 2030, "credit", "4242", "visa"),
    };

    public static readonly PaymentMethodDetails Bank = new()
    {
        Type = "us_bank_account",
        UsBankAccount = new("individual", "checking", "STRIPE TEST BANK", "6789", "110000000"),
    };
}
