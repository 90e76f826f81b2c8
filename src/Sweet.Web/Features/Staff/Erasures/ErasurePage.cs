using Sweet.Domain;
using Sweet.Domain.Persons;

namespace Sweet.Web.Features.Staff.Erasures;

/// <param name="Number">Of the enrollment that the page was opened from: the one to be typed.</param>
public sealed record ErasurePage(int EnrollmentId, string Number, string Name)
{
    public const string Changed = "Something has changed since you opened this page. It shows how things are now: look again.";

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public IReadOnlyList<ErasedEnrollment> Enrollments { get; init; } = [];

    /// <summary>Under the same address by another name: not erased with them.</summary>
    public IReadOnlyList<NamesakeEnrollment> Others { get; init; } = [];

    /// <summary>What has to come to an end first.</summary>
    public IReadOnlyList<ErasureObstacle> Obstacles { get; init; } = [];

    public ErasureForm Form { get; init; } = new();

    public string? Problem { get; init; }
}

public sealed record ErasedEnrollment(int Id, string Number, string Cohort, string State, Money Paid, Money GoneBack);

public sealed record NamesakeEnrollment(int Id, string Number, string Name);

/// <param name="What">The first words of the sentence: they lead to where it can be ended.</param>
public sealed record ErasureObstacle(string What, string Rest, string Url)
{
    public static ErasureObstacle Of(ErasureRefusal refusal, int enrollmentId, string number) => refusal switch
    {
        ErasureRefusal.ErasedBefore => new(
            $"{number} was erased before", "Nothing is left that could be erased.", $"/admin/enrollments/{enrollmentId}"),
        ErasureRefusal.SeatIsLive => new(
            $"{number} still has a seat", "Cancel it first, or wait until its last class is over.", $"/admin/enrollments/{enrollmentId}"),
        ErasureRefusal.PaymentIsUnderway => new(
            $"A payment for {number} may still arrive", "A bank works on it, or its page at Stripe is open, for a day at most.",
            $"/admin/enrollments/{enrollmentId}?show=money"),
        ErasureRefusal.InvoiceIsUnpaid => new(
            $"The invoice for {number} is not paid", "Write down that it was, or end the enrollment first.",
            $"/admin/enrollments/{enrollmentId}/invoice"),
        ErasureRefusal.RefundIsUnderway => new(
            $"A refund of {number} is on its way", "Wait until it has arrived, or settle the one that failed.",
            $"/admin/enrollments/{enrollmentId}/refunds"),
        ErasureRefusal.PaymentWaits => new(
            $"A payment of {number} waits in line", "Send it back first, or wait until it has paid for a seat or goes back by itself.",
            $"/admin/enrollments/{enrollmentId}/refunds/new"),
        ErasureRefusal.DisputeIsOpen => new(
            $"A bank contests a payment of {number}", "You may need name and address to answer it. Wait until it is decided.",
            $"/admin/enrollments/{enrollmentId}?show=money"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static ErasureObstacle OfCase(int caseId, string number) =>
        new($"A case of {number} is open", "Resolve it first.", $"/admin/cases/{caseId}");

    public static ErasureObstacle OfPlace(int cohortId, string cohort) =>
        new($"They are on the waitlist of {cohort}", "Remove them from it first.", $"/admin/cohorts/{cohortId}/waitlist");

    public static ErasureObstacle OfEmail(int enrollmentId) =>
        new(
            "An email to them has not left yet", "It is sent within a minute, or given up after a day.",
            $"/admin/enrollments/{enrollmentId}?show=emails");
}
