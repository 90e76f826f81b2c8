using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>Our account at Stripe holds too little: refunds wait, each student is told once, staff once until all have left.</summary>
public sealed class ShortBalanceTests : PaidStory
{
    private const string News = "Your refund of $507.45 is delayed";

    [Fact]
    public async Task A_whole_cohort_that_waits_is_one_case_and_one_mail_to_staff()
    {
        const int all = 4;
        Stripe.RunShort();
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < all; i++) await Leave(cohort, $"member{i}@clinic.example");

        await Site.SendRefunds();

        Assert.Equal([OpenCaseKind.BalanceShort], (await Cases()).Select(c => c.Kind));
        Assert.Single(await Site.MailsTo("staff@clinic.example"), m => m.Subject.Contains("Our balance is short", StringComparison.Ordinal));
        for (var i = 0; i < all; i++) Assert.Single(await Subjects($"member{i}@clinic.example"), s => s.Contains(News, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_turn_of_it_is_no_news_and_its_case_closes_once_all_have_left()
    {
        Stripe.RunShort();
        await Leave(await Given.OpenCohort(), Journey.Email);
        await Site.SendRefunds();

        foreach (var happened in Stripe.Events.Where(e => e.Type.StartsWith("refund.", StringComparison.Ordinal)).ToList()) await Site.StandIns.Webhooks.Deliver(happened);
        await Site.Reconcile();
        Assert.Single(await Subjects(), s => s.Contains(News, StringComparison.Ordinal));
        await Stripe.Fund();

        Assert.Equal((false, CaseResolution.Noted), ((await Cases()).Single().IsOpen, (await Cases()).Single().Resolution));
        Assert.Single(await Subjects(), s => s.Contains("$507.45 has been sent back to you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Short_again_on_the_same_day_is_another_case_and_another_mail()
    {
        Stripe.RunShort();
        var cohort = await Given.OpenCohort();
        await Leave(cohort, "first@clinic.example");
        await Site.SendRefunds();
        await Stripe.Fund();
        Site.Pass(TimeSpan.FromHours(1));
        Stripe.RunShort();
        await Leave(cohort, "second@clinic.example");
        await Site.SendRefunds();

        Assert.Equal([false, true], (await Cases()).Select(c => c.IsOpen));
        Assert.Equal(2, (await Site.MailsTo("staff@clinic.example")).Count(m => m.Subject.Contains("Our balance is short", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Closes_once_the_bank_has_given_back_what_waited_for_it()
    {
        Stripe.UseUpBalance();
        await Leave(await Given.OpenCohort(), Journey.Email);
        await Site.SendRefunds();
        Assert.True(Assert.Single(await Cases()).IsOpen);

        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        Assert.False(Assert.Single(await Cases(), c => c.Kind == OpenCaseKind.BalanceShort).IsOpen);
    }

    [Fact]
    public async Task Closes_once_all_that_waited_of_one_order_went_back_in_the_dashboard()
    {
        Stripe.UseUpBalance();
        using var visitor = Site.NewVisitor();
        await Withdraw(await Paid(by: visitor));
        await Site.SendRefunds();
        await Stripe.Fund();

        await Stripe.Refund(Intent, 50_745);
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.False(Assert.Single(await Cases(), c => c.Kind == OpenCaseKind.BalanceShort).IsOpen);
        Assert.Equal(50_745, Stripe.Refunds.Sum(r => r.Amount));
    }

    private async Task Leave(Cohort cohort, string email)
    {
        using var visitor = Site.NewVisitor();
        await Withdraw(await Paid(cohort, email, visitor));
    }
}
