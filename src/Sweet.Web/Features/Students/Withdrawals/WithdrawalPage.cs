using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Withdrawals;

/// <summary>What a withdrawal means, before anything is done.</summary>
/// <param name="Refusal">Why it is not possible; the sums then mean nothing.</param>
public sealed record WithdrawalPage(
    string Token, string Number, string CourseTitle, string TimeZone, string Email, WithdrawalRefusal? Refusal, WithdrawalQuote Quote,
    IReadOnlyList<ClassShare> Classes, IReadOnlyList<QuoteLine> Lines)
{
    /// <summary>What comes back once the next class has begun; null if nothing changes any more.</summary>
    public LaterQuote? Later { get; init; }

    public bool HasGroup { get; init; }
}

/// <param name="Share">The part of the price that this class has.</param>
public sealed record ClassShare(int Number, DateTime StartsAtUtc, Money Share, string Status);

public sealed record LaterQuote(int Class, DateTime FromUtc, Money Back);
