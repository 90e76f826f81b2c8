using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Articles;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;

namespace Sweet.Web.Tests.Support;

/// <summary>What the database holds before the story begins, made by the domain's own methods.</summary>
public sealed class Given(SiteFactory site)
{
    /// <summary>One version of every policy, in force for a year; saved once.</summary>
    public Task<PolicyAcceptance> Policies() => site.Db(async db =>
    {
        if (!await db.PolicyVersions.AnyAsync())
        {
            foreach (var kind in Enum.GetValues<PolicyKind>())
                db.PolicyVersions.Add(new PolicyVersion(kind, $"{kind} policy", $"What we say about {kind}.", site.Now.AddYears(-1), isSample: true));
            await db.SaveChangesAsync();
        }

        var ids = await db.PolicyVersions.ToDictionaryAsync(v => v.Kind, v => v.Id);
        return new PolicyAcceptance(ids[PolicyKind.Refunds], ids[PolicyKind.Privacy]);
    });

    /// <summary>The published course; saved once.</summary>
    public async Task<Course> Course()
    {
        await Policies();
        return await site.Db(async db =>
        {
            if (await db.Courses.FirstOrDefaultAsync() is { } saved) return saved;

            var course = Some.Course();
            db.Courses.Add(course);
            await db.SaveChangesAsync();
            return course;
        });
    }

    /// <summary>A cohort that can be registered for: with course, policies and, for each seat taken, somebody who holds it.</summary>
    /// <param name="change">A last change before it is saved, like an early price.</param>
    public async Task<Cohort> OpenCohort(int seats = 30, int taken = 0, Money? price = null, string? reference = null, DateTime? firstClassLocal = null, Action<Cohort>? change = null)
    {
        var course = await Course();
        var cohort = await Save(() => Some.OpenCohort(seats, taken: 0, price, course, reference, firstClassLocal), change);
        for (var i = 0; i < taken; i++) await Enrollment(cohort);
        return cohort;
    }

    /// <summary>A cohort that no visitor sees yet.</summary>
    public async Task<Cohort> DraftCohort(string? reference = null, Action<Cohort>? change = null)
    {
        var course = await Course();
        return await Save(() => Some.Cohort(course: course, reference: reference), change);
    }

    /// <summary>A seat that is held, by the domain alone: no page was opened for it.</summary>
    public async Task<Enrollment> Enrollment(Cohort cohort, string? email = null, Payer? payer = null, Action<Cohort, Enrollment>? change = null)
    {
        var accepted = await Policies();
        return await site.Db(db => db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohort.Id, default);
                var locked = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
                var enrollment = locked.HoldSeat(Some.Registration(email, payer: payer) with { Accepted = accepted }, live: null, Some.HoldTime, site.Now);
                change?.Invoke(locked, enrollment);
                db.Enrollments.Add(enrollment);
                await transaction.SaveAndCommit(CancellationToken.None);
                return enrollment;
            },
            default));
    }

    /// <summary>A seat that is paid for, without Stripe's part in it, by who has shown that the address is theirs.</summary>
    public Task<Enrollment> ConfirmedEnrollment(Cohort cohort, string? email = null) =>
        Enrollment(cohort, email, change: (locked, enrollment) =>
        {
            enrollment.ProveAddress(isAnother: false, Actor.Worker("given"), site.Now);
            locked.Confirm(enrollment, Actor.Worker("given"), site.Now);
        });

    public Task<Voucher> Voucher(VoucherTerms? terms = null, string code = "SAMPLE-CLINIC") => site.Db(async db =>
    {
        var voucher = Some.Voucher(terms, code);
        db.Vouchers.Add(voucher);
        await db.SaveChangesAsync();
        return voucher;
    });

    public async Task<Article> Article(string slug = "bridging-connections", string title = "Bridging connections", string body = "Words.[^1]\n\n[^1]: A reference.", DateTime? publishedAtUtc = null)
    {
        var course = await Course();
        return await site.Db(async db =>
        {
            db.Attach(course);
            var article = new Article(slug, title, body, course, site.Now) { Category = "Psychotherapy", Summary = "About connections." };
            article.Publish(publishedAtUtc ?? site.Now.AddDays(-7), site.Now);
            db.Articles.Add(article);
            await db.SaveChangesAsync();
            return article;
        });
    }

    private Task<Cohort> Save(Func<Cohort> build, Action<Cohort>? change) => site.Db(async db =>
    {
        var cohort = build();
        change?.Invoke(cohort);
        db.Attach(cohort.Course);
        db.Cohorts.Add(cohort);
        await db.SaveChangesAsync();
        return cohort;
    });
}
