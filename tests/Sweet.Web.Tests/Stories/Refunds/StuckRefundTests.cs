using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>A refund that Stripe does not take at once.</summary>
public sealed class StuckRefundTests : PaidStory
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    [Fact]
    public async Task Refused_for_lack_of_money_it_waits_and_leaves_once_there_is_some()
    {
        Stripe.UseUpBalance();
        await Withdraw(await Paid());
        await Site.SendRefunds();
        var waiting = Assert.Single(await Refunds());

        await Stripe.Fund();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.Equal(RefundStatus.Requested, waiting.Status);
        Assert.Equal(RefundStatus.Succeeded, Assert.Single(await Refunds()).Status);
        Assert.All(await Cases(), c => Assert.Equal((OpenCaseKind.BalanceShort, false), (c.Kind, c.IsOpen)));
        Assert.DoesNotContain(await Subjects(), s => s.Contains("has not reached you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_day_staff_are_told_once_for_all_that_wait()
    {
        Site.With("Stripe:NetworkRetries", "0");
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 3; i++)
        {
            using var visitor = Site.NewVisitor();
            await Withdraw(await Paid(cohort, $"member{i}@clinic.example", visitor));
        }

        Site.StandIns.Faults.Stripe.Always(Fault.ServerError, method: "POST", path: "/refunds");
        await SendEveryHour(times: 20);
        var early = await Cases();
        await SendEveryHour(times: 30);

        Assert.Empty(early);
        var stuck = Assert.Single(await Cases());
        Assert.Equal(OpenCaseKind.RefundStuck, stuck.Kind);
        Assert.Contains("3 in all are waiting", CaseText.Known(stuck), StringComparison.Ordinal);
        Assert.Single(await Site.MailsTo("staff@clinic.example"), m => m.Subject.Contains("Refund stuck", StringComparison.Ordinal));

        Site.StandIns.Faults.Stripe.Clear();
        await SendEveryHour(times: 2);
        Assert.Equal((false, CaseResolution.Healed), ((await Cases()).Single().IsOpen, (await Cases()).Single().Resolution));
    }

    private async Task SendEveryHour(int times)
    {
        for (var hour = 0; hour < times; hour++)
        {
            await Site.SendRefunds();
            Site.Pass(TimeSpan.FromHours(1.1));
        }
    }

    [Fact]
    public async Task A_conflict_under_its_key_is_asked_again()
    {
        await Withdraw(await Paid());
        Site.StandIns.Faults.Stripe.Next(Fault.Conflict, EveryTry, path: "/refunds");

        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.Equal(RefundStatus.Succeeded, Assert.Single(await Refunds()).Status);
        Assert.Single(Stripe.Refunds);
    }

    [Fact]
    public async Task One_that_hangs_at_Stripe_is_given_up_and_found_again()
    {
        await Withdraw(await Paid());
        Site.StandIns.Faults.Stripe.Next(Fault.HangAfter, path: "/refunds");

        var sending = Site.SendRefunds();
        await Site.StandIns.Faults.Stripe.Hanging;
        Site.Pass(TimeSpan.FromSeconds(8));
        await sending;
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.Equal(RefundStatus.Succeeded, Assert.Single(await Refunds()).Status);
        Assert.Single(Stripe.Refunds);
    }

    [Fact]
    public async Task News_that_overtakes_the_answer_is_not_overwritten_by_it()
    {
        Stripe.RunShort();
        var ended = await Withdraw(await Paid());
        Site.StandIns.Faults.Stripe.Next(Fault.While(after: () => Stripe.RequireRefundAction(Stripe.Refunds.Single().Id)), method: "POST", path: "/refunds");

        await Site.SendRefunds();

        Assert.Equal(RefundStatus.RequiresAction, Assert.Single(await Refunds()).Status);
        Assert.Contains("Stripe has sent you an email", (await ended.Reload()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed", RefundStatus.Failed, OpenCaseKind.RefundFailed)]
    [InlineData("canceled", RefundStatus.Cancelled, OpenCaseKind.RefundFailed)]
    [InlineData("a_word_of_next_year", RefundStatus.Pending, OpenCaseKind.UnknownAtStripe)]
    public async Task The_answer_itself_may_say_how_it_ended(string word, RefundStatus status, OpenCaseKind kind)
    {
        Site.StandIns.Webhooks.HoldBack();
        Site.StandIns.Stripe.AnswerRefundsWith(word);
        var ended = await Withdraw(await PaidWithoutNews());

        await Site.SendRefunds();

        Assert.Equal(status, Assert.Single(await Refunds()).Status);
        Assert.Equal(kind, Assert.Single(await Cases()).Kind);
        Assert.Equal(200, (await ended.Reload()).Status);
    }

    private async Task<Page> PaidWithoutNews()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Stripe.Pay(await held.GoToPay());
        return await Visitor.Open($"{held.Address}/landing");
    }
}
