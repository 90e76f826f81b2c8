using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Transfers;

namespace Sweet.Web.Features.Staff.Transfers;

public sealed record TransferPage(int EnrollmentId, int CohortId, string Cohort, string Number, string Name, string Email)
{
    public required Money Paid { get; init; }

    /// <summary>From earlier seats, what paid for this one.</summary>
    public Money CameAlong { get; init; }

    /// <summary>What staff waived or gave back beside the seat: it is not asked for again.</summary>
    public Money Allowance { get; init; }

    public required int ClassesCounted { get; init; }

    public required int Classes { get; init; }

    public required Money Worth { get; init; }

    public required int HoldHours { get; init; }

    public IReadOnlyList<TransferTarget> Targets { get; init; } = [];

    public TransferForm Form { get; init; } = new();

    public string? Problem { get; init; }

    /// <summary>Why the seat cannot move at all, or null.</summary>
    public TransferRefusal? Refusal { get; init; }

    public bool CanTransfer => Refusal is null && Targets.Count > 0;

    public bool AsksForDifference => Targets.Any(t => !t.Quote.Due.IsZero);

    public string Begun => ClassesCounted switch
    {
        0 => "No class has begun yet.",
        1 => $"One of {Classes} classes has begun.",
        _ => $"{ClassesCounted} of {Classes} classes have begun.",
    };
}

/// <param name="Free">Seats that no one in line waits for.</param>
public sealed record TransferTarget(int CohortId, string Title, int Free, int Capacity, int InLine, TransferQuote Quote)
{
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{CohortId}:{Quote.Due.Minor - Quote.Back.Minor}");

    public string Seats => $"{Free} of {Capacity} free" + (InLine > 0 ? $", beyond those kept for {InLine} on the waitlist" : "");
}

internal static class TransferRefusalText
{
    public static string InWords(this TransferRefusal refusal) => refusal switch
    {
        TransferRefusal.NotConfirmed => "Only a paid seat moves. This one is not paid, was given back, or has moved already.",
        TransferRefusal.Erased => "The person was erased, so no one is there to move. If they come back, register them again.",
        TransferRefusal.UnderWay =>
            "A transfer of this seat is already waiting for its payment. It ends by itself if it is not paid in time.",
        TransferRefusal.MoneyInDoubt =>
            "A bank contests the payment, or it came in another currency, so no one knows yet what the seat is worth. Settle that first. "
            + "If it can’t wait, enroll the student in the other cohort by hand as complimentary, and end this seat afterward.",
        TransferRefusal.InvoiceUnpaid =>
            "This seat is paid by an invoice that is still open. Write down its payment first, "
            + "or end the seat and enroll the student in the other cohort.",
        TransferRefusal.SameCohort => "The seat is in this cohort already. Choose another one.",
        TransferRefusal.OtherCurrency => "That cohort has its price in another currency. Choose another one.",
        TransferRefusal.NotOpen => "That cohort has begun, is over, was canceled, or is still a draft. Choose another one.",
        TransferRefusal.Full => "The last free seat there was taken meanwhile, or people in line wait for it. Choose another cohort.",
        TransferRefusal.AlreadyEnrolled => "This address has a seat in that cohort already.",
        TransferRefusal.SumChanged =>
            "The sum has changed since this page was opened. It shows the new one: look at it, and send the form again.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
