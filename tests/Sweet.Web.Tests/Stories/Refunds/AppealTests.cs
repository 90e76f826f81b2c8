using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>What a bank has decided once may be decided again: by a real dispute after an inquiry, or by an appeal.</summary>
public sealed class AppealTests : PaidStory
{
    [Fact]
    public async Task Money_won_back_after_a_withdrawal_that_sent_nothing_goes_back_as_a_person_says_who_knows_the_rule()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.CloseDispute(dispute.Id, won: false);
        await Withdraw(await enrolled.Reload());
        var before = await Refunds();

        await Stripe.MoveDispute(dispute.Id, "won");
        await Site.SendRefunds();
        Assert.Empty(Stripe.Refunds);
        Assert.Contains("The rule gives 507.45 USD now", (await Site.MailsTo("staff@clinic.example"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(CaseRefusal.SumMissing, await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund));
        Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund, 507.45m));
        await Site.SendRefunds();

        Assert.Empty(before);
        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.DoesNotContain(await Cases(), c => c.IsOpen);
    }

    [Fact]
    public async Task Money_won_back_after_staff_ended_the_place_is_decided_by_a_person()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.CloseDispute(dispute.Id, won: false);
        Assert.Null(await Decide(OpenCaseKind.DisputeLost, CaseResolution.Refund));

        await Stripe.MoveDispute(dispute.Id, "won");

        Assert.Equal(OpenCaseKind.DisputeWonBack, Assert.Single(await Cases(), c => c.IsOpen).Kind);
    }

    [Fact]
    public async Task A_person_says_how_much_of_the_money_won_back_goes_to_the_student_and_each_time_is_asked_anew()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Lose(dispute.Id);
        Assert.Null(await Decide(OpenCaseKind.DisputeLost, CaseResolution.Refund));
        await Move(dispute.Id, "won");
        Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Noted));
        await Move(dispute.Id, "lost");
        await Move(dispute.Id, "won");

        Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund, amount: 298.50m));
        await Site.SendRefunds();

        Assert.Equal(29_850, Assert.Single(Stripe.Refunds).Amount);
    }

    [Fact]
    public async Task Won_after_the_refund_of_a_withdrawal_had_arrived_it_asks_nobody()
    {
        await Withdraw(await Paid());
        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromDays(1));
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Stripe.MoveDispute(dispute.Id, "won");

        Assert.DoesNotContain(await Cases(), c => c.IsOpen);
        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
    }

    [Fact]
    public async Task An_inquiry_that_becomes_a_dispute_has_another_deadline_and_is_another_case()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent, status: "warning_needs_response");

        await Stripe.MoveDispute(dispute.Id, "needs_response");

        Assert.Equal([($"{dispute.Id} (inquiry)", false), (dispute.Id, true)], (await Cases()).Select(c => (CaseText.Subject(c), c.IsOpen)));
        Assert.Equal(2, (await Site.MailsTo("staff@clinic.example")).Count(m => m.Subject.Contains("A case needs a decision: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_appeal_that_wants_an_answer_is_another_case()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Stripe.MoveDispute(dispute.Id, "needs_response");

        Assert.Contains(await Cases(), c => c.IsOpen && CaseText.Subject(c) == $"{dispute.Id} (appeal 1)");
    }

    [Fact]
    public async Task Given_up_twice_it_is_asked_about_each_time_and_owed_once()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Withdraw(await enrolled.Reload());
        foreach (var word in new[] { "lost", "won", "lost", "won" })
        {
            Site.Pass(TimeSpan.FromDays(1));
            await Stripe.MoveDispute(dispute.Id, word);
            if (word == "won") Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund, 507.45m));
        }

        await Site.SendRefunds();

        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal(EnrollmentStatus.Cancelled, await Site.Db(async db => (await Data.Loading.Whole(db.Enrollments).ToListAsync()).Single().Status));
    }

    [Fact]
    public async Task The_case_of_money_won_back_closes_once_it_is_lost_again()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Withdraw(await enrolled.Reload());
        await Lose(dispute.Id);
        await Move(dispute.Id, "won");

        await Move(dispute.Id, "lost");

        Assert.Equal(OpenCaseKind.DisputeLost, Assert.Single(await Cases(), c => c.IsOpen).Kind);
    }

    private Task Lose(string dispute) => Move(dispute, "lost");

    private async Task Move(string dispute, string word)
    {
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.MoveDispute(dispute, word);
    }
}
