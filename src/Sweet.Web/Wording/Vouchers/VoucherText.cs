using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Vouchers;

namespace Sweet.Web.Wording.Vouchers;

/// <summary>A voucher in words: what it gives, and to a student why it does not hold, and no more than that.</summary>
public static class VoucherText
{
    /// <summary>"20%" or "$50".</summary>
    public static string Gives(this VoucherTerms terms) =>
        terms.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}%")
            : new Money(terms.AmountMinor!.Value, terms.Currency).InText();

    /// <summary>"SAMPLE-CLINIC takes 10% off: $447.30 instead of $497."</summary>
    public static string InWords(string code, VoucherTerms terms, Money price) =>
        $"{code} takes {terms.Gives()} off: {terms.TotalOf(price).InText()} instead of {price.InText()}.";

    public static string InWords(this VoucherRefusal refusal) => refusal switch
    {
        VoucherRefusal.Unknown => "We don’t know this code. Check its spelling, or remove it",
        VoucherRefusal.NotYet => "This code can’t be used yet",
        VoucherRefusal.Over => "This code is over: it can’t be used anymore",
        VoucherRefusal.NotForThis => "This code is not for these dates. Choose other dates, or remove it",
        VoucherRefusal.NothingToLower => "This course is free: no code is needed. Remove it",
        VoucherRefusal.BelowMinimum => "This code is for higher prices than this one",
        VoucherRefusal.LeavesTooLittle =>
            "With this code, less would be left to pay than a card can be charged, so it can’t be used here. "
            + "Email us, and we’ll help you",
        VoucherRefusal.UsedUp or VoucherRefusal.UsedByAddress => "This code has been used as often as it may be",
        VoucherRefusal.SeatHeldWithout =>
            "You already hold a seat without this code. Open it, give the seat back, and then register with the code",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
