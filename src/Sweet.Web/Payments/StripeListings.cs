using Stripe;
using Stripe.Checkout;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Web.Payments;

/// <summary>Stripe's objects made since a moment: the newest first, a page at a time, each as it is now.</summary>
public sealed class StripeListings(IStripeClient stripe, StripeCall calls)
{
    private const int PageSize = 50;

    // A refund or a dispute does not say itself whether its payment is ours.
    private static readonly List<string> WithPayment = ["data.payment_intent"];

    private readonly SessionService sessions = new(stripe);
    private readonly PaymentIntentService payments = new(stripe);
    private readonly RefundService refunds = new(stripe);
    private readonly DisputeService disputes = new(stripe);

    public async Task<ListedPage<SessionState>> Sessions(DateTime sinceUtc, string? after, CancellationToken ct)
    {
        var options = new SessionListOptions { Created = Since(sinceUtc), StartingAfter = after, Limit = PageSize };
        var page = await calls.Make(token => sessions.ListAsync(options, cancellationToken: token), ct);
        return PageOf(page, s => new Listed<SessionState>(
            s.Id, s.PaymentIntentId ?? "", StripeCheckout.StateOf(s), s.Metadata?.GetValueOrDefault(StripeMetadata.Number)));
    }

    /// <summary>Payments whose state is null have not been tried yet.</summary>
    public async Task<ListedPage<PaymentStatus?>> Payments(DateTime sinceUtc, string? after, CancellationToken ct)
    {
        var options = new PaymentIntentListOptions { Created = Since(sinceUtc), StartingAfter = after, Limit = PageSize };
        var page = await calls.Make(token => payments.ListAsync(options, cancellationToken: token), ct);
        return PageOf(page, p => new Listed<PaymentStatus?>(p.Id, p.Id, StateOf(p), p.Metadata?.GetValueOrDefault(StripeMetadata.Number)));
    }

    public async Task<ListedPage<RefundStatus>> Refunds(DateTime sinceUtc, string? after, CancellationToken ct)
    {
        var options = new RefundListOptions { Created = Since(sinceUtc), StartingAfter = after, Limit = PageSize, Expand = WithPayment };
        var page = await calls.Make(token => refunds.ListAsync(options, cancellationToken: token), ct);
        return PageOf(page, r => new Listed<RefundStatus>(
            r.Id, r.PaymentIntentId ?? "", StripeRefunds.StatusOf(r.Status), NumberOf(r.PaymentIntent)));
    }

    /// <summary>The state of a dispute is Stripe's own word.</summary>
    public async Task<ListedPage<string>> Disputes(DateTime sinceUtc, string? after, CancellationToken ct)
    {
        var options = new DisputeListOptions { Created = Since(sinceUtc), StartingAfter = after, Limit = PageSize, Expand = WithPayment };
        var page = await calls.Make(token => disputes.ListAsync(options, cancellationToken: token), ct);
        return PageOf(page, d => new Listed<string>(d.Id, d.PaymentIntentId ?? "", d.Status, NumberOf(d.PaymentIntent)));
    }

    private static string? NumberOf(PaymentIntent? payment) => payment?.Metadata?.GetValueOrDefault(StripeMetadata.Number);

    private static PaymentStatus? StateOf(PaymentIntent payment) =>
        payment.Status is "succeeded" or "processing" or "canceled" || payment.LatestChargeId is not null
            ? StripeCheckout.StatusOf(payment.Status)
            : null;

    private static DateRangeOptions Since(DateTime utc) => new() { GreaterThanOrEqual = utc };

    private static ListedPage<TState> PageOf<TObject, TState>(StripeList<TObject> page, Func<TObject, Listed<TState>> read) =>
        new([.. page.Data.Select(read)], page.HasMore);
}

/// <param name="PaymentIntentId">Empty where there is none.</param>
/// <param name="Number">The enrollment number that we gave it, or null: then it is another product's.</param>
public sealed record Listed<TState>(string Id, string PaymentIntentId, TState State, string? Number);

public sealed record ListedPage<TState>(IReadOnlyList<Listed<TState>> Objects, bool HasMore)
{
    /// <summary>Where the next page begins; null after the last one.</summary>
    public string? Cursor => HasMore && Objects.Count > 0 ? Objects[^1].Id : null;
}
