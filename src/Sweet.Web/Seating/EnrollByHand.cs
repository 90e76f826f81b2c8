using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Seating;

/// <summary>
/// Staff enroll one person, or all of a list: seats, orders, what was paid and the emails in one transaction, or nothing. Database only.
/// </summary>
public sealed class EnrollByHand(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <param name="isAsSeen">Staff have looked at what will happen. Else it is only said what stands against it now.</param>
    /// <returns>Null if there is no such cohort.</returns>
    public Task<HandAnswer?> AskOrEnroll(int cohortId, HandAsked asked, bool isAsSeen, Actor by, CancellationToken ct) =>
        isAsSeen ? db.InTransaction(transaction => Save(cohortId, asked, by, transaction, ct), ct) : Ask(cohortId, asked, ct);

    private async Task<HandAnswer?> Ask(int cohortId, HandAsked asked, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cohortId, ct);
        return cohort is null ? null : await Answer(cohort, asked, clock.GetUtcNow().UtcDateTime, ct);
    }

    private async Task<HandAnswer?> Save(int cohortId, HandAsked asked, Actor by, SweetTransaction transaction, CancellationToken ct)
    {
        if (!await db.LockCohort(db.Cohorts.Where(c => c.Id == cohortId), ct)) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        // Sent twice: it is done.
        if (asked.GroupKey is { } key && await db.Orders.AnyAsync(o => o.GroupKey == key, ct))
            return new HandAnswer(Refusal: null) { IsDone = true };

        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohortId, ct);
        var answer = await Answer(cohort, asked, nowUtc, ct);
        if (answer.Refusal is not null) return answer;

        var policies = await db.PoliciesInForce(nowUtc, ct);
        List<Enrollment> enrolled = [];
        foreach (var person in asked.People)
        {
            var number = await db.FreeNumber(cohort.Course.Code, ct);
            var registration = new Registration(number, person.Student, new Origin(null, null, null), asked.Payer, policies)
            {
                LacksDetails = person.LacksDetails,
                GroupKey = asked.GroupKey,
            };
            var enrollment = cohort.EnrollByHand(registration, asked.Terms, by, nowUtc);
            db.Enrollments.Add(enrollment);
            enrolled.Add(enrollment);
            await outbox.Tell(
                asked.Terms.Way == HandWay.PaymentLink ? new PaymentLinkLetter(enrollment) : new EnrollmentConfirmedLetter(enrollment),
                nowUtc, ct);
        }

        await db.IssueDocuments([.. enrolled.Select(e => e.Order)], nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return answer with { IsDone = true, Enrolled = [.. enrolled.Select(e => e.Id)] };
    }

    /// <summary>The enrollments that addresses among them have in the cohort already, by their keys.</summary>
    /// <param name="exceptGroup">The form whose own enrollments do not count: sent twice, it is no trouble to itself.</param>
    public async Task<IReadOnlyDictionary<string, int>> TakenBy(
        IReadOnlyList<HandPerson> people, int cohortId, string? exceptGroup, CancellationToken ct)
    {
        var keys = people.Select(p => p.Student.Email.Key).ToList();
        return await db.Enrollments.Live().Where(e => e.CohortId == cohortId && keys.Contains(e.EmailKey))
            .Where(e => exceptGroup == null || e.Order.GroupKey != exceptGroup)
            .Select(e => new { e.EmailKey, e.Id }).ToDictionaryAsync(e => e.EmailKey, e => e.Id, StringComparer.Ordinal, ct);
    }

    // All at once: whoever sends a list wants to know of every line.
    private async Task<HandAnswer> Answer(Cohort cohort, HandAsked asked, DateTime nowUtc, CancellationToken ct)
    {
        var taken = await TakenBy(asked.People, cohort.Id, exceptGroup: null, ct);
        // Whoever has a seat already is no reason to say that the seats are too few.
        var refusal = cohort.HandRefusalFor(asked.Terms, Math.Max(1, asked.People.Count - taken.Count), nowUtc)
            ?? (taken.Count > 0 ? HandRefusal.AlreadyEnrolled : null);
        return new HandAnswer(refusal) { Taken = taken };
    }
}

/// <param name="LacksDetails">Nobody has told the profession: the student is asked for it.</param>
public sealed record HandPerson(Student Student, bool LacksDetails);

/// <param name="Payer">Of all of them; null: each pays for themselves.</param>
public sealed record HandAsked(IReadOnlyList<HandPerson> People, HandTerms Terms, Payer? Payer)
{
    /// <summary>Of the form: sent twice it enrolls once. Null for one person, whose address does the same.</summary>
    public string? GroupKey { get; init; }
}

/// <param name="Refusal">Null: nothing stands against it.</param>
public sealed record HandAnswer(HandRefusal? Refusal)
{
    /// <summary>The enrollments that addresses among them have in the cohort already.</summary>
    public IReadOnlyDictionary<string, int> Taken { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The people are enrolled, by this press or by the same one before.</summary>
    public bool IsDone { get; init; }

    /// <summary>In the order in which they were asked for; none if nothing was done.</summary>
    public IReadOnlyList<int> Enrolled { get; init; } = [];
}
