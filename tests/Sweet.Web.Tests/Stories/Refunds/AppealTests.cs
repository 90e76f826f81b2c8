using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Web.Cases;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>What a bank has decided once may be decided again: by a real dispute after an inquiry, or by an appeal.</summary>
public sealed class AppealTests : PaidStory
{
    [Fact]
    public async Task Money_won_back_after_a_withdrawal_that_sent_nothing_goes_back_by_the_rule()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.CloseDispute(dispute.Id, won: false);
        await Withdraw(await enrolled.Reload());
        var before = await Refunds();

        await Stripe.MoveDispute(dispute.Id, "won");
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
        var lost = (await Cases()).Single(c => c.Kind == OpenCaseKind.DisputeLost);
        Assert.Null(await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(lost.Id, new CaseDecision(CaseResolution.Refund, "The money is gone."), Domain.Tests.Some.Staff, default)));

        await Stripe.MoveDispute(dispute.Id, "won");

        Assert.Equal(OpenCaseKind.DisputeWonBack, Assert.Single(await Cases(), c => c.IsOpen).Kind);
    }

    [Fact]
    public async Task A_person_says_how_much_of_the_money_won_back_goes_to_the_student_and_each_time_is_asked_anew()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Lose(dispute.Id);
        await Resolve(OpenCaseKind.DisputeLost, new CaseDecision(CaseResolution.Refund, "The money is gone."));
        await Move(dispute.Id, "won");
        await Resolve(OpenCaseKind.DisputeWonBack, new CaseDecision(CaseResolution.Noted, "Nothing is owed yet."));
        await Move(dispute.Id, "lost");
        await Move(dispute.Id, "won");

        await Resolve(OpenCaseKind.DisputeWonBack, new CaseDecision(CaseResolution.Refund, "Half of it.", Amount: 298.50m));
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

        Assert.Equal([($"{dispute.Id} (inquiry)", false), (dispute.Id, true)], (await Cases()).Select(c => (c.Subject, c.IsOpen)));
        Assert.Equal(2, (await Site.MailsTo("staff@clinic.example")).Count(m => m.Subject.Contains("DisputeOpened", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_appeal_that_wants_an_answer_is_another_case()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Stripe.MoveDispute(dispute.Id, "needs_response");

        Assert.Contains(await Cases(), c => c.IsOpen && c.Subject == $"{dispute.Id} (appeal 1)");
    }

    [Fact]
    public async Task Given_up_twice_it_is_owed_once()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Withdraw(await enrolled.Reload());
        foreach (var word in new[] { "lost", "won", "lost", "won" })
        {
            Site.Pass(TimeSpan.FromDays(1));
            await Stripe.MoveDispute(dispute.Id, word);
        }

        await Site.SendRefunds();

        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal(EnrollmentStatus.Cancelled, await Site.Db(async db => (await Data.Loading.Whole(db.Enrollments).ToListAsync()).Single().Status));
    }

    private Task Lose(string dispute) => Move(dispute, "lost");

    private async Task Move(string dispute, string word)
    {
        Site.Pass(TimeSpan.FromDays(1));
        await Stripe.MoveDispute(dispute, word);
    }

    private async Task Resolve(OpenCaseKind kind, CaseDecision decision)
    {
        var caseId = (await Cases()).Single(c => c.Kind == kind && c.IsOpen).Id;
        Assert.Null(await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, decision, Domain.Tests.Some.Staff, default)));
    }
}
