using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>A case, what each choice will do, and the decision.</summary>
public sealed class CasePageTests : PaidStory
{
    private const string Why = "Paid by an old link.";

    public static TheoryData<OpenCaseKind> Kinds => [.. Enum.GetValues<OpenCaseKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_has_a_page_and_can_be_noted_there(OpenCaseKind kind)
    {
        var admin = await StaffVisitor.Admin(Site);
        await Paid();
        var id = await Site.Db(async db =>
        {
            var added = db.OpenCases.Add(new OpenCase(kind, "pi_odd", await db.Orders.Include(o => o.Enrollment).SingleAsync(), Site.Now));
            await db.SaveChangesAsync();
            return added.Entity.Id;
        });

        var page = await admin.Open($"/admin/cases/{id}");
        var decided = await page.Submit(f => f.Fill("As", nameof(CaseResolution.Noted)).Fill("Reason", Why));

        Assert.Equal([303, 200], decided.Statuses);
        Assert.Equal(("noted", Why, "Jordan Sample"), (decided.Fact("How"), decided.Fact("Why"), decided.Fact("Who")));
    }

    [Fact]
    public async Task Says_what_each_choice_does_to_seat_money_and_email()
    {
        var admin = await StaffVisitor.Admin(Site);
        var id = await AmountDiffers();

        var page = await admin.Open($"/admin/cases/{id}");

        Assert.Equal("$10.00 arrived, $597.00 was due", page.Heading);
        Assert.Equal("$587.00", page.Fact("Too little"));
        Assert.Equal(
            ["Confirm the seat, keep the money", "Send $10.00 back, end the enrollment", "Note it: nothing is left to do"],
            page.Document.QuerySelectorAll(".choice label").Select(l => l.TextContent));
        Assert.Equal(
            ["becomes the student’s, confirmed", "given back at once, free for others", "stays as it is"],
            page.Document.QuerySelectorAll(".choice dd:nth-of-type(1)").Select(d => d.TextContent));
        Assert.Equal($"https://dashboard.stripe.com/test/payments/{Intent}", page.Link(Intent));
    }

    [Fact]
    public async Task A_decision_is_carried_out_told_and_kept_with_its_reason()
    {
        var (admin, cohort) = (await StaffVisitor.Admin(Site), await Given.OpenCohort());
        var id = await AmountDiffers(cohort);

        var decided = await Decide(admin, id, CaseResolution.Refund);
        await Site.SendRefunds();

        Assert.Equal([303, 200], decided.Statuses);
        Assert.Equal((Why, "Jordan Sample"), (decided.Fact("Why"), decided.Fact("Who")));
        Assert.Equal((1_000L, 0), (Assert.Single(Stripe.Refunds).Amount, await SeatsTaken(cohort)));
        await Mail("$10.00 is being refunded");
        var entry = await Site.Db(db => db.History.SingleAsync(h => h.Subject == $"Case {id}"));
        Assert.Equal((ActorKind.Staff, await admin.Id(), Why), (entry.ActorKind, entry.ActorReference, entry.Note));
    }

    [Fact]
    public async Task No_word_of_a_machine_reaches_who_decides_on_a_dispute()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Paid();
        await Stripe.Dispute(Intent);
        await Site.SendMail();
        var openCase = (await Cases()).Single();

        Page[] pages = [await admin.Open($"/admin/cases/{openCase.Id}"), await admin.Open("/admin/cases"), await admin.Open("/staff")];
        var notice = (await Site.MailsTo("staff@clinic.example"))[^1];

        Assert.Contains("A case needs a decision: Dispute, IPT-", notice.Subject, StringComparison.Ordinal);
        Assert.Equal(("the payer says that they did not make it", "it needs our answer"), (pages[0].Fact("Cause"), pages[0].Fact("State")));
        Assert.All(
            [notice.Text, .. pages.Select(p => p.Text)],
            text => Assert.All(["fraudulent", "needs_response", "DisputeOpened"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_case_of_an_email_says_which_and_leads_to_it()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Paid();
        await Site.SendMail();
        await Site.StandIns.MailEvents.Bounce((await Site.MailsTo(Journey.Email))[^1]);

        var page = await admin.Open($"/admin/cases/{(await Cases()).Single().Id}");
        var email = await admin.Open(page.Document.QuerySelector("main a[href^='/admin/outbox/']")!.GetAttribute("href")!);

        Assert.Equal((200, "it came back"), (email.Status, page.Fact("State")));
        Assert.DoesNotContain("EnrollmentConfirmed", page.Text + email.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Why, "", "Choose what is to be done")]
    [InlineData(nameof(CaseResolution.Refund), " ", "", "Enter the reason")]
    [InlineData(nameof(CaseResolution.Refund), Why, "ten", "Enter a sum like 100 or 100.00")]
    [InlineData(nameof(CaseResolution.Refund), Why, "1,50", "Enter a sum like 100 or 100.00")]
    [InlineData(nameof(CaseResolution.Refund), Why, "10.01", "more than is owed")]
    [InlineData(nameof(CaseResolution.Mail), Why, "", "not resolved that way")]
    public async Task What_is_not_whole_is_asked_again_with_what_was_typed(string choice, string why, string amount, string problem)
    {
        var admin = await StaffVisitor.Admin(Site);
        var id = await AmountDiffers();

        var again = await (await admin.Open($"/admin/cases/{id}")).Submit(f => f.Fill("As", choice).Fill("Reason", why).Fill("Amount", amount));

        Assert.Equal(422, again.Status);
        Assert.Contains(problem, again.Alert, StringComparison.Ordinal);
        Assert.Equal((why.Trim(), amount), (again.MainForm["Reason"].Trim(), again.MainForm["Amount"]));
        Assert.True(Assert.Single(await Cases()).IsOpen);
    }

    [Fact]
    public async Task Pressed_twice_decides_once()
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/cases/{await AmountDiffers()}");

        await Refund(page);
        var again = await Refund(page);

        Assert.Equal([303, 200], again.Statuses);
        Assert.Single(await Refunds());
    }

    [Fact]
    public async Task Of_two_admins_at_once_one_decides_and_the_other_reads_both()
    {
        var (jordan, riley) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        var id = await AmountDiffers();
        var (first, second) = (await jordan.Open($"/admin/cases/{id}"), await riley.Open($"/admin/cases/{id}"));

        var answers = await Task.WhenAll(
            Refund(first), second.Submit(f => f.Fill("As", nameof(CaseResolution.Seat)).Fill("Reason", "Another reason.")));

        var refused = Assert.Single(answers, a => a.Status == 422);
        Assert.Contains("resolved in the meantime", refused.Alert, StringComparison.Ordinal);
        Assert.Contains("resolved it", refused.Alert, StringComparison.Ordinal);
        Assert.Contains("What you typed, and was not used", refused.Text, StringComparison.Ordinal);
        var resolved = Assert.Single(await Cases());
        Assert.Equal(resolved.Resolution == CaseResolution.Refund ? 1 : 0, (await Refunds()).Count);
        Assert.Single(await Site.Db(db => db.History.Where(h => h.Subject == $"Case {id}").ToListAsync()));
    }

    [Fact]
    public async Task A_page_that_money_has_overtaken_asks_again()
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/cases/{await AmountDiffers()}");
        await Stripe.Refund(Intent, amount: 400);

        var again = await Refund(page);

        Assert.Equal(422, again.Status);
        Assert.Contains("Seat or money moved", again.Alert, StringComparison.Ordinal);
        Assert.Contains("Send $6.00 back", again.Text, StringComparison.Ordinal);
        Assert.Equal([303, 200], (await Refund(again)).Statuses);
        Assert.Equal([400L, 600], (await Refunds()).Select(r => r.AmountMinor));
    }

    [Fact]
    public async Task A_part_goes_back_beside_the_seat()
    {
        var admin = await StaffVisitor.Admin(Site);
        var cohort = await Given.OpenCohort();
        await Stripe.PayOther(await (await Visitor.Register(cohort, Journey.Email)).GoToPay(), 69_700);

        var page = await admin.Open($"/admin/cases/{(await Cases())[0].Id}");
        await page.Submit(f => f.Fill("As", nameof(CaseResolution.Seat)).Fill("Amount", "$100.00").Fill("Reason", Why));

        Assert.Equal(10_000L, Assert.Single(await Refunds()).AmountMinor);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_case_without_an_order_keeps_who_noted_it()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Site.Db(db =>
        {
            db.OpenCases.Add(new OpenCase(OpenCaseKind.UnclaimedPayment, "pi_desk", order: null, Site.Now));
            return db.SaveChangesAsync();
        });

        var id = (await Cases())[0].Id;
        await Decide(admin, id, CaseResolution.Noted);

        var entry = await Site.Db(db => db.History.SingleAsync(h => h.Subject == $"Case {id}"));
        Assert.Equal((await admin.Id(), nameof(CaseResolution.Noted), Why), (entry.ActorReference, entry.To, entry.Note));
    }

    [Fact]
    public async Task There_is_no_other_case()
    {
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(404, (await admin.Open("/admin/cases/99")).Status);
        Assert.Equal(404, (await admin.Open("/admin/cases/99/resolution")).Status);
    }

    private static async Task<Page> Decide(StaffVisitor admin, int id, CaseResolution how) =>
        await (await admin.Open($"/admin/cases/{id}")).Submit(f => f.Fill("As", how.ToString()).Fill("Reason", Why));

    private static Task<Page> Refund(Page page) => page.Submit(f => f.Fill("As", nameof(CaseResolution.Refund)).Fill("Reason", Why));

    private async Task<int> AmountDiffers(Cohort? cohort = null)
    {
        await Stripe.PayOther(await (await Visitor.Register(cohort ?? await Given.OpenCohort(), Journey.Email)).GoToPay(), 1_000);
        return (await Cases())[0].Id;
    }
}
