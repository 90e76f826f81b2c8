using Sweet.Domain.Books;
using Sweet.Web.Books.Balance;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.BookMonths;

public static class BookWords
{
    public static string InWords(this BalanceKind kind) => kind switch
    {
        BalanceKind.Payment => "Payments",
        BalanceKind.Refund => "Refunds",
        BalanceKind.Dispute => "Disputes",
        BalanceKind.Fee => "Other fees of Stripe",
        BalanceKind.Payout => "Payouts",
        _ => "Anything else",
    };

    /// <summary>One of them.</summary>
    public static string InSingular(this BalanceKind kind) => kind switch
    {
        BalanceKind.Payment => "Payment",
        BalanceKind.Refund => "Refund",
        BalanceKind.Dispute => "Dispute",
        BalanceKind.Fee => "Fee",
        BalanceKind.Payout => "Payout",
        _ => "Other",
    };

    /// <summary>Names how Stripe and our books differ; "" where they agree.</summary>
    public static string DifferenceInWords(this BalanceLine line) => line.Difference switch
    {
        null => "",
        BalanceDifference.Unknown => $"Unknown: our books have no such {line.Kind.InSingular().ToLowerInvariant()}",
        BalanceDifference.AmountDiffers => $"Amount differs: {line.Ours!.Value.Exact()} in our books",
        BalanceDifference.CurrencyDiffers => $"Another currency: {line.Ours!.Value.Exact()} in our books",
        BalanceDifference.FeeDiffers => $"Fee differs: {(line.Fee with { Minor = line.OurFeeMinor!.Value }).Exact()} in our books",
        BalanceDifference.OfNoKind => $"Stripe calls it “{line.Type.Replace('_', ' ')}”: look at it there",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Difference, message: null),
    };
}
