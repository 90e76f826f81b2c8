using Stripe;
using Sweet.Domain.Books;

namespace Sweet.Web.Payments;

/// <summary>What moved in our balance, and what of it went to the bank: a page at a time, the newest first.</summary>
public sealed class StripeBalance(IStripeClient stripe, StripeCall calls)
{
    private const int PageSize = 100;

    private readonly BalanceTransactionService entries = new(stripe);
    private readonly PayoutService payouts = new(stripe);

    /// <param name="untilUtc">Exclusive.</param>
    public Task<ListedBalance> Entries(DateTime fromUtc, DateTime untilUtc, string? after, CancellationToken ct) => Entries(
        new BalanceTransactionListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = fromUtc, LessThan = untilUtc },
            StartingAfter = after,
            Limit = PageSize,
        },
        ct);

    /// <summary>What a payout is made of; only of one that Stripe has made by itself.</summary>
    public Task<ListedBalance> EntriesOf(string payoutId, string? after, CancellationToken ct) =>
        Entries(new BalanceTransactionListOptions { Payout = payoutId, StartingAfter = after, Limit = PageSize }, ct);

    public async Task<ListedPayouts> Payouts(DateTime sinceUtc, string? after, CancellationToken ct)
    {
        var options = new PayoutListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = sinceUtc },
            StartingAfter = after,
            Limit = PageSize,
        };
        var page = await calls.Make(token => payouts.ListAsync(options, cancellationToken: token), ct);
        return new ListedPayouts([.. page.Data.Select(FactsOf)], page.HasMore ? page.Data[^1].Id : null);
    }

    private async Task<ListedBalance> Entries(BalanceTransactionListOptions options, CancellationToken ct)
    {
        var page = await calls.Make(token => entries.ListAsync(options, cancellationToken: token), ct);
        return new ListedBalance([.. page.Data.Select(FactsOf)], page.HasMore ? page.Data[^1].Id : null);
    }

    private static BalanceFacts FactsOf(BalanceTransaction entry) => new(
        entry.Id, entry.Type, entry.ReportingCategory ?? "", entry.Amount, entry.Fee, entry.Currency.ToUpperInvariant())
    {
        SourceId = entry.SourceId,
        CreatedAtUtc = entry.Created,
    };

    private static PayoutFacts FactsOf(Stripe.Payout payout) => new(
        payout.Id, payout.Amount, payout.Currency.ToUpperInvariant(), payout.Status, payout.Automatic,
        IsListed: payout.ReconciliationStatus == "completed")
    {
        CreatedAtUtc = payout.Created,
        ArrivesOn = DateOnly.FromDateTime(payout.ArrivalDate),
        Failure = payout.FailureCode,
    };
}

/// <param name="Cursor">Where the next page begins; null after the last one.</param>
public sealed record ListedBalance(IReadOnlyList<BalanceFacts> Entries, string? Cursor);

/// <param name="Cursor">Where the next page begins; null after the last one.</param>
public sealed record ListedPayouts(IReadOnlyList<PayoutFacts> Payouts, string? Cursor);
