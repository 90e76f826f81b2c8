using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Sandbox.Previews;

/// <summary>Sample enrollments, led into each state by the domain's own methods.</summary>
internal sealed class LetterSamples(DateTime nowUtc)
{
    private const int Classes = 6;
    private const int DaysToFirstClass = 50;

    private static readonly HoldTerms Hold = new(TimeSpan.FromMinutes(35), MaxMoves: 3);
    private static readonly Actor Preview = Actor.Worker("preview");

    public DateTime NowUtc => nowUtc;

    public Enrollment Held() => Registered(OpenCohort());

    /// <summary>In a cohort that has no other seat.</summary>
    public Enrollment HeldOfFull() => Registered(OpenCohort(capacity: 1));

    public Cohort OtherCohort() => OpenCohort();

    public Enrollment Processing()
    {
        var enrollment = Held();
        Pay(enrollment, PaymentStatus.Processing);
        return enrollment;
    }

    public Enrollment Confirmed()
    {
        var enrollment = Held();
        enrollment.ProveAddress(isAnother: false, Preview, nowUtc);
        Pay(enrollment, PaymentStatus.Succeeded);
        return enrollment;
    }

    public Enrollment Expired()
    {
        var enrollment = Held();
        new SettlementRules(enrollment.Cohort, enrollment.Order, Preview, nowUtc).EndHold(expiredSessionIds: [], ExpiryReason.TimeOver);
        return enrollment;
    }

    public (Enrollment Enrollment, Payment Payment) PaymentFailed()
    {
        var enrollment = Held();
        Pay(enrollment, PaymentStatus.Processing);
        Pay(enrollment, PaymentStatus.Failed);
        return (enrollment, enrollment.Order.Payments[0]);
    }

    /// <summary>Its hold had ended, and the only seat was taken by somebody else, when its payment came.</summary>
    public Enrollment PaidLate()
    {
        var enrollment = HeldOfFull();
        Begin(enrollment.Order);
        enrollment.Cohort.Release(enrollment, ExpiryReason.TimeOver, Preview, nowUtc);
        Registered(enrollment.Cohort);
        Pay(enrollment, PaymentStatus.Succeeded);
        return enrollment;
    }

    public (Enrollment Enrollment, Refund Refund) Refunded(RefundReason reason)
    {
        var enrollment = Confirmed();
        var payment = enrollment.Order.Payments[0];
        return (enrollment, enrollment.Order.RequestRefund(payment, payment.Amount, reason, Preview, nowUtc));
    }

    public CohortMessage CohortMessage(Cohort cohort) => cohort.Write(
        "sample",
        new WrittenMessage(
            "Before our first class: one conversation to bring",
            "Dear {{first name}},\n\nplease think of **one conversation** from last week that did *not* go as you had hoped.\n\n"
            + "- Have a quiet room\n- Have a [camera](https://meet.example/camera) and a microphone\n\nJoin here: {{join link}}",
            CohortAudience.Confirmed),
        [1], Preview, nowUtc);

    public EmailChange EmailChange() => new(Confirmed(), Address(), nowUtc);

    public (EmailChange Change, string ReversalToken) EmailChangeMade()
    {
        var change = EmailChange();
        return (change, change.Make(Preview, nowUtc));
    }

    public OpenMatters OpenMatters() => new(
        [
            new OpenMatter(1, OpenCaseKind.RefundFailed, "IPT-SAMPLE", nowUtc),
            new OpenMatter(2, OpenCaseKind.UnclaimedPayment, null, nowUtc),
        ],
        CaseCount: 3,
        UnsentMessages: 2);

    public CourseInterest Interest() => new(courseId: 1, Address(), privacyPolicyVersionId: 1, nowUtc);

    private void Pay(Enrollment enrollment, PaymentStatus status)
    {
        var order = enrollment.Order;
        var checkout = order.Checkouts.Count > 0 ? order.Checkouts[0] : Begin(order);
        var method = status == PaymentStatus.Succeeded ? "card" : "us_bank_account";
        var facts = new PaymentFacts("pi_sample", status, order.Total) { Method = method };
        var session = new SessionFacts("cs_sample", SessionState.Complete, facts);
        new SettlementRules(enrollment.Cohort, order, Preview, nowUtc).Settle(checkout, session, otherLive: null);
    }

    private Checkout Begin(Order order)
    {
        var terms = new CheckoutTerms("Sample", "https://sweet.example", AllowsDelayedMethods: true);
        var checkout = order.BeginCheckout(terms, Hold, nowUtc);
        checkout.Open("cs_sample", "https://checkout.example", Preview, nowUtc);
        return checkout;
    }

    private Enrollment Registered(Cohort cohort)
    {
        var student = new Student("Zoë", "Sample-Okafor", Address(), Profession.SocialWorker);
        var registration = new Registration(
            Enrollment.NewNumber(cohort.Course.Code), student, new Origin(null, null, null), Payer: null, new PolicyAcceptance(1, 1));
        return cohort.HoldSeat(registration, live: null, Hold.HoldTime, nowUtc);
    }

    private Cohort OpenCohort(int capacity = 30)
    {
        var course = new Course(
            "IPT", "interpersonal-psychotherapy", "Interpersonal Psychotherapy (IPT)", "six-week certificate course", nowUtc);
        var cohort = new Cohort(course, "ipt-sample", "America/New_York", capacity, new Money(59_700, "USD"), nowUtc);
        cohort.SetWhatsAppUrl("https://chat.whatsapp.com/sample", nowUtc);
        var firstClass = nowUtc.Date.AddDays(DaysToFirstClass).AddHours(18);
        for (var week = 0; week < Classes; week++)
            cohort.SetJoinUrl(cohort.AddMeeting(firstClass.AddDays(7 * week), minutes: 120, nowUtc), "https://meet.example/sample", nowUtc);
        cohort.SetEarlyPrice(new Money(49_700, "USD"), cohort.FirstClassAtUtc.AddDays(-28), nowUtc);
        cohort.SetRegistration(nowUtc.AddDays(-30), cohort.FirstClassAtUtc, nowUtc);
        cohort.Open(Preview, nowUtc.AddDays(-30));
        return cohort;
    }

    private static EmailAddress Address() =>
        EmailAddress.Read("zoe.sample@example.com", out _) ?? throw new InvalidOperationException("The sample address is no address.");
}
