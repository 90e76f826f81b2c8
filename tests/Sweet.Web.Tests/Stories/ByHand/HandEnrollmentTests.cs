using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>An admin enrolls one person, in each of four ways to pay.</summary>
public sealed class HandEnrollmentTests : HandStory
{
    [Fact]
    public async Task Paid_outside_is_confirmed_at_once_counted_as_paid_and_found_by_its_reference()
    {
        var cohort = await Given.OpenCohort();
        var page = await AskedOutside(cohort);

        Assert.Equal(200, page.Status);
        Assert.Contains("After that, 29 of 30 seats are free.", page.Fact("Seat"), StringComparison.Ordinal);
        Assert.Contains("written down as paid outside Stripe, by check, reference 1042", page.Fact("Money"), StringComparison.Ordinal);
        Assert.Contains("“You are enrolled” to riley@clinic.example", page.Fact("Email"), StringComparison.Ordinal);
        Assert.Equal(0, await SeatsTaken(cohort));

        var student = await page.Submit("Enroll Riley Sample, $597.00 received");
        var books = await Admin.Open("/admin/outside-money?find=104");
        var own = await Own("You are enrolled");
        var receipt = await own.Click("Printable receipt");

        Assert.Equal([303, 200], student.Statuses);
        Assert.Equal(("Paid", "$597.00", 1), (student.Fact("State"), student.Fact("Paid"), await SeatsTaken(cohort)));
        Assert.Contains("Enrolled by hand", student.Text, StringComparison.Ordinal);
        Assert.Contains("check, reference 1042", student.Fact("Outside Stripe"), StringComparison.Ordinal);
        Assert.Contains("Riley Sample", books.Text, StringComparison.Ordinal);
        Assert.Contains("Harbor Clinic", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Paid on November 21, 2026, check, reference 1042", receipt.Text, StringComparison.Ordinal);
        Assert.Equal("2026-0001", student.Fact("Receipt"));
        Assert.Contains("check, reference 1042", (await student.Click("2026-0001")).Text, StringComparison.Ordinal);
        Assert.Contains("tell us your profession", own.Text, StringComparison.Ordinal);
        Assert.Contains(await Admin.Id(), await Site.Db(db => db.History.Where(h => h.Subject == "By hand").Select(h => h.ActorReference).ToListAsync()));
        Assert.Equal((await Given.Policies()).RefundPolicyVersionId, await Site.Db(db => db.Orders.Select(o => o.RefundPolicyVersionId).SingleAsync()));
        Assert.Contains("$597", (await Admin.Open("/staff")).Text, StringComparison.Ordinal);
        await Site.Reconcile();
        Assert.Empty(await Cases());
    }

    [Fact]
    public async Task A_link_to_pay_holds_the_seat_as_long_as_staff_say_and_is_paid_as_any_other()
    {
        var cohort = await Given.OpenCohort();
        var page = await Asked(cohort, "PaymentLink", f => f.Fill("HoldHours", "168").Fill("Sum", "500").Fill("Reason", "Former student."));

        await page.Submit("Hold a seat for Riley Sample, email the link to pay");
        var own = await Own("A seat is held for you until");

        Assert.Equal(Site.Now.AddDays(7), await Site.Db(db => db.Enrollments.Select(e => e.HeldUntilUtc).SingleAsync()));
        Site.Pass(TimeSpan.FromDays(6));
        await Site.EndHolds();
        await Stripe.Pay(await own.GoToPay());
        Assert.Equal("You are enrolled", (await own.Reload()).Heading);
        Assert.Equal(50_000, Stripe.PaymentIntents.Single().Amount);
    }

    [Fact]
    public async Task A_link_that_nobody_pays_by_ends_as_any_hold()
    {
        var cohort = await Given.OpenCohort();
        var page = await Asked(cohort, "PaymentLink", f => f.Fill("HoldHours", "24"));
        await page.Submit("Hold a seat for Riley Sample, email the link to pay");

        Site.Pass(TimeSpan.FromHours(25));
        await Site.EndHolds();

        Assert.Equal(0, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task A_complimentary_seat_costs_nothing_and_has_a_reason()
    {
        var cohort = await Given.OpenCohort();
        var without = await Asked(cohort, "Complimentary");
        var page = await without.Submit(Look, f => f.Fill("Reason", "Speaker of last year."));

        var student = await page.Submit("Enroll Riley Sample, nothing to pay");

        Assert.Equal((422, "Enter the reason why the seat costs nothing"), (without.Status, without.ProblemOf("Reason")));
        Assert.Contains("Nothing is owed", page.Fact("Money"), StringComparison.Ordinal);
        Assert.Equal(("$0.00", "Paid"), (student.Fact("Paid"), student.Fact("State")));
        // As where a voucher pays for all of it: no money, no receipt.
        Assert.Equal(0, await Site.Db(db => db.Documents.CountAsync()));
        Assert.Contains("Speaker of last year.", student.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Speaker of last year.", (await Mail("You are enrolled", "riley@clinic.example")).Text, StringComparison.Ordinal);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_window_is_overridden_and_what_changed_since_the_look_is_asked_about_again()
    {
        var cohort = await Given.OpenCohort(change: c => c.Close(Domain.Tests.Some.Staff, Site.Now));
        var page = await AskedOutside(cohort);

        var again = await page.Submit("Enroll Riley Sample, $597.00 received", f => f.Fill("Sum", "400").Fill("Reason", "Agreed."));
        var done = await again.Submit("Enroll Riley Sample, $400.00 received");

        Assert.Contains("Registration is not open to others.", page.Fact("Seat"), StringComparison.Ordinal);
        Assert.Equal(422, again.Status);
        Assert.Contains("You changed something after looking", again.Alert, StringComparison.Ordinal);
        Assert.Equal([303, 200], done.Statuses);
        Assert.Equal(40_000, await Site.Db(db => db.Payments.Select(p => p.AmountMinor).SingleAsync()));
    }

    [Theory]
    [InlineData("Way", "", "Way", "Choose how it is paid")]
    [InlineData("Sum", "600", "Sum", "That is more than the price, $597.00. Enter the price, and return the rest.")]
    [InlineData("Sum", "12,50", "Sum", "Enter a sum like 100 or 100.00")]
    [InlineData("Sum", "500", "Reason", "Enter the reason for the lower sum")]
    [InlineData("Reference", "", "Reference", "Enter the reference by which the accountant finds the payment")]
    [InlineData("ReceivedOn", "2027-01-01", "ReceivedOn", "Enter the day like 2026-12-24, within the last year and today at the latest")]
    [InlineData("ReceivedOn", "0202-11-20", "ReceivedOn", "Enter the day like 2026-12-24, within the last year and today at the latest")]
    [InlineData("PayerEmail", "books@", "PayerEmail", "Enter the email address of the payer like name@example.com, or clear it")]
    [InlineData("Email", "riley@gmial.com", "Email", "Did you mean riley@gmail.com? Correct the address, or send the form again to use it as you typed it")]
    public async Task What_is_missing_or_wrong_is_said_beside_its_field(string field, string value, string beside, string problem)
    {
        var cohort = await Given.OpenCohort();

        var page = await Asked(cohort, "PaidOutside", f => f
            .Fill("Means", "Check").Fill("Reference", "1042").Fill("ReceivedOn", Today(0)).Fill(field, value));

        Assert.Equal((422, problem), (page.Status, page.ProblemOf(beside)));
        Assert.Equal("Riley", page.MainForm["First name"]);
        Assert.Equal(0, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task No_seat_is_taken_from_who_waits_in_line_or_beyond_the_capacity()
    {
        var full = await Given.OpenCohort(seats: 1, taken: 1);
        var queued = await Given.OpenCohort(seats: 2, taken: 1, change: c => typeof(Domain.Courses.Cohort).GetProperty("Waiting")!.SetValue(c, 1));

        var noSeat = await AskedOutside(full);
        var inLine = await AskedOutside(queued);

        Assert.Equal((422, 422), (noSeat.Status, inLine.Status));
        Assert.Contains("No seat is free. Raise the capacity first", noSeat.Alert, StringComparison.Ordinal);
        Assert.Contains("No seat is free that no one in line waits for", inLine.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_has_a_seat_leads_to_it_and_pressed_twice_enrolls_once()
    {
        var cohort = await Given.OpenCohort();
        var page = await AskedOutside(cohort);
        await page.Submit("Enroll Riley Sample, $597.00 received");

        var again = await page.Submit("Enroll Riley Sample, $597.00 received");
        var seat = await again.Click("See the seat that this address has");

        Assert.Equal((422, 1), (again.Status, await SeatsTaken(cohort)));
        Assert.Contains("has a seat in the cohort already", again.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Equal("Riley Sample", seat.Heading);
    }

    [Fact]
    public async Task Enroll_again_opens_the_form_of_another_cohort_filled_in()
    {
        var first = await Given.OpenCohort();
        var student = await Outside(first);
        var second = await Given.OpenCohort();

        var choices = await student.Click("Enroll again");
        var form = await Admin.Open(choices.Document.QuerySelector($"a[href*='/admin/cohorts/{second.Id}/hand']")!.GetAttribute("href")!);

        Assert.Contains("already has a seat there", choices.Text, StringComparison.Ordinal);
        Assert.Equal(("Riley", "riley@clinic.example", "Harbor Clinic"), (form.MainForm["First name"], form.MainForm["Email"], form.MainForm["Payer"]));
    }

    [Fact]
    public async Task Marketing_enrolls_nobody()
    {
        var cohort = await Given.OpenCohort();
        var marketing = await StaffVisitor.Marketing(Site);

        foreach (var address in new[] { $"/admin/cohorts/{cohort.Id}/hand-enrollments/new", $"/admin/cohorts/{cohort.Id}/group-enrollments/new", "/admin/outside-money" })
            Assert.Equal(403, (await marketing.Open(address)).Status);
        Assert.Equal(404, (await Admin.Open("/admin/cohorts/99/hand-enrollments/new")).Status);
    }
}
