using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Seating;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

/// <summary>A student moves to other dates by themselves, among those that staff have offered.</summary>
public sealed class TransferOfferTests : PaidStory
{
    private static readonly DateTime Later = new(2027, 2, 9, 19, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Last = new(2027, 3, 9, 19, 0, 0, DateTimeKind.Unspecified);

    private StaffVisitor? admin;

    [Fact]
    public async Task An_email_leads_to_the_dates_and_one_press_moves_the_seat()
    {
        var (old, same, dearer) = await Three();
        await Paid(old);

        var offered = await Offer(same, dearer);
        var page = await Choices();

        Assert.Contains("Transfer offer", offered.Text, StringComparison.Ordinal);
        Assert.Equal("Choose other dates", page.Heading);
        Assert.Equal(["Move to these dates", "Choose these dates and pay $100.00"], page.Buttons);
        var moved = await page.Submit("Move to these dates");

        Assert.Equal("You are enrolled", moved.Heading);
        Assert.Equal((0, 1, 0), (await SeatsTaken(old), await SeatsTaken(same), await SeatsTaken(dearer)));
        Assert.Contains(await Subjects(), s => s.Contains("You have moved to other dates", StringComparison.Ordinal));
        var again = await page.Submit("Move to these dates");
        Assert.Equal((410, "This choice is over"), (again.Status, again.Heading));
        Assert.Equal(2, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task A_dearer_date_is_paid_first_and_the_students_page_leads_there_too()
    {
        var (old, same, dearer) = await Three();
        var enrolled = await Paid(old);
        await Offer(same, dearer);

        var held = await (await (await enrolled.Reload()).Click("move to other dates")).Submit("Choose these dates and pay $100.00");

        Assert.Equal((1, 0, 1), (await SeatsTaken(old), await SeatsTaken(same), await SeatsTaken(dearer)));
        await Stripe.Pay(await held.GoToPay());
        Assert.Equal((0, 0, 1), (await SeatsTaken(old), await SeatsTaken(same), await SeatsTaken(dearer)));
    }

    [Fact]
    public async Task At_its_date_it_lapses_quietly_and_taken_back_it_is_over_at_once()
    {
        var (old, same, dearer) = await Three();
        await Paid(old);
        await Offer(same);
        var open = await Choices();
        var emails = (await Subjects()).Count;

        await (await admin!.Open(await OfferAddress())).Submit("Take it back");
        Assert.Equal(410, (await open.Submit("Move to these dates")).Status);
        Assert.Equal(410, (await open.Reload()).Status);

        await Offer(dearer);
        Assert.Equal(200, (await open.Reload()).Status);
        Site.Pass(TimeSpan.FromDays(8));
        Assert.Equal(410, (await open.Reload()).Status);
        Assert.Equal((1, 0, 0), (await SeatsTaken(old), await SeatsTaken(same), await SeatsTaken(dearer)));
        // The second offer, and nothing of the ends.
        Assert.Equal(emails + 1, (await Subjects()).Count(s => !s.Contains("class", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_what_was_offered_at_the_sum_that_was_shown_by_who_has_the_link()
    {
        var (old, same, dearer) = await Three();
        await Paid(old);
        await Offer(same);
        var open = await Choices();

        var notOffered = await open.Submit("Move to these dates", f => f.Fill("CohortId", $"{dearer.Id}").Fill("SeenDueMinor", "10000"));
        await Site.Db(db => db.Cohorts.Where(c => c.Id == same.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PriceMinor, 39_700)));
        var otherSum = await open.Submit("Move to these dates");
        await Site.Db(db => db.Cohorts.Where(c => c.Id == same.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SeatsTaken, c => c.Capacity)));
        var full = await otherSum.Submit("Move to these dates");

        Assert.Equal((422, 422, 422), (notOffered.Status, otherSum.Status, full.Status));
        Assert.Contains("$200.00 goes back to you", otherSum.Text, StringComparison.Ordinal);
        Assert.Contains("No seat is free on these dates right now.", full.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Site.NewVisitor().Open("/enrollments/0123456789abcdefghjkmnpqrs/transfers/new")).Status);
        Assert.Equal(1, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task The_last_seat_goes_to_one_of_the_student_and_staff_who_press_at_once()
    {
        var (old, same, _) = await Three(seats: 1);
        await Paid(old);
        await Offer(same);
        var (id, token) = await Site.Db(db => db.Enrollments.Select(e => new ValueTuple<int, string>(e.Id, e.LinkToken)).SingleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Site.Do<TransferStudent, TransferResult>(transfer => i % 2 == 0
            ? transfer.Choose(token, same.Id, 0, default)
            : transfer.Transfer(id, same.Id, 0, waivedBecause: null, Some.Staff, default))));

        Assert.Single(results, r => r is { IsFound: true, Refusal: null });
        Assert.Equal((0, 1), (await SeatsTaken(old), await SeatsTaken(same)));
    }

    [Fact]
    public async Task Staff_are_told_what_is_missing_and_a_second_press_offers_once()
    {
        var (old, same, _) = await Three();
        await Paid(old);
        admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open(await OfferAddress());

        var none = await form.Submit(f => f.Fill("LastDay", "2020-01-01"));
        await form.Submit(f => f.Add("CohortIds", $"{same.Id}"));
        await form.Submit(f => f.Add("CohortIds", $"{same.Id}"));

        Assert.Equal(422, none.Status);
        Assert.Equal(["Check at least one cohort", "Enter a day from today on, within 90 days, like 2026-12-24"], none.Problems);
        Assert.Equal(1, await Site.Db(db => db.TransferOffers.CountAsync()));
        Assert.Single(await Subjects(), s => s.Contains("Other dates for", StringComparison.Ordinal));
    }

    private async Task<Page> Offer(params Cohort[] cohorts)
    {
        admin ??= await StaffVisitor.Admin(Site);
        var form = await admin.Open(await OfferAddress());
        return await form.Submit("Offer these dates", f =>
        {
            f.Remove("CohortIds");
            foreach (var cohort in cohorts) f.Add("CohortIds", $"{cohort.Id}");
        });
    }

    private async Task<string> OfferAddress() =>
        $"/admin/enrollments/{await Site.Db(db => db.Enrollments.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync())}/transfer-offers/new";

    /// <summary>As the email leads there.</summary>
    private async Task<Page> Choices()
    {
        var mail = (await Site.MailsTo(Journey.Email)).Last(m => m.Subject.Contains("Other dates for", StringComparison.Ordinal));
        var address = mail.Text!.Split(['\n', ' ']).First(word => word.Contains("/transfers/new", StringComparison.Ordinal)).Trim();
        return await Site.NewVisitor().Open(address);
    }

    private async Task<(Cohort Old, Cohort Same, Cohort Dearer)> Three(int seats = 30) => (
        await Given.OpenCohort(),
        await Given.OpenCohort(seats, reference: "ipt-2027-02-09", firstClassLocal: Later),
        await Given.OpenCohort(price: new Domain.Money(69_700, "USD"), reference: "ipt-2027-03-09", firstClassLocal: Last));
}
