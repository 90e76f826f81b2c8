using System.Globalization;
using Humanizer;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Waitlists;

namespace Sweet.Sandbox.Demonstration;

/// <summary>
/// Sample people in the cohorts, by the same methods that real ones pass. They paid outside Stripe, so that no payment is missing
/// there, over four weeks, and came from articles and from the course's page; their addresses cannot exist.
/// </summary>
internal sealed class DemonstrationSeats(int refundPolicyId, int privacyPolicyId, DateTime nowUtc)
{
    private const int DaysOfRegistering = 28;
    private const int Invited = 6;

    /// <summary>With accents, as people have them: they are looked for without.</summary>
    private static readonly string[] FirstNames = ["Sample", "Émile", "Zoë", "Łukasz", "Núria", "Søren"];

    private static readonly Actor Seeder = Actor.Worker("demonstration");

    private int people;

    /// <summary>Where readers began, one after the other: most at the course's page.</summary>
    private static readonly string?[] Articles =
        [null, "bridging-connections", null, "why-small-groups", "bridging-connections", null, null];

    /// <param name="lastUtc">When the last of them registered.</param>
    public IReadOnlyList<Enrollment> Fill(Cohort cohort, int free, DateTime lastUtc)
    {
        var count = cohort.SeatsLeft - free;
        // More and more as the first class comes nearer, in the order of time.
        return [.. Enumerable.Range(0, count).Select(i => Confirmed(cohort, lastUtc - (Before(i, count) * DaysOfRegistering)))];
    }

    private static TimeSpan Before(int place, int count) => TimeSpan.FromDays(Math.Pow(1 - ((place + 1.0) / count), 1.5));

    /// <summary>Who waits for a cohort that is full and saved.</summary>
    public IReadOnlyList<WaitlistEntry> Line(Cohort cohort, int people)
    {
        List<WaitlistEntry> line = [];
        for (var i = 0; i < people; i++)
        {
            var student = NextPerson();
            var joinedAtUtc = nowUtc.AddDays(i - people);
            var entry = new WaitlistEntry(
                cohort.Id, student.Email, new PersonName(student.FirstName, student.LastName), privacyPolicyId, joinedAtUtc);
            cohort.Join(entry, line, live: null, joinedAtUtc);
            line.Add(entry);
        }

        return line;
    }

    private Enrollment Confirmed(Cohort cohort, DateTime thenUtc)
    {
        var student = NextPerson();
        var need = people % 9 == 4 ? "Captions in every class, please." : null;
        var registration = new Registration(
            Enrollment.NewNumber(cohort.Course.Code), student, new Origin(null, Articles[people % Articles.Length], need), Payer: null,
            new PolicyAcceptance(refundPolicyId, privacyPolicyId));
        return cohort.EnrollByHand(registration, TermsAt(cohort.PriceAt(thenUtc), thenUtc), Seeder, thenUtc);
    }

    private HandTerms TermsAt(Money price, DateTime thenUtc) => people % Invited == 0
        ? new HandTerms(HandWay.Complimentary, price, Money.Zero(price.Currency)) { Reason = "A sample of a guest." }
        : new HandTerms(HandWay.PaidOutside, price, price)
        {
            Received = new OutsideMoney(price, OutsideWay.BankTransfer, $"SAMPLE-{people:0000}", thenUtc),
        };

    private Student NextPerson()
    {
        var number = ++people;
        var word = number.ToWords(CultureInfo.GetCultureInfo("en-US"));
        var address = EmailAddress.Read($"{word}@sample.example", out _)
            ?? throw new InvalidOperationException($"{word} makes no address.");
        var profession = (Profession)(number % Enum.GetValues<Profession>().Length);
        return new Student(FirstNames[number % FirstNames.Length], word.Transform(To.TitleCase), address, profession)
        {
            LicenseNumber = $"SAMPLE-{number:0000}",
            LicenseState = "New York",
        };
    }
}
