using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Web.Wording.Receipts;

public static class PaymentMethodText
{
    /// <summary>Words that stand in a sentence: "Visa card ending in 4242"; null while Stripe has not told the method.</summary>
    public static string? InWords(Payment payment)
    {
        if (payment.OutsideWay is { } way) return OutsideInWords(way, payment.OutsideReference);
        if (payment.Method is not { } method) return null;

        var kind = payment.CardBrand is { } brand ? $"{BrandInWords(brand)} card" : InWords(method);
        return payment.LastDigits is { } digits ? $"{kind} ending in {digits}" : kind;
    }

    /// <summary>How a refund was returned outside Stripe; null before, and of all others.</summary>
    public static string? InWords(Refund refund) =>
        refund.OutsideWay is { } way ? OutsideInWords(way, refund.OutsideReference) : null;

    public static string OutsideInWords(OutsideWay way, string? reference) => $"{InWords(way)}, reference {reference}";

    public static string InWords(OutsideWay way) => way switch
    {
        OutsideWay.BankTransfer => "bank transfer",
        OutsideWay.Check => "check",
        OutsideWay.Cash => "cash",
        _ => "other means",
    };

    /// <summary>Stripe's name of a method: "bank account".</summary>
    private static string InWords(string method) => method switch
    {
        "us_bank_account" => "bank account",
        "link" => "Link",
        _ => method.Replace('_', ' '),
    };

    /// <remarks>https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-brand</remarks>
    private static string BrandInWords(string brand) => brand switch
    {
        "amex" => "American Express",
        "cartes_bancaires" => "Cartes Bancaires",
        "diners" => "Diners Club",
        "discover" => "Discover",
        "eftpos_au" => "eftpos",
        "jcb" => "JCB",
        "mastercard" => "Mastercard",
        "unionpay" => "UnionPay",
        "visa" => "Visa",
        "unknown" => "payment",
        _ => brand.Replace('_', ' '),
    };
}
