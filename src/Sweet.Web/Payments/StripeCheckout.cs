using Stripe;
using Stripe.Checkout;
using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Web.Payments;

/// <summary>Checkout Sessions: opened from a stored attempt, and asked how they stand.</summary>
public sealed class StripeCheckout(IStripeClient stripe, StripeCall calls)
{
    /// <summary>In the address by which somebody leaves Stripe's page without paying.</summary>
    public const string CameBack = "back";

    public const string NotPaid = "not-paid";

    private static readonly List<string> WithPayment =
        ["payment_intent.latest_charge.balance_transaction", "payment_intent.latest_charge.refunds"];

    private static readonly List<string> WithCharge = ["latest_charge.balance_transaction", "latest_charge.refunds"];

    private readonly SessionService sessions = new(stripe);
    private readonly PaymentIntentService payments = new(stripe);

    /// <summary>Opens the session of an attempt. Repeatable: every parameter and the key come from the stored row.</summary>
    public async Task<OpenedSession> Open(Checkout checkout, CancellationToken ct)
    {
        var request = new RequestOptions { IdempotencyKey = checkout.IdempotencyKey };
        var session = await calls.Make(token => sessions.CreateAsync(OptionsFor(checkout), request, token), ct);
        return new OpenedSession(session.Id, session.Url);
    }

    /// <summary>How the session stands now, or null if Stripe does not know it.</summary>
    public async Task<SessionReport?> Find(string sessionId, CancellationToken ct)
    {
        var options = new SessionGetOptions { Expand = WithPayment };
        var session = await calls.Find(token => sessions.GetAsync(sessionId, options, cancellationToken: token), ct);
        return session is null ? null : ReportOf(session);
    }

    /// <summary>The session that a payment came from, or null if it came another way.</summary>
    public async Task<SessionReport?> FindByPayment(string paymentIntentId, CancellationToken ct)
    {
        var options = new SessionListOptions { PaymentIntent = paymentIntentId, Limit = 1 };
        var page = await calls.Find(token => sessions.ListAsync(options, cancellationToken: token), ct);
        return page is not { Data: [var session, ..] } ? null : await Find(session.Id, ct);
    }

    /// <summary>A payment without its session, or null if Stripe does not know it.</summary>
    public async Task<ChargeReport?> FindCharge(string paymentIntentId, CancellationToken ct)
    {
        var options = new PaymentIntentGetOptions { Expand = WithCharge };
        var intent = await calls.Find(token => payments.GetAsync(paymentIntentId, options, cancellationToken: token), ct);
        return intent is null ? null : new ChargeReport(FactsOf(intent), intent.Metadata?.GetValueOrDefault(StripeMetadata.Number));
    }

    /// <summary>Sees to it that the session can be paid no more, and says how it stands: it may be complete already.</summary>
    public async Task<SessionReport?> Expire(string sessionId, CancellationToken ct)
    {
        try
        {
            var options = new SessionExpireOptions { Expand = WithPayment };
            return ReportOf(await calls.Make(token => sessions.ExpireAsync(sessionId, options, cancellationToken: token), ct));
        }
        catch (StripeRefusedException)
        {
            // Only open sessions can be expired: this one was paid, had expired, or is none.
            return await Find(sessionId, ct);
        }
    }

