using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Rosters;

/// <summary>One person of a roster.</summary>
public sealed record RosterRow
{
    public int Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? CertificateName { get; init; }

    public required string Email { get; init; }

    public required string Number { get; init; }

    public EnrollmentStatus Status { get; init; }

    public ExpiryReason? ExpiredWhy { get; init; }

    public CancellationReason? CancelledWhy { get; init; }

    public Profession Profession { get; init; }

    /// <summary>Nobody has told the profession yet.</summary>
    public bool LacksDetails { get; init; }

    public string? LicenseNumber { get; init; }

    public string? LicenseState { get; init; }

    public required string Currency { get; init; }

    public long PaidMinor { get; init; }

    /// <summary>What earlier seats pay for; null for who was not transferred.</summary>
    public long? CreditMinor { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public string? HeardFrom { get; init; }

    public string? ArticleSlug { get; init; }

    public bool HasNeed { get; init; }

    public bool HasOpenCase { get; init; }

    /// <summary>A late payment waits with a place in line.</summary>
    public bool IsInLine { get; init; }

    public string? PayerName { get; init; }

    public string Name => LastName.Length == 0 ? FirstName : $"{FirstName} {LastName}";

    public string Certificate => CertificateName ?? Name;

    public string Address => EmailAddress.Shown(Email);

    public string ProfessionInWords => Profession.InWords(isTold: !LacksDetails);

    public string License => string.Join(", ", new[] { LicenseNumber, LicenseState }.OfType<string>());

    public Money Paid => new(PaidMinor, Currency);

    public Money CameAlong => new(CreditMinor ?? 0, Currency);

    /// <summary>Somebody was sent an invoice, and has not paid yet.</summary>
    public bool IsInvoiced { get; init; }

    public bool HasSeat => Status is EnrollmentStatus.Held or EnrollmentStatus.Processing or EnrollmentStatus.Confirmed;

    public bool IsUnpaid => PaidMinor == 0 && Status is EnrollmentStatus.Held or EnrollmentStatus.Processing;

    public string Origin => ArticleSlug is null ? HeardFrom ?? "" : $"article {ArticleSlug}";

    public string State => Status switch
    {
        EnrollmentStatus.Expired when IsInLine => "In line, paid",
        EnrollmentStatus.Expired when ExpiredWhy is { } why => $"{Status.InWords()}: {why.InWords()}",
        EnrollmentStatus.Cancelled when CancelledWhy is { } why => $"{Status.InWords()}: {why.InWords()}",
        _ => Status.InWords(),
    };
}
