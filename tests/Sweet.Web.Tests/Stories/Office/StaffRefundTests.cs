using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests;
using Sweet.Sandbox.Faults;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>Staff end a seat, send money back, and follow it to the end.</summary>
public sealed class StaffRefundTests : PaidStory
{
    private const string Why = "Her practice moves.";

    [Fact]
    public async Task The_rule_is_shown_class_by_class_and_carried_out_by_one_press()
    {
        var cohort = await Given.OpenCohort();
        var (admin, page) = await Opened(cohort);

        var shares = page.Document.QuerySelectorAll("td[data-label='Comes back']").Select(td => td.TextContent.Trim()).ToList();
        var list = await page.Submit("End the enrollment, refund $507.45");
        await Site.SendRefunds();

        Assert.Equal(Enumerable.Repeat("$99.50", 6), shares);
        Assert.Equal([303, 200], list.Statuses);
        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Contains("Succeeded", (await list.Reload()).Text, StringComparison.Ordinal);
        Assert.Contains("Jordan Sample", list.Text, StringComparison.Ordinal);
        var mail = await Mail("Your enrollment has ended");
        Assert.Contains("$507.45", mail.Text, StringComparison.Ordinal);
        Assert.Contains(await admin.Id(), await Site.Db(db => db.History.Where(h => h.Subject == "Money").Select(h => h.ActorReference).ToListAsync()));
    }

