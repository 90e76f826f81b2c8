using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;

namespace Sweet.Web.Wording;

/// <summary>A withdrawal in words: the page and the email say the same.</summary>
public static class WithdrawalText
{
    /// <summary>The refund rule in one sentence: course page, email, and the refund policy say the same.</summary>
    /// <param name="feePercent">Kept for processing, in percent of what is left.</param>
    public static string RuleInWords(int feePercent) =>
        $"If you withdraw, you get back the price that you paid, less the price of the classes that have begun and less {feePercent}% "
        + "for processing.";

    public static bool IsAboutMoney(this WithdrawalQuote quote) => !quote.Policy.Paid.IsZero || !quote.Back.IsZero;

    /// <summary>How the sum comes about, each class that has begun on a line of its own; they add up to what comes back.</summary>
    public static IReadOnlyList<QuoteLine> Lines(this WithdrawalQuote quote)
    {
        List<QuoteLine> lines = [new("Paid for the seat", "", quote.Policy.Paid)];
        var begun = quote.Shares.Take(quote.ClassesCounted);
        var (first, last) = (quote.ClassesOver + 1, quote.ClassesOver + quote.Classes);
        lines.AddRange(begun.Select((share, i) => new QuoteLine($"Class {first + i} of {last}, which has begun", "−", share)));
        var rest = quote.ClassesCounted == 0 ? "it" : "the rest";
        if (!quote.Policy.Fee.IsZero) lines.Add(new($"{quote.Policy.FeePercent}% of {rest}, for processing", "−", quote.Policy.Fee));
        if (!quote.Excess.IsZero) lines.Add(new("Paid above the price", "+", quote.Excess));
        if (!quote.GoneBack.IsZero) lines.Add(new("Already refunded, or on its way", "−", quote.GoneBack));
        return lines;
    }

    public static string Arrival(this WithdrawalQuote quote) => quote.IsOutside ? RefundText.ReturnedByHand
        : quote.WaitsForBank
        ? "Your bank is disputing a payment, and until it has decided, that money cannot be sent. "
            + "We’ll send it automatically after that, unless the bank has given it back by then. What doesn’t come out of that payment "
            + "is sent within minutes, and usually arrives within 5 to 10 business days."
        : "It’s sent to the card or account you paid with within minutes, and usually arrives within 5 to 10 business days, "
            + "depending on your bank.";

    /// <param name="seenMinor">Null: the form came without the sum.</param>
    public static string ChangedFrom(this WithdrawalQuote quote, long? seenMinor) => seenMinor is { } minor
        ? $"The amount was {(quote.Back with { Minor = minor }).Exact()} when you opened this page. "
            + $"Now it is {quote.Back.Exact()}, because a class has begun or money has moved in the meantime. "
            + "If you agree, press the button again."
        : $"You’ll be refunded {quote.Back.Exact()}. If you agree, press the button again.";

    public static string InWords(this WithdrawalRefusal refusal) => refusal switch
    {
        WithdrawalRefusal.Ended => "This seat has already been given back.",
        WithdrawalRefusal.NotConfirmed => "This seat is not paid for, so there is nothing to withdraw from.",
        WithdrawalRefusal.CohortCancelled =>
            "This cohort was canceled. You don’t need to withdraw: you’ll be refunded everything you paid.",
        WithdrawalRefusal.CohortOver =>
            "The last class is over, so there is nothing left to withdraw from. If something went wrong, email us.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}

/// <param name="Sign">"−" for what is taken off, "+" for what is added, "" for sums.</param>
public sealed record QuoteLine(string What, string Sign, Money Amount);
