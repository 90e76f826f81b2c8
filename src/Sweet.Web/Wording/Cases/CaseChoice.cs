using Sweet.Domain;
using Sweet.Domain.Cases;

namespace Sweet.Web.Wording.Cases;

/// <summary>A choice on a case in words: what it is called, and what it will do to seat, money and email.</summary>
public sealed record CaseChoice(CaseResolution Resolution, string Label, string Seat, string Money, string Email)
{
    /// <summary>Why it cannot be chosen, or null.</summary>
    public string? Refusal { get; init; }

    public static CaseChoice Of(OpenCase openCase, CaseOutlook outlook) => new(
        outlook.Resolution, LabelOf(openCase, outlook), SeatOf(openCase, outlook), MoneyOf(openCase, outlook), EmailOf(openCase, outlook))
    {
        Refusal = outlook.Refusal is { } refusal ? CaseRefusalText.InWords(refusal) : null,
    };

    private static string LabelOf(OpenCase openCase, CaseOutlook outlook) => outlook switch
    {
        { Resolution: CaseResolution.Mail } => $"Send the emails that are still true, of {openCase.Count} withheld",
        { Resolution: CaseResolution.Noted } => openCase.OrderId is null ? "Note it: it was seen to" : "Note it: nothing is left to do",
        { Seat: CaseSeat.Taken } => "Give a free seat to the student",
        { Seat: CaseSeat.Confirmed } => "Confirm the seat, keep the money",
        { Resolution: CaseResolution.Seat } => "Keep the seat",
        { Seat: CaseSeat.Ends or CaseSeat.Released, Back.IsZero: true } => "End the enrollment",
        { Seat: CaseSeat.Ends or CaseSeat.Released } => $"Send {outlook.Back.Exact()} back, end the enrollment",
        { NeedsSum: true } => "Send a sum back",
        _ when openCase.Kind == OpenCaseKind.RefundFailed => $"Send {outlook.Back.Exact()} again",
        _ => $"Send {outlook.Back.Exact()} back",
    };

    private static string SeatOf(OpenCase openCase, CaseOutlook outlook) => outlook.Seat switch
    {
        CaseSeat.Stays => "stays the student’s, confirmed",
        CaseSeat.Confirmed => "becomes the student’s, confirmed",
        CaseSeat.Taken => "a free one is taken, and confirmed",
        CaseSeat.Ends or CaseSeat.Released => "given back at once, free for others",
        _ => openCase.OrderId is null ? "none is concerned" : "stays as it is",
    };

    private static string MoneyOf(OpenCase openCase, CaseOutlook outlook) => outlook switch
    {
        { NeedsSum: true } => $"say the sum below, at most {outlook.Most.Exact()}; it cannot be taken back",
        { Back.IsZero: false, Most.IsZero: false } => $"{outlook.Back.Exact()} goes back, or the sum below; it cannot be taken back",
        { Back.IsZero: false } => $"{outlook.Back.Exact()} goes back; it cannot be taken back",
        { Resolution: CaseResolution.Seat, Most.IsZero: false } =>
            $"stays with us; if you say a sum below, that much goes back, at most {outlook.Most.Exact()}",
        _ => "nothing moves",
    };

    private static string EmailOf(OpenCase openCase, CaseOutlook outlook)
    {
        string?[] letters =
        [
            outlook.Resolution == CaseResolution.Mail ? "those withheld that are still true" : null,
            outlook.Seat is CaseSeat.Confirmed or CaseSeat.Taken ? "“You are enrolled”" : null,
            outlook.Seat == CaseSeat.Ends ? "“Your enrollment has ended”" : null,
            outlook.NeedsSum || !outlook.Back.IsZero ? "“Your refund”, with the sum"
                : outlook.Most.IsZero || openCase.Kind == OpenCaseKind.DatabaseRestored ? null : "“Your refund” if you say a sum",
        ];
        return string.Join("; ", letters.OfType<string>().DefaultIfEmpty("none"));
    }
}

/// <summary>Why a case stays as it is, as a page says it.</summary>
public static class CaseRefusalText
{
    /// <param name="amount">As it was typed.</param>
    /// <param name="most">As the page says it; null where no choice takes a sum.</param>
    public static string OfSum(decimal amount, Money? most) => most switch
    {
        { } sum when Money.FromUnits(amount, sum.Currency) is not { Minor: > 0 } => "Enter a sum above zero, no finer than a cent.",
        { } sum => $"That is more than is owed of the payment: {sum.Exact()} at the most.",
        _ => InWords(CaseRefusal.SumNotOwed),
    };

    public static string InWords(CaseRefusal refusal) => refusal switch
    {
        CaseRefusal.Resolved => "This case was resolved in the meantime.",
        CaseRefusal.Changed => "Seat or money moved while this page was open. Look at the choices again: they say what is so now.",
        CaseRefusal.NotForThisKind =>
            "A case of this kind is not resolved that way: no enrollment claims its money, or there is nothing to do it with.",
        CaseRefusal.NoSeat => "No seat is free in the cohort, or the cohort has ended.",
        CaseRefusal.HasAnotherSeat => "The address has another seat in the cohort.",
        CaseRefusal.SeatEnded => "The enrollment has ended.",
        CaseRefusal.NothingLeft =>
            "Nothing of the payment is owed anymore: it has gone back, a withdrawal has counted it, or it was sent again already.",
        CaseRefusal.TakesNoSum => "With this choice no sum is said.",
        CaseRefusal.SumMissing => "No rule says how much goes back: say the sum.",
        CaseRefusal.SumNotOwed => "That is more than is owed of the payment.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