    [Fact]
    public async Task Another_sum_with_the_seat_kept_needs_a_reason()
    {
        var cohort = await Given.OpenCohort();
        var (admin, _) = await Opened(cohort);
        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new?How=Other&Amount=100&EndsSeat=false");

        var again = await page.Submit("Refund $100.00, keep the seat");
        var list = await again.Submit("Refund $100.00, keep the seat", f => f.Fill("Reason", Why));

        Assert.Equal((422, "Enter the reason"), (again.Status, again.ProblemOf("Reason")));
        Assert.Equal([303, 200], list.Statuses);
        Assert.Equal((10_000L, 1), ((await Refunds()).Single().AmountMinor, await SeatsTaken(cohort)));
        Assert.Contains("Your seat stays yours", (await Mail("$100.00 is being refunded")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How=Other&Amount=597.01&EndsSeat=false", "more than is left")]
    [InlineData("How=Other&Amount=ten&EndsSeat=false", "Enter a sum like 100 or 100.00")]
    [InlineData("How=Other&EndsSeat=true", "Enter the sum")]
    [InlineData("How=ByRule&EndsSeat=true&ClassesCounted=7", "That many classes were not bought")]
    [InlineData("How=All&PaymentId=99", "Nothing is left of that payment")]
    [InlineData("How=Nothing&EndsSeat=false", "nothing to do")]
    public async Task What_cannot_be_done_is_said_before_any_button(string asked, string problem)
    {
        var (admin, _) = await Opened();

        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new?{asked}");

        Assert.Contains(problem, page.Alert, StringComparison.Ordinal);
        Assert.False(page.HasForm);
    }

    [Theory]
    [InlineData("How=Other&Amount=597.01&EndsSeat=false", "Amount", "That is more than is left")]
    [InlineData("How=Other&EndsSeat=true", "Amount", "Enter the sum")]
    [InlineData("How=ByRule&EndsSeat=true&ClassesCounted=7", "ClassesCounted", "That many classes were not bought")]
    [InlineData("How=Nothing&EndsSeat=false", "How", "Nothing goes back and the seat stays: there is nothing to do")]
    public async Task A_wrong_choice_stands_beside_its_field_and_above_the_form_leads_there(string asked, string field, string problem)
    {
        var (admin, _) = await Opened();

        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new?{asked}");

        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(problem, page.Document.QuerySelector($".problem a[href='#{field}']")?.TextContent);
        Assert.Equal(problem, page.Document.QuerySelector($"#{field}-error")?.TextContent);
        Assert.NotNull(page.Document.GetElementById(field));
    }

    [Fact]
    public async Task The_number_of_classes_that_count_can_be_corrected_with_a_reason()
    {
        var (admin, _) = await Opened();

        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new?How=ByRule&EndsSeat=true&ClassesCounted=3");
        await page.Submit("End the enrollment, refund $253.73", f => f.Fill("Reason", Why));

        Assert.Equal(25_373, (await Refunds()).Single().AmountMinor);
    }

    [Fact]
    public async Task A_payment_that_has_gone_back_already_counts_for_nothing()
    {
        await PaidTwice();
        await Site.SendRefunds();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new");

        Assert.Contains("End the enrollment, refund $507.45", page.Buttons);
        Assert.Contains("$597.00 is left", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_sends_once()
    {
        var (_, page) = await Opened();

        await page.Submit("End the enrollment, refund $507.45");
        var again = await page.Submit("End the enrollment, refund $507.45");

        Assert.Equal([303, 200], again.Statuses);
        Assert.Single(await Refunds());
    }

    [Fact]
    public async Task Of_two_admins_at_once_one_refunds_and_the_other_sees_what_is_left()
    {
        var (jordan, first) = await Opened();
        var riley = await StaffVisitor.Admin(Site, "riley@clinic.example");
        var second = await riley.Open($"/admin/enrollments/{await Id()}/refunds/new");

        var answers = await Task.WhenAll(first.Submit("End the enrollment, refund $507.45"), second.Submit("End the enrollment, refund $507.45"));

        Assert.Equal(50_745, Assert.Single(await Refunds()).AmountMinor);
        var refused = Assert.Single(answers, a => a.Status == 422);
        Assert.Contains("Money or seat moved", refused.Alert, StringComparison.Ordinal);
        Assert.Contains("$89.55 is left", refused.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await jordan.Open("/admin/cases")).Status);
    }

    /// <summary>The negative control: the same rules without the lock send the same sum back twice.</summary>
    [Fact]
    public async Task Without_the_lock_two_at_once_refund_twice()
    {
        await Paid();
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Site.Db(async db =>
        {
            var rules = new StaffRefundRules(await db.Enrollments.Whole().SingleAsync(), Site.Now);
            Assert.Null(rules.RefusalFor(rules.Usual with { Seen = rules.Seen(rules.Usual) }));
            Assert.True(bothHaveRead.SignalAndWait(TimeSpan.FromSeconds(30)));
            rules.Carry(rules.Usual, Some.Staff);
            await db.SaveChangesAsync();
        }))));

        Assert.Equal(2, (await Refunds()).Count);
    }

    [Fact]
    public async Task A_page_that_money_has_overtaken_asks_again()
    {
        var (_, page) = await Opened();
        await Stripe.Refund(Intent, amount: 1_000);

        var again = await page.Submit("End the enrollment, refund $507.45");

        Assert.Equal(422, again.Status);
        Assert.Contains("End the enrollment, refund $497.45", again.Buttons);
    }

    [Fact]
    public async Task While_Stripe_is_down_the_request_waits_and_leaves_later()
    {
        var (_, page) = await Opened();
        var list = await page.Submit("End the enrollment, refund $507.45");
        Site.StandIns.Faults.Stripe.Always(Fault.ServerError, path: "/refunds");
        await Site.SendRefunds();

        Assert.Contains("Requested", (await list.Reload()).Text, StringComparison.Ordinal);
        Site.StandIns.Faults.Stripe.Clear();
        Site.Pass(TimeSpan.FromMinutes(30));
        await Site.SendRefunds();
        Assert.Contains("Succeeded", (await list.Reload()).Text, StringComparison.Ordinal);
        Assert.Single(Stripe.Refunds);
    }

    [Fact]
    public async Task A_short_balance_says_what_to_do()
    {
        var (_, page) = await Opened();
        Stripe.RunShort();

        var list = await page.Submit("End the enrollment, refund $507.45");
        await Site.SendRefunds();

        Assert.Contains("our balance at Stripe is too low", (await list.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_leads_to_its_case_and_is_sent_again_from_there()
    {
        var (_, page) = await Opened();
        var list = await page.Submit("End the enrollment, refund $507.45");
        await Site.SendRefunds();
        await Stripe.FailRefund(Stripe.Refunds.Single().Id);

        list = await list.Reload();
        var decide = await list.Click("Decide: send it again, or note that it was settled");
        await decide.Submit(f => f.Fill("As", "Refund").Fill("Reason", Why));
        await Site.SendRefunds();

        Assert.Contains("Failed", list.Text, StringComparison.Ordinal);
        Assert.Equal([50_745L, 50_745], Stripe.Refunds.Select(r => r.Amount));
        Assert.Contains("Succeeded", (await list.Reload()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide", (await list.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_is_only_held_is_ended_at_Stripe_first()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        await held.GoToPay();
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/enrollments/{await Id()}/refunds/new");

        var ended = await page.Submit("End the hold");
        var again = await page.Submit("End the hold");

        Assert.Equal([303, 200], ended.Statuses);
        Assert.Equal([303, 200], again.Statuses);
        Assert.Equal("expired", Stripe.Sessions.Single().Status);
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Contains("The registrar has given back the seat", (await Mail("Your seat was given back")).Text, StringComparison.Ordinal);
        Assert.Equal(ActorKind.Staff, await Site.Db(db => db.History.Where(h => h.To == nameof(EnrollmentStatus.Expired)).Select(h => h.ActorKind).FirstAsync()));
    }

    [Fact]
    public async Task Marketing_moves_no_money()
    {
        await Paid();
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open($"/admin/enrollments/{await Id()}/refunds")).Status);
        Assert.Equal(403, (await marketing.Open($"/admin/enrollments/{await Id()}/refunds/new")).Status);
        Assert.Equal(404, (await (await StaffVisitor.Admin(Site)).Open("/admin/enrollments/99/refunds")).Status);
    }

    private async Task<(StaffVisitor Admin, Page Page)> Opened(Cohort? cohort = null)
    {
        await Paid(cohort);
        var admin = await StaffVisitor.Admin(Site);
        return (admin, await admin.Open($"/admin/enrollments/{await Id()}/refunds/new"));
    }

    private Task<int> Id() => Site.Db(db => db.Enrollments.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());
}
