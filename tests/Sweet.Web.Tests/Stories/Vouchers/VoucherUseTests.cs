using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Vouchers;

/// <summary>A student with a code: what it does is shown before a seat is held, and what was shown is what is paid.</summary>
public sealed class VoucherUseTests : PaidStory
{
    private const string Code = "SAMPLE-CLINIC";

    [Fact]
    public async Task A_code_in_the_address_of_the_course_page_is_carried_on_to_the_form_and_kept_for_nobody_else()
    {
        await Given.OpenCohort();
        await Given.Voucher();
        const string Course = "/courses/interpersonal-psychotherapy";

        var page = await Visitor.Open($"{Course}?from=why-we-hide&code=sample-clinic");
        var form = await page.Click("Register");
        var without = await Site.NewVisitor().Open(Course);
        var odd = await Site.NewVisitor().Open($"{Course}?code=%22%3E%3Cb%3E");

        Assert.Equal("SAMPLE-CLINIC", form.MainForm["Code"]);
        Assert.All(page.Document.QuerySelectorAll("main a[href*='/enrollments/new']"), a => Assert.Contains("from=why-we-hide&code=SAMPLE-CLINIC", a.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.DoesNotContain("code=", without.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(without.Body, odd.Body);
        Assert.Equal(Course, new Uri(page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!).AbsolutePath);
    }

    [Fact]
    public async Task A_link_brings_the_code_and_its_price_is_paid_and_stands_on_the_receipt()
    {
        await Given.Voucher();
        var form = await Visitor.Open(FormOf(await Given.OpenCohort()) + "?code=sample-clinic");

        var held = await form.Submit(f => f.FillIn(Journey.Email));
        await Stripe.Pay(await held.GoToPay());
        var receipt = await (await held.Reload()).Click("Printable receipt");

        Assert.Contains("SAMPLE-CLINIC takes 10% off: $537.30 instead of $597.", form.Text, StringComparison.Ordinal);
        Assert.Contains("voucher SAMPLE-CLINIC, $59.70 off", held.Text, StringComparison.Ordinal);
        Assert.Equal(53_730, Stripe.PaymentIntents.Single().Amount);
        Assert.Contains("Voucher SAMPLE-CLINIC−$59.70", receipt.Text, StringComparison.Ordinal);
        Assert.Empty(await Cases());
    }

    [Fact]
    public async Task Apply_shows_what_a_code_does_and_takes_no_seat()
    {
        var cohort = await Given.OpenCohort();
        await Given.Voucher();
        var form = await Visitor.Open(FormOf(cohort));

        var shown = await form.Submit("Apply the code", f => f.Fill("First name", "Ana").Fill("Code", Code));
        var held = await shown.Submit(f => f.FillIn(Journey.Email));

        Assert.Equal((200, "", "Ana"), (shown.Status, shown.Alert, shown.MainForm["First name"]));
        Assert.Contains("$537.30 today with your code", shown.Text, StringComparison.Ordinal);
        Assert.Equal([303, 200], held.Statuses);
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task A_code_that_was_not_applied_shows_its_price_first()
    {
        await Given.Voucher();
        var cohort = await Given.OpenCohort();

        var asked = await Visitor.Register(cohort, Journey.Email, f => f.Fill("Code", Code));
        var held = await asked.Submit();

        Assert.Equal(422, asked.Status);
        Assert.Contains("$537.30 instead of $597. If you agree, send the form again.", asked.Alert, StringComparison.Ordinal);
        Assert.Equal(200, held.Status);
    }

    [Theory]
    [InlineData("NO-SUCH-CODE", "We don’t know this code")]
    [InlineData("x", "We don’t know this code")]
    [InlineData("OVER", "This code is over")]
    [InlineData("NOT-YET", "can’t be used yet")]
    [InlineData("ELSEWHERE", "not for these dates")]
    [InlineData("DEARER", "for higher prices")]
    [InlineData("TOO-MUCH", "less would be left to pay")]
    [InlineData("USED-UP", "used as often as it may be")]
    public async Task A_code_that_does_not_hold_says_why_beside_its_field(string code, string why)
    {
        var cohort = await Given.OpenCohort();
        await Given.Voucher(Some.Percent(10) with { UntilUtc = Site.Now }, "OVER");
        await Given.Voucher(Some.Percent(10) with { FromUtc = Site.Now.AddHours(1) }, "NOT-YET");
        await Given.Voucher(Some.Percent(10) with { CohortIds = [cohort.Id + 1] }, "ELSEWHERE");
        await Given.Voucher(Some.Percent(10) with { MinimumTotalMinor = 60_000 }, "DEARER");
        await Given.Voucher(Some.Amount(59_680), "TOO-MUCH");
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 }, "USED-UP");
        await Use(cohort, "USED-UP");

        var opened = await Visitor.Open($"{FormOf(cohort)}?code={code}");
        var applied = await (await Visitor.Open(FormOf(cohort))).Submit("Apply the code", f => f.Fill("Code", code));
        var sent = await opened.Submit(f => f.FillIn(Journey.Email));

        Assert.All([opened, applied, sent], page => Assert.Contains(why, page.ProblemOf("Code"), StringComparison.Ordinal));
        Assert.Equal((200, 422, 422), (opened.Status, applied.Status, sent.Status));
        Assert.Equal("59700", sent.MainForm["SeenPriceMinor"]);
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task All_of_the_price_needs_no_Stripe()
    {
        await Given.Voucher(Some.Percent(100));
        await Use(await Given.OpenCohort(), Code, Journey.Email);

        var link = (await Site.AllMailsTo(Journey.Email))[^1].Link();
        var enrolled = await (await Visitor.Open(link)).Submit("Confirm my seat");

        Assert.Equal("You are enrolled", enrolled.Heading);
        Assert.Empty(Stripe.Sessions);
        Assert.Contains("Voucher SAMPLE-CLINIC−$597.00", (await enrolled.Click("Printable summary of charges")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_is_free_again_when_its_hold_ends()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 });
        var cohort = await Given.OpenCohort();
        await Use(cohort, Code);

        Assert.Equal(422, (await Use(cohort, Code, expected: 422)).Status);
        Site.Pass(TimeSpan.FromHours(1));
        await Site.EndHolds();

        await Use(cohort, Code);
    }

    [Fact]
    public async Task And_when_its_enrollment_is_withdrawn()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 });
        var cohort = await Given.OpenCohort();
        var held = await Use(cohort, Code, Journey.Email);
        await Stripe.Pay(await held.GoToPay());

        await Withdraw(await held.Reload());

        await Use(cohort, Code);
        Assert.Equal(45_671, (await Refunds()).Single().Amount.Minor);
    }

