using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Articles;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Founding;

namespace Sweet.Sandbox.Demonstration;

/// <summary>The first content of a new database. Every figure in it is a sample that an admin would edit.</summary>
public static class DemonstrationData
{
    /// <summary>When the institute began, as far as the samples know.</summary>
    internal static readonly DateTime BeganUtc = new(2024, 7, 1, 13, 0, 0, DateTimeKind.Utc);

    /// <summary>Fills a database that has no course yet; later calls change nothing.</summary>
    /// <returns>Whether anything was written.</returns>
    public static async Task<bool> Seed(SweetDbContext db, DateTime nowUtc, CancellationToken ct = default)
    {
        if (await db.Courses.AnyAsync(ct)) return false;

        var course = DemonstrationCourse.Create();
        Article[] articles = [.. DemonstrationArticles.About(course, nowUtc)];
        var policies = FirstPolicies.All(BeganUtc);
        DemonstrationTexts.Require(course, articles, policies);
        db.Add(course);
        db.AddRange(articles);
        db.AddRange(policies);
        DemonstrationStaff.AddTo(db, nowUtc);
        await db.SaveChangesAsync(ct);

        var cohorts = new DemonstrationCohorts(course, nowUtc);
        db.AddRange(cohorts.Past(), cohorts.Draft());
        var before = cohorts.Before();
        var seats = new DemonstrationSeats(
            policies.Single(p => p.Kind == PolicyKind.Refunds).Id, policies.Single(p => p.Kind == PolicyKind.Privacy).Id, nowUtc);
        var full = cohorts.Full();
        var withSeats = cohorts.WithSeats();
        // As many days before its first class as the full one is now.
        var thenUtc = before.FirstClassAtUtc - (full.FirstClassAtUtc - nowUtc);
        Enrollment[] enrolled =
        [
            .. seats.Fill(before, free: 8, thenUtc), .. seats.Fill(full, free: 0, nowUtc.AddHours(-5)),
            .. seats.Fill(withSeats, free: 16, nowUtc.AddHours(-2)), .. seats.Fill(cohorts.AlmostFull(), free: 3, nowUtc.AddHours(-30)),
        ];
        before.Close(Actor.Worker("demonstration"), before.FirstClassAtUtc);
        db.AddRange(enrolled.OfType<object>());
        db.AddRange(DemonstrationVouchers.All(nowUtc));
        db.AddRange(DemonstrationCases.All(nowUtc));
        await db.IssueDocuments([.. enrolled.Select(e => e.Order)], nowUtc, ct);
        await db.SaveChangesAsync(ct);
        db.AddRange(seats.Line(full, people: 3));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
