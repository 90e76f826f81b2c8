using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>A session's life: open, then complete or expired.</summary>
internal static class SessionLedger
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>Eight digits (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).</summary>
    private const long LargestSum = 99_999_999;

    private static readonly string[] OfferedMethods = ["card", "us_bank_account"];

    public static CheckoutSession Open(Books books, SessionInput input, Uri pages)
    {
        var lines = input.LineItems.Select(line => Line(books, line)).ToArray();
        var session = Echoing(Unpaid(books, input, lines, pages), input);
        RefuseSum(session);
        books.SessionOrders[session.Id] = new(lines, input.PaymentIntentData ?? new());
        return books.Sessions[session.Id] = session;
    }

    public static CheckoutSession Expire(Books books, string id)
    {
        var session = Find(books, id);
        if (session.Status != "open")
            throw StripeFailure.Invalid(
                "Only Checkout Sessions with a status in [\"open\"] can be expired. " +
                $"This Checkout Session has a status of `{session.Status}`.");
        return End(books, session);
    }

    public static void ExpireOverdue(Books books)
    {
        foreach (var session in books.Sessions.Values.Where(s => s.Status == "open" && s.ExpiresAt <= books.Now).ToArray())
            End(books, session);
    }

    public static CheckoutSession Find(Books books, string id) =>
        books.Sessions.GetValueOrDefault(id) ?? throw StripeFailure.Missing("checkout.session", id, "session");

    private static CheckoutSession End(Books books, CheckoutSession session)
    {
        var ended = books.Sessions[session.Id] = session with { Status = "expired", Url = null };
        books.Emit("checkout.session.expired", ended);
        return ended;
    }

    private static CheckoutSession Unpaid(Books books, SessionInput input, LineItem[] lines, Uri pages)
    {
        var id = Books.NewId("cs_test_a1", 56);
        var total = lines.Sum(line => line.AmountTotal);
        return new()
        {
            Id = id,
            AmountSubtotal = total,
            AmountTotal = total,
            Created = books.Now,
            Currency = CurrencyOf(lines),
            ExpiresAt = ExpiryOf(input, books.Now),
            Metadata = input.Metadata,
            Mode = input.Mode,
            PaymentMethodTypes = MethodsOf(input),
            PaymentStatus = total == 0 ? "no_payment_required" : "unpaid",
            Status = "open",
            Url = new Uri(pages, $"/checkout/{id}").ToString(),
        };
    }

    private static CheckoutSession Echoing(CheckoutSession session, SessionInput input) => session with
    {
        // Stripe's own default is the setting of the account, which is on.
        AdaptivePricing = new(input.AdaptivePricing?.Enabled ?? true),
        AllowPromotionCodes = input.AllowPromotionCodes,
        AllowedPaymentMethodTypes = input.AllowedPaymentMethodTypes,
        AutomaticTax = new(input.AutomaticTax?.Enabled ?? false),
        BillingAddressCollection = input.BillingAddressCollection,
        CancelUrl = input.CancelUrl,
        ClientReferenceId = input.ClientReferenceId,
        CustomText = input.CustomText,
        CustomerCreation = input.CustomerCreation ?? "if_required",
        CustomerDetails = input.CustomerEmail is null ? null : new(input.CustomerEmail, null),
        CustomerEmail = input.CustomerEmail,
        ExcludedPaymentMethodTypes = input.ExcludedPaymentMethodTypes,
        Locale = input.Locale,
        PaymentMethodOptions = input.PaymentMethodOptions,
        SubmitType = input.SubmitType,
        SuccessUrl = input.SuccessUrl,
    };

    private static LineItem Line(Books books, LineInput input)
    {
        var amount = input.PriceData.UnitAmount * input.Quantity;
        return new()
        {
            Id = Books.NewId("li_"),
            AmountSubtotal = amount,
            AmountTotal = amount,
            Currency = input.PriceData.Currency,
            Description = input.PriceData.ProductData.Name,
            Quantity = input.Quantity,
            Price = new()
            {
                Id = Books.NewId("price_"),
                Created = books.Now,
                Currency = input.PriceData.Currency,
                Product = Books.NewId("prod_", 14),
                UnitAmount = input.PriceData.UnitAmount,
            },
        };
    }

    private static string CurrencyOf(LineItem[] lines) =>
        lines.Select(line => line.Currency).Distinct(StringComparer.Ordinal).ToArray() switch
        {
            [var one] => one,
            [] => throw StripeFailure.Invalid("Missing required param: line_items.", "parameter_missing", "line_items"),
            _ => throw StripeFailure.Invalid("All line items must have the same currency.", parameter: "line_items"),
        };

    private static DateTimeOffset ExpiryOf(SessionInput input, DateTimeOffset now)
    {
        var created = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var expiry = input.ExpiresAt ?? created + LongestLife;
        if (expiry < created + ShortestLife)
            throw StripeFailure.Invalid("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
                parameter: "expires_at");
        if (expiry > created + LongestLife)
            throw StripeFailure.Invalid("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
                parameter: "expires_at");
        return expiry;
    }

    private static string[] MethodsOf(SessionInput input)
    {
        var methods = OfferedMethods
            .Where(method => input.AllowedPaymentMethodTypes?.Contains(method, StringComparer.Ordinal) ?? true)
            .Where(method => input.ExcludedPaymentMethodTypes?.Contains(method, StringComparer.Ordinal) is not true)
            .ToArray();
        return methods.Length > 0
            ? methods
            : throw StripeFailure.Invalid("No valid payment method types for this Checkout Session.");
    }

    private static void RefuseSum(CheckoutSession session)
    {
        var money = new Domain.Money(session.AmountTotal, session.Currency);
        if (money.Decimals == 3 && money.Minor % 10 != 0)
            throw StripeFailure.Invalid($"Amounts in {session.Currency} must be a multiple of 10.", "parameter_invalid_integer");
        if (money.Minor > 0 && money.Units < LeastOf(session.Currency))
            throw StripeFailure.Invalid(
                $"The Checkout Session's total amount due must add up to at least {LeastOf(session.Currency)} {session.Currency}",
                "amount_too_small");
        if (money.Minor > LargestSum)
            throw StripeFailure.Invalid(
                $"The Checkout Session's total amount due must be no more than {LargestSum} in the smallest unit of {session.Currency}",
                "amount_too_large");
    }

    // Worth about half a dollar, which the account is kept in: Stripe's minimum holds after the exchange too.
    private static decimal LeastOf(string currency) => currency switch
    {
        "aud" => 0.80m,
        "cad" => 0.70m,
        "gbp" => 0.40m,
        "jpy" => 80m,
        "kwd" => 0.16m,
        _ => 0.50m,
    };
}