    [Fact]
    public async Task A_payment_that_a_bank_works_on_keeps_its_use_though_the_seat_was_given_back()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUses = 1 });
        var cohort = await Given.OpenCohort();
        var held = await Use(cohort, Code);
        await Stripe.PayByBank(await held.GoToPay());
        await Site.Db(async db =>
        {
            var enrollment = await db.Enrollments.Include(e => e.Cohort).SingleAsync();
            enrollment.Cohort.Release(enrollment, Domain.Enrollments.ExpiryReason.GivenBack, Some.Staff, Site.Now);
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await Site.Db(db => db.Orders.Uses().CountAsync()));
    }

    [Fact]
    public async Task One_address_uses_it_so_often_and_no_more()
    {
        await Given.Voucher(Some.Percent(10) with { MaxUsesPerAddress = 1 });
        await Use(await Given.OpenCohort(), Code, Journey.Email);

        var refused = await Use(await Given.OpenCohort(), Code, Journey.Email, expected: 422);

        Assert.Contains("used as often as it may be", refused.ProblemOf("Code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_the_seat_at_the_full_price_gives_it_back_first()
    {
        await Given.Voucher();
        var cohort = await Given.OpenCohort();
        await Visitor.Register(cohort, Journey.Email);

        var refused = await (await Visitor.Open($"{FormOf(cohort)}?code={Code}")).Submit(f => f.FillIn(Journey.Email));

        Assert.Contains("give the seat back", refused.ProblemOf("Code"), StringComparison.Ordinal);
        Assert.Equal(59_700, await Site.Db(db => db.Orders.Select(o => o.TotalMinor).SingleAsync()));
    }

    [Theory]
    [InlineData(false, 53_730)]
    [InlineData(true, 59_700)]
    public async Task Registering_again_keeps_the_code_if_it_still_holds(bool isEnded, long total)
    {
        await Given.Voucher();
        var held = await Use(await Given.OpenCohort(), Code);
        Site.Pass(TimeSpan.FromHours(1));
        await Site.EndHolds();
        if (isEnded) await Site.Db(async db =>
        {
            (await db.Vouchers.SingleAsync()).End(Site.Now);
            await db.SaveChangesAsync();
        });

        var again = await (await held.Reload()).Submit("Register again");

        Assert.StartsWith("Your seat is held until", again.Heading, StringComparison.Ordinal);
        Assert.Equal(total, await Site.Db(db => db.Orders.OrderBy(o => o.Id).Select(o => o.TotalMinor).LastAsync()));
    }

    private static string FormOf(Cohort cohort) => $"/cohorts/{cohort.Reference}/enrollments/new";

    private async Task<Page> Use(Cohort cohort, string code, string? email = null, int expected = 200)
    {
        var form = await Site.NewVisitor().Open($"{FormOf(cohort)}?code={code}");
        var page = await form.Submit(f => f.FillIn(email));
        Assert.Equal(expected, page.Status);
        return page;
    }
}
