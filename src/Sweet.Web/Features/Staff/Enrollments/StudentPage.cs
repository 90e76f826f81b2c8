using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Books.Documents;
using Sweet.Web.Features.Staff.Enrollments.Timelines;
using Sweet.Web.Features.Staff.StudentNotes;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.Enrollments;

/// <summary>A student in a cohort as staff see them.</summary>
public sealed record StudentPage(
    int Id, string Number, EnrollmentStatus Status, StudentMoney Money, StudentPerson Person, StudentSeat Seat, Timeline Timeline)
{
    public const string View = "/Features/Staff/Enrollments/Show.cshtml";

    /// <summary>Why the last act changed nothing, or null.</summary>
    public string? Problem { get; init; }

    public required StudentTransfers Transfers { get; init; }

    public StudentNoteForm NoteForm { get; init; } = new();

    public DateTime? ErasedAtUtc { get; init; }

    /// <summary>Of the whole site, for the menu.</summary>
    public required int OpenCases { get; init; }

    /// <summary>What waits for a decision about this student.</summary>
    public IReadOnlyList<StudentCase> Cases { get; init; } = [];

    public bool IsErased => ErasedAtUtc is not null;

    /// <summary>What has ended stays as it is, and so does what nobody knows the person of.</summary>
    public bool IsLive =>
        !IsErased && Status is EnrollmentStatus.Held or EnrollmentStatus.Processing or EnrollmentStatus.Confirmed;

    public bool CanMove => !IsErased && Status == EnrollmentStatus.Confirmed;

    public string Title => $"{Person.Name}, {Number}";
}

public sealed record StudentCase(int Id, string Headline);

/// <param name="Reductions">What made the price lower, in words; "" for nothing.</param>
/// <param name="FeeMinor">Stripe's fee as far as it is known; null while it is not.</param>
public sealed record StudentMoney(
    OrderState State, Money Ordered, string Reductions, Money Paid, Money GoneBack, long? FeeMinor, IReadOnlyList<PaymentAtStripe> Payments)
{
    /// <summary>Late money waits with a place in line.</summary>
    public bool WaitsInLine { get; init; }

    /// <summary>Until when the payer of late money may choose to wait in line; null where there is no choice.</summary>
    public DateTime? ChooseUntilUtc { get; init; }

    /// <summary>A refund has not arrived yet.</summary>
    public bool IsGoingBack { get; init; }

    /// <summary>There is or was an invoice.</summary>
    public bool IsInvoiced => InvoiceDueOn is not null;

    public DateOnly? InvoiceDueOn { get; init; }

    public string? InvoiceNumber { get; init; }

    /// <summary>Nobody has paid it, and it is waited for.</summary>
    public bool IsInvoiceOpen { get; init; }

    /// <summary>What banks took back.</summary>
    public long LostMinor { get; init; }

    public string StateInWords => LostMinor > 0 && State is OrderState.Refunded or OrderState.PartlyRefunded
        ? State == OrderState.Refunded ? "Taken back by the bank" : "Partly taken back by the bank"
        : State.InWords(IsGoingBack);

    /// <summary>Receipts, credit notes and reversals, in the order of their issue.</summary>
    public IReadOnlyList<ListedDocument> Documents { get; init; } = [];

    public Money? Fee => FeeMinor is { } minor ? new Money(minor, Ordered.Currency) : null;

    public Money? Net => Fee is { } fee ? Paid - GoneBack - fee : null;
}

/// <param name="Url">Of Stripe's dashboard; null where the payment is not one of Stripe's.</param>
public sealed record PaymentAtStripe(string Id, string? Url, string Amount, string? Method)
{
    public static PaymentAtStripe Of(Payment payment, string? url) =>
        new(payment.PaymentIntentId ?? payment.OutsideReference ?? "", url, payment.Amount.Exact(), PaymentMethodText.InWords(payment))
        {
            IsOutside = payment.IsOutside,
        };

    public bool IsOutside { get; init; }
}

public sealed record StudentPerson
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Whether it was shown by a link that was emailed to it.</summary>
    public bool IsAddressProven { get; init; }

    /// <summary>Email to it has come back.</summary>
    public bool IsAddressReturning { get; init; }

    public string AddressState =>
        (IsAddressProven ? "confirmed by its owner" : "not confirmed by its owner yet")
        + (IsAddressReturning ? "; email to it comes back" : "");

    public required string Profession { get; init; }

    public string? License { get; init; }

    public required string Certificate { get; init; }

    public string? Payer { get; init; }

    public string? HeardFrom { get; init; }

    public string? ArticleSlug { get; init; }

    public DateTime? RefundPolicyUtc { get; init; }

    public DateTime? PrivacyPolicyUtc { get; init; }
}

/// <param name="NextClassAtUtc">Null after the last one.</param>
public sealed record StudentSeat(int CohortId, string Cohort, string TimeZone, int ClassesBegun, int Classes, DateTime? NextClassAtUtc)
{
    /// <summary>What the student asked for, in their own words; null for nothing.</summary>
    public string? Needs { get; init; }

    /// <summary>Who of the staff sees to it, or null.</summary>
    public string? NeedsOwner { get; init; }

    public DateOnly? NeedsDueOn { get; init; }

    public bool IsNeedMet { get; init; }

    public string NeedsState =>
        IsNeedMet ? "done" : NeedsOwner is null ? "no one sees to it yet" : $"{NeedsOwner} sees to it";

    public string NeedsDue => NeedsDueOn is { } day ? $", due {day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}" : "";

    public DateTime? HeldUntilUtc { get; init; }

    /// <summary>Before the seat was the student's.</summary>
    public int ClassesOver { get; init; }

    public string Begun =>
        (ClassesBegun == 0 ? $"none of {Classes} has begun" : $"{ClassesBegun} of {Classes} have begun")
        + (ClassesOver == 0 ? "" : $"; {ClassesOver} of them {(ClassesOver == 1 ? "was" : "were")} over before they enrolled");
}
