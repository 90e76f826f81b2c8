using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Tests;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Restoring;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>Of the emails that a restore has withheld only those leave, if staff say so, that are true at that moment.</summary>
public sealed class RestoredMailTruthTests : RestoreStory
{
    private const string Confirmation = "EnrollmentConfirmed";
    private const string HoldEnded = "HoldEnded";

    [Fact]
    public async Task A_confirmation_leaves_while_the_place_is_confirmed()
    {
        await Withheld(Confirmation);

        Assert.Equal((1, null), await Released());
    }

    [Fact]
    public async Task A_confirmation_of_somebody_who_withdrew_since_stays()
    {
        var page = await Withheld(Confirmation);
        await Withdraw(page);

        Assert.Equal((0, "the enrollment is Cancelled"), await Released());
    }

    [Fact]
    public async Task A_mail_to_an_address_that_was_corrected_since_stays()
    {
        var page = await Withheld(Confirmation);
        await Change(page, (db, _) => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.Email, "other@clinic.example").SetProperty(e => e.EmailKey, "other@clinic.example")));

        Assert.Equal((0, "the address was corrected"), await Released());
    }

    [Fact]
    public async Task A_mail_with_a_link_that_was_replaced_since_stays()
    {
        var page = await Withheld(Confirmation);
        await Change(page, async (db, enrollment) =>
        {
            db.RetiredLinks.AddRange(enrollment.ProveAddress(isAnother: false, Domain.Actor.Student, Site.Now));
            db.RetiredLinks.AddRange(enrollment.ReplaceLinks(Domain.Actor.Student, Site.Now));
            await db.SaveChangesAsync();
        });

        Assert.Equal((0, "a link in it was replaced"), await Released());
    }

    [Fact]
    public async Task News_that_a_hold_ended_stays_if_late_money_has_confirmed_the_place()
    {
        var page = await Withheld(HoldEnded);
        await Change(page, async (db, enrollment) =>
        {
            enrollment.Cohort.Confirm(enrollment, Some.Staff, Site.Now);
            await db.SaveChangesAsync();
        });

        Assert.Equal((0, "the enrollment is Confirmed"), await Released());
    }

    [Fact]
    public async Task News_that_a_hold_ended_leaves_while_it_is_so()
    {
        await Withheld(HoldEnded);

        Assert.Equal((1, null), await Released());
    }

    /// <summary>One email waits in the copy; another student's page may be changed after the restore.</summary>
    private async Task<Page> Withheld(string kind)
    {
        var cohort = await Given.OpenCohort();
        var page = await Site.NewVisitor().Register(cohort, Journey.Email);
        if (kind == Confirmation) await Pay([page], sendMail: false);
        else await EndHold();
        await BackUp();
        await Restore();
        await Site.Reconcile();
        Assert.Contains(kind, await Site.Db(db => db.Messages.Where(m => m.WithheldWhy == WithheldReason.MayHaveLeft).Select(m => m.Kind).ToListAsync()));
        return page;
    }

    private async Task EndHold()
    {
        Site.Pass(TimeSpan.FromHours(1));
        await Site.EndHolds();
    }

    private Task Change(Page page, Func<SweetDbContext, Enrollment, Task> change) => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            await db.LockCohort(await db.Cohorts.Select(c => c.Id).SingleAsync(), default);
            await change(db, await db.Enrollments.Whole().SingleAsync(e => e.LinkToken == page.Token()));
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));

    /// <returns>How many emails have arrived, and why one stays.</returns>
    private async Task<(int Arrived, string? Why)> Released()
    {
        var caseId = await Site.Db(db => db.OpenCases.Where(c => c.Kind == OpenCaseKind.DatabaseRestored).Select(c => c.Id).SingleAsync());
        Assert.Null(await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, new CaseDecision(CaseResolution.Mail, "Nothing had left."), Some.Staff, default)));
        var staying = await Site.Do<WithheldMessages, List<MessageThatStays>>(mails => mails.Staying(default));
        return ((await Site.MailsTo(Journey.Email)).Count, staying.Where(mail => !mail.Kind.StartsWith("SeatHeld", StringComparison.Ordinal)).Select(mail => mail.Why).SingleOrDefault());
    }
}
