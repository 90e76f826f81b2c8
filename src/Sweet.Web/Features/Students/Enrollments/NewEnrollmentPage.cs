using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Vouchers;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>What one is registering for, beside the form.</summary>
/// <param name="ResumeToken">Of the seat that this browser holds in the cohort already, or null.</param>
public sealed record NewEnrollmentPage(
    string Reference, string CourseSlug, string CourseTitle, string CourseKind, CohortPhase Phase, int SeatsLeft,
    Money Price, int HoldMinutes, ClassTimes Times, string? ResumeToken)
{
    public EnrollmentForm Form { get; init; } = new();

    /// <summary>The code that was typed, or came with the link; null without one.</summary>
    public ShownVoucher? Voucher { get; init; }

    /// <summary>What is to pay: the price, less what a voucher that holds takes off.</summary>
    public Money Total => Voucher?.Terms?.TotalOf(Price) ?? Price;

    public string? VoucherInWords => Voucher?.Terms is { } terms ? VoucherText.InWords(Voucher.Code, terms, Price) : null;

    /// <summary>Of the place in line to which a seat is offered, or null.</summary>
    public SeatOffer? Offer { get; init; }

    public string SeatsInWords =>
        Offer is not null ? "one seat is kept for you" : SeatsLeft == 1 ? "1 seat left" : $"{SeatsLeft} seats left";

    public bool IsOpen => Phase == CohortPhase.Open;

    public bool IsFull => Phase == CohortPhase.Full && Offer is null;

    public string FormPath => Offer is null ? $"/cohorts/{Reference}/enrollments" : $"/waitlist-entries/{Offer.Token}/enrollments";
}

/// <param name="Terms">Null where <paramref name="Refusal"/> says why it does not hold.</param>
public sealed record ShownVoucher(string Code, VoucherTerms? Terms, VoucherRefusal? Refusal);

public sealed record SeatOffer(string Token, DateTime EndsAtUtc);
