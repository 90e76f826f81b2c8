using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Email.Letters.Waitlists;

namespace Sweet.Sandbox.Previews;

/// <summary>Somebody in the line of a full cohort, in each state of which an email tells.</summary>
internal static class WaitlistSamples
{
    private static readonly Actor Preview = Actor.Worker("preview");
    private static readonly TimeSpan OfferTime = TimeSpan.FromHours(24);

    public static WaitlistEntry Asked(this LetterSamples samples) => New(samples);

    public static WaitlistEntry InLine(this LetterSamples samples) => Waiting(samples).Entry;

    /// <summary>In line with the late payment of somebody who had lost their hold.</summary>
    public static (WaitlistEntry Entry, Cohort Cohort) InLinePaid(this LetterSamples samples)
    {
        var (late, entry) = (samples.PaidLate(), New(samples));
        late.WaitPaid(entry, [], live: null, samples.NowUtc);
        return (entry, late.Cohort);
    }

    public static WaitlistEntry Offered(this LetterSamples samples)
    {
        var (enrollment, entry) = Waiting(samples);
        enrollment.Cohort.Release(enrollment, ExpiryReason.GivenBack, Preview, samples.NowUtc);
        enrollment.Cohort.Offer(entry, OfferTime, Preview, samples.NowUtc);
        return entry;
    }

    public static WaitlistEntry Missed(this LetterSamples samples)
    {
        var (enrollment, entry) = Waiting(samples);
        enrollment.Cohort.Release(enrollment, ExpiryReason.GivenBack, Preview, samples.NowUtc);
        enrollment.Cohort.Offer(entry, OfferTime, Preview, samples.NowUtc);
        enrollment.Cohort.LapseIfDue(entry, Preview, samples.NowUtc + OfferTime);
        return entry;
    }

    public static LineEndedLetter LineEnded(this LetterSamples samples)
    {
        var (enrollment, entry) = Waiting(samples);
        var cohort = enrollment.Cohort;
        cohort.Leave(entry, Preview, samples.NowUtc);
        _ = new CohortCancellation(cohort, "Fewer people registered than a good group needs.", note: null, [], Preview, samples.NowUtc);
        return new LineEndedLetter(entry, cohort);
    }

    private static (Enrollment Enrollment, WaitlistEntry Entry) Waiting(LetterSamples samples)
    {
        var held = samples.HeldOfFull();
        var entry = New(samples);
        held.Cohort.Join(entry, [], live: null, samples.NowUtc);
        return (held, entry);
    }

    private static WaitlistEntry New(LetterSamples samples) => new(
        cohortId: 1, EmailAddress.Read("noor@example.com", out _)!, new PersonName("Noor", "Sample-Haddad"), privacyPolicyVersionId: 1,
        samples.NowUtc);
}
