using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Refunds;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Withdrawing;

public sealed class WithdrawingTests : PaidStory
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_page_says_what_comes_back_class_by_class_and_what_happens()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        PassTo(cohort.Meetings[1].StartsAtUtc + Second);

        var page = await (await enrolled.Reload()).Click("Withdraw");

        Assert.Equal("Withdraw from Interpersonal Psychotherapy (IPT)", page.Heading);
        Assert.Contains("you’ll be refunded $338.30", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 6 classes have begun", page.Text, StringComparison.Ordinal);
        Assert.Contains("Class 1 of 6, which has begun−$99.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("15% of the rest, for processing−$59.70", page.Text, StringComparison.Ordinal);
        Assert.Contains("Class 3 begins on Tuesday, January 26, 2027", page.Text, StringComparison.Ordinal);
        Assert.Contains("from then on you’d be refunded $253.73", page.Text, StringComparison.Ordinal);
        Assert.Contains("within 5 to 10 business days", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Withdraw and get $338.30 back"], page.Buttons);
    }

    [Fact]
    public async Task One_button_frees_the_seat_asks_for_the_refund_and_mails_it_all()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);

        var ended = await Withdraw(enrolled);
        await Site.SendRefunds();

        Assert.Equal([303, 200], ended.Statuses);
        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Contains("$507.45", ended.Text, StringComparison.Ordinal);
        Assert.Contains("requested on November 23, 2026", ended.Text, StringComparison.Ordinal);
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal((RefundReason.Withdrew, RefundStatus.Succeeded), ((await Refunds())[0].Reason, (await Refunds())[0].Status));
        var mail = await Mail("You have withdrawn");
        Assert.Contains("You’ll be refunded $507.45.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("15% of it, for processing: −$89.55", mail.Text, StringComparison.Ordinal);
        Assert.Contains("within 5 to 10 business days", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_who_withdrew_and_how_the_sum_came_about()
    {
        await Withdraw(await Paid());

        var entry = await Site.Db(db => db.History.SingleAsync(h => h.Subject == "Enrollment" && h.To == "Cancelled"));
        Assert.Equal((ActorKind.Student, "Confirmed", "Withdrew: 0 of 6 classes begun; 507.45 USD comes back."), (entry.ActorKind, entry.From, entry.Note));
        Assert.True(await Site.Db(db => db.History.AnyAsync(h => h.Subject == "Refund new" && h.To == "Requested" && h.Note == "Withdrew")));
    }

    [Fact]
    public async Task The_calendar_is_cancelled_in_mail_download_and_subscription()
    {
        var enrolled = await Paid();
        var before = (await enrolled.Click("Add to calendar")).Body;
        var subscription = enrolled.Link("Apple Calendar").Replace("webcal:", "https:", StringComparison.Ordinal);

        var ended = await Withdraw(enrolled);

        var mailed = (await Mail("You have withdrawn")).Attachment("class-meetings.ics").Text;
        var downloaded = (await ended.Click("Remove the class meetings from my calendar")).Body;
        var subscribed = (await Visitor.Open(subscription)).Body;
        Assert.Contains("METHOD:CANCEL", mailed, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", downloaded, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", subscribed, StringComparison.Ordinal);
        foreach (var calendar in new[] { mailed, downloaded, subscribed })
        {
            Assert.Equal(LinesOf(before, "UID:"), LinesOf(calendar, "UID:"));
            Assert.Equal(6, LinesOf(calendar, "STATUS:CANCELLED").Count);
            Assert.All(LinesOf(calendar, "SEQUENCE:"), line => Assert.Equal("SEQUENCE:1", line));
        }

        Assert.All(LinesOf(before, "SEQUENCE:"), line => Assert.Equal("SEQUENCE:0", line));
    }

    [Theory]
    [InlineData(-1, "$422.88")]
    [InlineData(0, "$338.30")]
    [InlineData(1, "$338.30")]
    public async Task A_second_before_and_after_a_class_begins_there_are_two_answers(int seconds, string back)
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        PassTo(cohort.Meetings[1].StartsAtUtc + (seconds * Second));

        var ended = await Withdraw(await enrolled.Reload());

        Assert.Contains(back, ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_begins_between_page_and_button_shows_the_page_again()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        PassTo(cohort.Meetings[1].StartsAtUtc - Second);
        var page = await (await enrolled.Reload()).Click("Withdraw");
        Site.Pass(Second);

        var again = await page.Submit();

        Assert.Equal(422, again.Status);
        Assert.StartsWith("Error: Withdraw from", again.Title, StringComparison.Ordinal);
        Assert.Contains("The amount was $422.88 when you opened this page. Now it is $338.30", again.Alert, StringComparison.Ordinal);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Empty(await Refunds());
        Assert.Equal("You have withdrawn", (await again.Submit()).Heading);
        Assert.Equal(33_830, Assert.Single(await Refunds()).AmountMinor);
    }

    [Fact]
    public async Task Money_that_goes_back_at_Stripe_between_page_and_button_shows_the_page_again()
    {
        var page = await (await Paid()).Click("Withdraw");
        await Stripe.Refund(Intent, amount: 10_000);

        var again = await page.Submit();
        await again.Submit();
        var late = await again.Submit();

        Assert.Equal(422, again.Status);
        Assert.Contains("The amount was $507.45 when you opened this page. Now it is $407.45", again.Alert, StringComparison.Ordinal);
        Assert.Equal("You have withdrawn", late.Heading);
        Assert.Equal(40_745, Assert.Single(await Refunds(), r => r.Origin == RefundOrigin.Us).AmountMinor);
    }

    [Theory]
    [InlineData("59700")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_sum_that_is_not_ours_is_never_taken(string? forged)
    {
        var page = await (await Paid()).Click("Withdraw");

        var again = await page.Submit(form => _ = forged is null ? form.Remove("SeenBackMinor") : form.Fill("SeenBackMinor", forged));

        Assert.Equal(422, again.Status);
        Assert.Empty(await Refunds());
    }

    [Fact]
    public async Task Pressed_twice_and_in_two_tabs_it_happens_once()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        var tabs = new[] { await enrolled.Click("Withdraw"), await enrolled.Click("Withdraw") };

        var pages = await Task.WhenAll(tabs.Select(tab => tab.Submit()));
        var third = await tabs[0].Submit();

        Assert.All([.. pages, third], page => Assert.Equal("You have withdrawn", page.Heading));
        Assert.Single(await Refunds());
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Single(await Subjects(), s => s.Contains("You have withdrawn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_free_place_ends_without_Stripe()
    {
        await Visitor.Register(await Given.OpenCohort(price: new Money(0, "USD")), Journey.Email);
        var enrolled = await (await Visitor.Open((await Site.AllMailsTo(Journey.Email))[^1].Link())).Submit("Confirm my seat");

        var page = await enrolled.Click("Withdraw");
        var ended = await page.Submit("Withdraw and give my seat back");

        Assert.Contains("You paid nothing for your seat", page.Text, StringComparison.Ordinal);
        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Empty(await Refunds());
        Assert.DoesNotContain("Your refund", (await Mail("You have withdrawn")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_early_price_that_six_does_not_divide_comes_back_to_the_cent()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(49_703, "USD"), Site.Now.AddDays(7), Site.Now));
        var enrolled = await Paid(cohort);
        PassTo(cohort.FirstClassAtUtc);

        await Withdraw(await enrolled.Reload());

        Assert.Equal(35_207, Assert.Single(await Refunds()).AmountMinor);
    }

    [Fact]
    public async Task What_went_back_before_at_Stripe_is_taken_off()
    {
        var enrolled = await Paid();
        await Stripe.Refund(Intent, amount: 10_000);

        var page = await (await enrolled.Reload()).Click("Withdraw");
        await page.Submit();
        await Site.SendRefunds();

        Assert.Contains("Already refunded, or on its way−$100.00", page.Text, StringComparison.Ordinal);
        Assert.Equal([10_000L, 40_745], Stripe.Refunds.Select(r => r.Amount));
    }

    [Fact]
    public async Task The_second_payment_of_a_place_paid_twice_is_not_taken_off()
    {
        var page = await PaidTwice();

        await Withdraw(page);
        await Site.SendRefunds();

        Assert.Equal([59_700L, 50_745], Stripe.Refunds.Select(r => r.Amount));
        Assert.Equal(2, Stripe.Refunds.Select(r => r.PaymentIntent).Distinct().Count());
    }

    [Fact]
    public async Task An_unpaid_seat_has_no_withdrawal()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var page = await Visitor.Open($"{held.Address}/withdrawal/new");

        Assert.Equal(held.Address, page.Address);
        Assert.Contains("is held until", page.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_class_there_is_nothing_to_withdraw_from()
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        var page = await enrolled.Click("Withdraw");
        PassTo(cohort.LastClassEndsAtUtc);

        var refused = await page.Submit();

        Assert.DoesNotContain("Withdraw", (await enrolled.Reload()).Links);
        Assert.Equal(422, refused.Status);
        Assert.Contains("The last class is over", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task A_token_that_nobody_has_finds_nothing()
    {
        await Paid();

        Assert.Equal(404, (await Visitor.Open("/enrollments/AAAAAAAAAAAAAAAAAAAAAA/withdrawal/new")).Status);
    }

    [Fact]
    public async Task Money_in_another_currency_is_a_case_and_the_seat_is_free()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        await Stripe.PayOther(await held.GoToPay(), 55_000, "eur");
        await Site.Db(db => db.InTransaction(
            async transaction =>
            {
                var enrollment = await Data.Loading.Whole(db.Enrollments).SingleAsync();
                enrollment.Cohort.Confirm(enrollment, Actor.Staff("1"), Site.Now);
                await transaction.SaveAndCommit(CancellationToken.None);
            },
            default));

        var page = await (await held.Reload()).Click("Withdraw");
        await page.Submit();

        Assert.Contains("The registrar will work out your refund", page.Text, StringComparison.Ordinal);
        Assert.Equal([OpenCaseKind.CurrencyDiffers, OpenCaseKind.WithdrawalUndecided], (await Cases()).Select(c => c.Kind));
        Assert.Equal(0, await SeatsTaken(cohort));
    }

    private static List<string> LinesOf(string calendar, string start) =>
        [.. calendar.Split("\r\n").Where(line => line.StartsWith(start, StringComparison.Ordinal))];

    private void PassTo(DateTime utc) => Site.Pass(utc - Site.Now);
}