    private static SessionCreateOptions OptionsFor(Checkout checkout)
    {
        var reference = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StripeMetadata.Number] = checkout.Number,
            [StripeMetadata.Attempt] = StripeMetadata.Write(checkout.Attempt),
            [StripeMetadata.Cohort] = checkout.Order.Enrollment.Cohort.Reference,
            [StripeMetadata.RefundPolicy] = StripeMetadata.Write(checkout.Order.RefundPolicyVersionId),
            [StripeMetadata.PrivacyPolicy] = StripeMetadata.Write(checkout.Order.PrivacyPolicyVersionId),
        };
        return new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = checkout.Number,
            CustomerEmail = checkout.Email,
            ExpiresAt = checkout.ExpiresAtUtc,
            SuccessUrl = $"{checkout.ReturnUrl}/landing",
            CancelUrl = $"{checkout.ReturnUrl}?{CameBack}={NotPaid}",
            Metadata = WithMailedLink(reference, checkout.Order.Enrollment.MailedToken),
            PaymentIntentData = new SessionPaymentIntentDataOptions { Metadata = reference },
            LineItems = [LineFor(checkout)],

            // A setting of the account must not change what a student pays.
            AdaptivePricing = new SessionAdaptivePricingOptions { Enabled = false },
            AllowPromotionCodes = false,
            AllowedPaymentMethodTypes = checkout.AllowsDelayedMethods ? null : ["card"],
        };
    }

    private static Dictionary<string, string> WithMailedLink(Dictionary<string, string> reference, string? token) =>
        token is null ? reference : new(reference, StringComparer.Ordinal) { [StripeMetadata.MailedLink] = token };

    private static SessionLineItemOptions LineFor(Checkout checkout) => new()
    {
        Quantity = 1,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = checkout.Currency.ToLowerInvariant(),
            UnitAmount = checkout.AmountMinor,
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = checkout.Description },
        },
    };

    private static SessionReport ReportOf(Session session)
    {
        var facts = new SessionFacts(session.Id, StateOf(session), session.PaymentIntent is { } intent ? FactsOf(intent) : null);
        var trace = new SessionTrace(
            session.Id, session.Url, new Money(session.AmountTotal ?? 0, (session.Currency ?? "").ToUpperInvariant()),
            session.Created, session.ExpiresAt);
        return new SessionReport(
            facts, session.Metadata?.GetValueOrDefault(StripeMetadata.Number), session.Metadata.Id(StripeMetadata.Attempt), trace)
        {
            Owner = new SessionOwner(
                session.Metadata?.GetValueOrDefault(StripeMetadata.Cohort), session.CustomerEmail ?? session.CustomerDetails?.Email)
            {
                PayerName = session.CustomerDetails?.Name,
                SuccessUrl = session.SuccessUrl,
                MailedToken = session.Metadata?.GetValueOrDefault(StripeMetadata.MailedLink),
                RefundPolicyVersionId = session.Metadata.Id(StripeMetadata.RefundPolicy),
                PrivacyPolicyVersionId = session.Metadata.Id(StripeMetadata.PrivacyPolicy),
            },
            ClientReference = session.ClientReferenceId,
        };
    }

    internal static SessionState StateOf(Session session) => session.Status switch
    {
        "open" => SessionState.Open,
        "complete" => SessionState.Complete,
        "expired" => SessionState.Expired,
        // A word that we do not know, or a session of another product: nothing is decided by it.
        _ => SessionState.Open,
    };

    private static PaymentFacts FactsOf(PaymentIntent intent)
    {
        var charge = intent.LatestCharge;
        var method = charge?.PaymentMethodDetails;
        var captured = intent.Status == "succeeded";
        var amount = captured ? intent.AmountReceived : intent.Amount;
        return new PaymentFacts(intent.Id, StatusOf(intent.Status), new Money(amount, intent.Currency.ToUpperInvariant()))
        {
            ChargeId = charge?.Id,
            Method = method?.Type,
            CardBrand = method?.Card?.Brand,
            LastDigits = method?.Card?.Last4 ?? method?.UsBankAccount?.Last4,
            FeeMinor = charge?.BalanceTransaction?.Fee,
            BalanceTransactionId = charge?.BalanceTransactionId,
            FailureReason = intent.LastPaymentError?.Code,
            CapturedAtUtc = captured ? charge?.BalanceTransaction?.Created ?? charge?.Created : null,
            Refunds = [.. charge?.Refunds?.Data.Select(StripeRefunds.FactsOf) ?? []],
        };
    }

    // A complete session whose payment is neither captured nor on its way has failed at the bank.
    internal static PaymentStatus StatusOf(string intentStatus) => intentStatus switch
    {
        "succeeded" => PaymentStatus.Succeeded,
        "requires_payment_method" or "canceled" => PaymentStatus.Failed,
        _ => PaymentStatus.Processing,
    };
}

public sealed record OpenedSession(string SessionId, string Url);

/// <param name="Number">The enrollment number that we gave it, or null: then it is not ours.</param>
public sealed record ChargeReport(PaymentFacts Payment, string? Number);

/// <param name="Number">The enrollment number that we gave it, or null: then it is not ours.</param>
/// <param name="Attempt">Which attempt of that enrollment's order it is.</param>
public sealed record SessionReport(SessionFacts Facts, string? Number, int? Attempt, SessionTrace Trace)
{
    public required SessionOwner Owner { get; init; }

    /// <summary>The enrollment number that we gave it besides, in a field that a payment link may carry too.</summary>
    public string? ClientReference { get; init; }

    /// <summary>The other enrollment numbers that its own references name; null if they agree.</summary>
    public string? Contradiction => Number is null ? null : ContradictionWith(Number);

    /// <summary>The numbers at Stripe that are not the enrollment that it belongs to; null if there are none.</summary>
    public string? ContradictionWith(string number)
    {
        string[] others = [.. new[] { Number, ClientReference }.OfType<string>().Where(n => n != number).Distinct(StringComparer.Ordinal)];
        return others.Length == 0 ? null : string.Join(", ", others);
    }
}

/// <summary>Whose session it is, as far as Stripe knows: read only where our own rows are lost.</summary>
public sealed record SessionOwner(string? CohortReference, string? Email)
{
    /// <summary>As typed on Stripe's page; the payer may not be the student.</summary>
    public string? PayerName { get; init; }

    public string? MailedToken { get; init; }

    /// <summary>Carries the link token, so that old links go on working.</summary>
    public string? SuccessUrl { get; init; }

    public int? RefundPolicyVersionId { get; init; }

    public int? PrivacyPolicyVersionId { get; init; }
}
