using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Domain.Vouchers;

namespace Sweet.Domain.Tests;

/// <summary>Valid things with arguments for what a test is about.</summary>
public static class Some
{
    /// <summary>A Monday, ten in the morning in New York; no change of daylight saving is near.</summary>
    public static readonly DateTime Now = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);

    public static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(35);

    public static readonly Money Price = new(59_700, "USD");

    public static readonly HoldTerms HoldTerms = new(HoldTime, MaxMoves: 3);

    public static readonly CheckoutTerms CheckoutTerms = new("Interpersonal Psychotherapy (IPT)", "https://sweet.test/enrollments/token", AllowsDelayedMethods: true);

    public static readonly Actor Staff = Actor.Staff("staff-1");

    /// <summary>When course and cohort were written down.</summary>
    private static readonly DateTime CreatedUtc = Now.AddYears(-1);

    private static int last;

    public static Course Course(string code = "IPT", string slug = "interpersonal-psychotherapy")
    {
        var course = new Course(code, slug, "Interpersonal Psychotherapy (IPT)", "six-week certificate course", CreatedUtc)
        {
            Promise = "Help people mend the relationships that keep them low.",
            Summary = "Six live evenings on interpersonal psychotherapy.",
            Audience = "For clinicians who see people with depression.",
            Faculty = "The SWEET Institute.",
        };
        for (var week = 1; week <= 6; week++) course.AddWeek($"Topic {week}", $"Name the aim of week {week}.", CreatedUtc);
        course.AddQuestion("Are the classes recorded?", "No. They live from taking part.", CreatedUtc);
        var approval = new Approval("Social workers", 12, "A sample board", "SAMPLE-1", new DateOnly(2024, 1, 1), null) { IsSample = true };
        course.AddApproval(approval, CreatedUtc);
        course.Publish(CreatedUtc);
        return course;
    }

    /// <summary>A draft whose six evenings begin in 50 days, with registration open for 49 of them.</summary>
    public static Cohort Cohort(int seats = 30, Money? price = null, Course? course = null, string? reference = null, DateTime? firstClassLocal = null)
    {
        var cohort = new Cohort(course ?? Course(), reference ?? $"ipt-{Next()}", "America/New_York", seats, price ?? Price, CreatedUtc);
        var first = firstClassLocal ?? new DateTime(2027, 1, 12, 19, 0, 0, DateTimeKind.Unspecified);
        for (var week = 0; week < 6; week++) cohort.AddMeeting(first.AddDays(7 * week), minutes: 120, CreatedUtc);
        cohort.SetRegistration(Now.AddDays(-30), cohort.FirstClassAtUtc, CreatedUtc);
        return cohort;
    }

    public static Cohort OpenCohort(int seats = 30, int taken = 0, Money? price = null, Course? course = null, string? reference = null, DateTime? firstClassLocal = null)
    {
        var cohort = Cohort(seats, price, course, reference, firstClassLocal);
        cohort.Open(Staff, Now.AddDays(-30));
        for (var i = 0; i < taken; i++) Enrollment(cohort);
        return cohort;
    }

    /// <summary>A seat held in an open cohort.</summary>
    public static Enrollment Enrollment(Cohort? cohort = null, string? email = null, DateTime? nowUtc = null) =>
        (cohort ?? OpenCohort()).HoldSeat(Registration(email), live: null, HoldTime, nowUtc ?? Now);

    public static Registration Registration(string? email = null, Student? student = null, Payer? payer = null, string? clientKey = "client") => new(
        Sweet.Domain.Enrollments.Enrollment.NewNumber("IPT"),
        student ?? Student(email),
        new Origin(HeardFrom: null, ArticleSlug: null, Accommodation: null),
        payer,
        new PolicyAcceptance(RefundPolicyVersionId: 1, PrivacyPolicyVersionId: 2))
    {
        ClientKey = clientKey,
    };

    public static Student Student(string? email = null, string firstName = "Ana", string lastName = "Ortiz") => new(
        firstName, lastName, Email(email ?? $"student{Next()}@clinic.example"), Profession.SocialWorker);

    /// <summary>One who left no field empty.</summary>
    public static Student WholeStudent() => Student() with
    {
        CertificateName = "Dr. Ana Ortiz",
        LicenseNumber = "LCSW 1",
        LicenseState = "NY",
    };

    public static EmailAddress Email(string typed) =>
        EmailAddress.Read(typed, out var problem) ?? throw new ArgumentException($"{typed}: {problem}", nameof(typed));

    /// <summary>Usable by ten, twice by one person.</summary>
    public static Voucher Voucher(VoucherTerms? terms = null, string code = "SAMPLE-CLINIC") => new(code, terms ?? Percent(10), CreatedUtc);

    public static VoucherTerms Percent(int percent) => Terms(percent, null);

    public static VoucherTerms Amount(long minor) => Terms(null, minor);

    private static VoucherTerms Terms(int? percent, long? amountMinor) =>
        new(percent, amountMinor, "USD") { MaxUses = 10, MaxUsesPerAddress = 2, FromUtc = CreatedUtc };

    /// <summary>The open page at Stripe of an attempt to pay that begins now.</summary>
    public static Checkout OpenCheckout(Order order, DateTime? nowUtc = null)
    {
        var checkout = order.BeginCheckout(CheckoutTerms, HoldTerms, nowUtc ?? Now);
        var session = $"cs_test_{Next()}";
        checkout.Open(session, $"https://checkout.stripe.test/{session}", Actor.Student, nowUtc ?? Now);
        return checkout;
    }

    /// <summary>What Stripe says of a session whose payment went through, or not.</summary>
    public static SessionFacts Complete(Checkout checkout, PaymentStatus status = PaymentStatus.Succeeded, Money? amount = null, string? intent = null) => new(
        checkout.SessionId!, SessionState.Complete, new PaymentFacts(intent ?? $"pi_{checkout.SessionId}", status, amount ?? checkout.Amount));

    public static SessionFacts Expired(Checkout checkout) => new(checkout.SessionId!, SessionState.Expired, Payment: null);

    private static int Next() => Interlocked.Increment(ref last);
}
