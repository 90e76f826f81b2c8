using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Withdrawing;

/// <summary>Whoever has bought keeps the rule that was bought under, whatever becomes of course and cohort.</summary>
public sealed class KeptRuleTests : PaidStory
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_higher_fee_and_one_class_more_change_nothing_for_who_has_bought()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        await Change(cohort, feePercent: 50, meetings: 1);
        PassTo(cohort.Meetings[1].StartsAtUtc + Second);

        var page = await (await enrolled.Reload()).Click("Withdraw");
        await page.Submit();
        await Site.SendRefunds();

        Assert.Contains("you’ll be refunded $338.30", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 6 classes have begun", page.Text, StringComparison.Ordinal);
        Assert.Contains("15% of the rest, for processing−$59.70", page.Text, StringComparison.Ordinal);
        Assert.Contains("7, Tue, February 23not yet held$0.00", page.Text, StringComparison.Ordinal);
        Assert.Equal(33_830, Assert.Single(Stripe.Refunds).Amount);
        Assert.Contains("15% of the rest, for processing: −$59.70", (await Mail("You have withdrawn")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_of_a_place_that_is_paid_later_says_the_rule_that_it_was_taken_under()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        await Change(cohort, feePercent: 50, meetings: 1);

        await Stripe.Pay(await held.GoToPay());

        var mail = await Mail("You are enrolled");
        Assert.Contains("less 15% for processing.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("If you withdraw before the first class, you’ll be refunded $507.45", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_buys_afterwards_buys_under_the_new_rule_which_the_course_page_says()
    {
        var cohort = await Given.OpenCohort();
        await Change(cohort, feePercent: 50, meetings: 1);

        var course = await Visitor.Open("/courses/interpersonal-psychotherapy");
        var page = await (await Paid(cohort)).Click("Withdraw");

        Assert.Contains("less 50% for processing", course.Text, StringComparison.Ordinal);
        Assert.Contains("you’ll be refunded $298.50", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_class_that_was_bought_an_added_one_takes_nothing_more()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        await Change(cohort, feePercent: 15, meetings: 1);
        PassTo(cohort.Meetings[5].StartsAtUtc.AddDays(7) + Second);

        var page = await (await enrolled.Reload()).Click("Withdraw");

        Assert.Contains("6 of 6 classes have begun", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Withdraw and give my seat back"], page.Buttons);
    }

    private Task<int> Change(Cohort cohort, int feePercent, int meetings) => Site.Db(async db =>
    {
        var changed = await db.Cohorts
            .Include(c => c.Course).Include(c => c.Meetings.OrderBy(m => m.Number))
            .SingleAsync(c => c.Id == cohort.Id);
        changed.Course.SetRefundFee(feePercent, Site.Now);
        for (var i = 0; i < meetings; i++) changed.AddMeeting(changed.Meetings[^1].StartsAtLocal.AddDays(7), minutes: 120, Site.Now);
        return await db.SaveChangesAsync();
    });

    private void PassTo(DateTime utc) => Site.Pass(utc - Site.Now);
}
