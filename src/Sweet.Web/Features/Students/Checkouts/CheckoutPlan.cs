using Microsoft.Extensions.Options;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Checkouts;

public sealed class CheckoutPlan(IOptions<EnrollmentOptions> enrollment, IOptions<SiteOptions> site)
{
    /// <summary>What a hold gets once on top where Stripe's clock turns out to be further ahead than a hold allows for.</summary>
    public static readonly TimeSpan ForClocks = TimeSpan.FromMinutes(10);

    public HoldTerms Hold => new(enrollment.Value.HoldTime, enrollment.Value.MaxHoldMoves);

    public CheckoutTerms TermsFor(Enrollment of, DateTime nowUtc)
    {
        var cohort = of.Cohort;
        var daysLeft = (cohort.FirstClassAtUtc - nowUtc).TotalDays;
        return new CheckoutTerms(
            $"{cohort.Course.FullTitle}, from {ZonedTime.At(cohort.FirstClassAtUtc, cohort.TimeZone).ShortDate}",
            $"{site.Value.BaseUrl}/enrollments/{of.LinkToken}",
            daysLeft > enrollment.Value.DelayedMethodsMinDays);
    }
}
