using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>What the customer does on the payment page, and what the bank does later.</summary>
internal static class PaymentLedger
{
    public static CheckoutSession PayByCard(Books books, string sessionId)
    {
        var session = OpenSession(books, sessionId);
        if (session.AmountTotal == 0)
            return Complete(books, session with { PaymentStatus = "no_payment_required" });

        var intent = Intent(books, session, "card");
        var charge = Capture(books, intent, PaymentMethods.Card);
        intent = Succeed(books, intent, charge);
        return Complete(books, session with { PaymentIntent = intent.Id, PaymentStatus = "paid" });
    }

    public static CheckoutSession Decline(Books books, string sessionId)
    {
        var session = OpenSession(books, sessionId);
        var intent = Intent(books, session, "card");
        var charge = Charges.Failed(books, intent, PaymentMethods.Card, "card_declined", "Your card was declined.");
        intent = books.PaymentIntents[intent.Id] = intent with
        {
            LatestCharge = charge.Id,
            LastPaymentError = new("card_error", "card_declined", "generic_decline", "Your card was declined."),
            Status = "requires_payment_method",
        };
        books.Emit("charge.failed", charge);
        books.Emit("payment_intent.payment_failed", intent);
        return books.Sessions[session.Id] = session with { PaymentIntent = intent.Id };
    }

    /// <summary>The customer is done, the money is not there yet: complete, but unpaid.</summary>
    public static CheckoutSession PayByBank(Books books, string sessionId)
    {
        var session = OpenSession(books, sessionId);
        if (!session.PaymentMethodTypes.Contains("us_bank_account", StringComparer.Ordinal))
            throw StripeFailure.Invalid("The payment method type `us_bank_account` is not offered by this Checkout Session.");

        var intent = Intent(books, session, "us_bank_account");
        var charge = Charges.Pending(books, intent, PaymentMethods.Bank);
        intent = books.PaymentIntents[intent.Id] = intent with { LatestCharge = charge.Id, Status = "processing", LastPaymentError = null };
        books.Emit("charge.pending", charge);
        books.Emit("payment_intent.processing", intent);
        return Complete(books, session with { PaymentIntent = intent.Id });
    }

    public static CheckoutSession BankPaid(Books books, string sessionId)
    {
        var (session, intent) = Processing(books, sessionId);
        var charge = Charges.Settle(books, books.Charges[intent.LatestCharge!]);
        Succeed(books, intent, charge);
        session = books.Sessions[session.Id] = session with { PaymentStatus = "paid" };
        books.Emit("checkout.session.async_payment_succeeded", session);
        return session;
    }

    public static CheckoutSession BankRefused(Books books, string sessionId)
    {
        var (session, intent) = Processing(books, sessionId);
        var charge = Charges.Fail(books, books.Charges[intent.LatestCharge!],
            "insufficient_funds", "The bank account has insufficient funds.");
        intent = books.PaymentIntents[intent.Id] = intent with
        {
            LastPaymentError = new("invalid_request_error", "payment_intent_payment_attempt_failed", null, charge.FailureMessage!),
            Status = "requires_payment_method",
        };
        books.Emit("charge.failed", charge);
        books.Emit("payment_intent.payment_failed", intent);
        books.Emit("checkout.session.async_payment_failed", session);
        return session;
    }

    private static CheckoutSession OpenSession(Books books, string sessionId)
    {
        var session = SessionLedger.Find(books, sessionId);
        return session.Status == "open"
            ? session
            : throw StripeFailure.Invalid($"This Checkout Session is no longer active: its status is `{session.Status}`.");
    }

    private static (CheckoutSession Session, PaymentIntent Intent) Processing(Books books, string sessionId)
    {
        var session = SessionLedger.Find(books, sessionId);
        return session.PaymentIntent is { } id && books.PaymentIntents[id] is { Status: "processing" } intent
            ? (session, intent)
            : throw StripeFailure.Invalid("This Checkout Session awaits no bank.");
    }

    private static PaymentIntent Intent(Books books, CheckoutSession session, string method)
    {
        if (session.PaymentIntent is { } id)
            return books.PaymentIntents[id];

        var data = books.SessionOrders[session.Id].PaymentData;
        var intent = new PaymentIntent
        {
            Id = Books.NewId("pi_3"),
            Amount = session.AmountTotal,
            Created = books.Now,
            Currency = session.Currency,
            Description = data.Description,
            Metadata = data.Metadata,
            PaymentMethod = Books.NewId(method == "card" ? "pm_1" : "pm_2"),
            PaymentMethodTypes = session.PaymentMethodTypes,
            ReceiptEmail = data.ReceiptEmail ?? session.CustomerEmail,
            StatementDescriptor = data.StatementDescriptor,
            StatementDescriptorSuffix = data.StatementDescriptorSuffix,
            Status = "requires_payment_method",
        };
        books.Emit("payment_intent.created", intent);
        return books.PaymentIntents[intent.Id] = intent;
    }

    private static Charge Capture(Books books, PaymentIntent intent, PaymentMethodDetails method) =>
        Charges.Settle(books, Charges.Pending(books, intent, method));

    private static PaymentIntent Succeed(Books books, PaymentIntent intent, Charge charge)
    {
        var succeeded = books.PaymentIntents[intent.Id] = intent with
        {
            AmountReceived = charge.Amount,
            LastPaymentError = null,
            LatestCharge = charge.Id,
            Status = "succeeded",
        };
        books.Emit("charge.succeeded", charge);
        books.Emit("payment_intent.succeeded", succeeded);
        return succeeded;
    }

    private static CheckoutSession Complete(Books books, CheckoutSession session)
    {
        var complete = books.Sessions[session.Id] = session with
        {
            CustomerDetails = new(session.CustomerEmail, "Sandbox Payer"),
            Status = "complete",
            Url = null,
        };
        books.Emit("checkout.session.completed", complete);
        return complete;
    }
}
