using System.Globalization;
using Humanizer;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;

namespace Sweet.Sandbox.Demonstration;

/// <summary>
/// Sample people in the cohorts, by the same methods that real ones pass. Their places cost nothing, so that no payment
/// is missing at Stripe, and their addresses cannot exist.
/// </summary>
internal sealed class DemonstrationSeats(int refundPolicyId, int privacyPolicyId, DateTime nowUtc)
{
    private const int RegisteredDaysAgo = 20;

    /// <summary>With accents, as people have them: they are looked for without.</summary>
    private static readonly string[] FirstNames = ["Sample", "Émile", "Zoë", "Łukasz", "Núria", "Søren"];

    private static readonly Actor Seeder = Actor.Worker("demonstration");
    private static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(35);

    private int people;

    public IEnumerable<Enrollment> Fill(Cohort cohort, int free)
    {
        var thenUtc = nowUtc.AddDays(-RegisteredDaysAgo);
        cohort.SetEarlyPrice(Money.Zero(cohort.Currency), nowUtc, thenUtc);
        var enrollments = Enumerable.Range(0, cohort.SeatsLeft - free).Select(_ => Confirmed(cohort, thenUtc)).ToList();
        DemonstrationCohorts.SetEarlyPrice(cohort, thenUtc);
        return enrollments;
    }

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
            Enrollment.NewNumber(cohort.Course.Code), student, new Origin(null, null, need), Payer: null,
            new PolicyAcceptance(refundPolicyId, privacyPolicyId));
        var enrollment = cohort.HoldSeat(registration, live: null, HoldTime, thenUtc);
        cohort.Confirm(enrollment, Seeder, thenUtc);
        return enrollment;
    }

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
