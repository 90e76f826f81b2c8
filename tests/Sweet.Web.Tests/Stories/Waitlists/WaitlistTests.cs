using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Waitlists;

public sealed class WaitlistTests : WaitlistStory
{
    private const string Noor = "noor@clinic.example";
    private const string Liam = "liam@clinic.example";

    [Fact]
    public async Task A_full_cohort_offers_its_line_wherever_it_is_shown()
    {
        var (cohort, _) = await Full();

        var course = await Visitor.Open("/courses/interpersonal-psychotherapy");
        var registration = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        var home = await Visitor.Open("/");

        Assert.All([course, registration, home], page => Assert.Contains(page.Links, link => link.StartsWith("Join the waitlist", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_confirms_by_the_emailed_link_is_in_line()
    {
        var (cohort, _) = await Full();
        await Join(cohort, Liam);

        var page = await Join(cohort, Noor);

        Assert.Equal("You are number 2 in line", page.Heading);
        Assert.Contains(await Subjects(Noor), s => s.Contains("You are on the waitlist", StringComparison.Ordinal));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Opening_the_emailed_link_changes_nothing()
    {
        var (cohort, _) = await Full();
        await Ask(cohort, Noor);

        var page = await Visitor.Open($"/waitlist-entries/{(await Entry(Noor)).Token}");

        Assert.Equal("Confirm your spot in line", page.Heading);
        Assert.Equal(WaitlistStatus.Unconfirmed, (await Entry(Noor)).Status);
    }

    [Fact]
    public async Task A_stranger_is_told_the_same_of_an_address_that_is_in_line()
    {
        var (cohort, _) = await Full();

        var first = await Ask(cohort, Noor);
        await (await Visitor.Open($"/waitlist-entries/{(await Entry(Noor)).Token}")).Submit("Yes, put me in line");
        var second = await Ask(cohort, Noor);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, await Site.Db(db => db.WaitlistEntries.CountAsync()));
    }

    [Fact]
    public async Task An_address_with_a_seat_is_told_so_by_email_alone()
    {
        var (cohort, seated) = await Full();

        await Ask(cohort, seated.Email);

        Assert.Equal(0, await Site.Db(db => db.WaitlistEntries.CountAsync()));
        Assert.Contains(await Subjects(seated.Email), s => s.Contains("already has a seat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_a_name_is_shown_again_with_what_was_typed()
    {
        var (cohort, _) = await Full();
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/waitlist-entries/new");

        var again = await form.Submit(f => f.Fill("Email", Noor).Tick("Consent"));

        Assert.Equal(422, again.Status);
        Assert.Equal("Enter your first name", again.ProblemOf("FirstName"));
        Assert.Contains(Noor, again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_one_waits_while_a_seat_is_free()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);

        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/waitlist-entries/new");

        Assert.Equal([303, 200], page.Statuses);
        Assert.StartsWith("Register for", page.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_freed_seat_is_offered_to_the_first_and_taken_by_the_usual_form()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        await GiveBack(seated);
        await OfferSeats();

        var page = await Site.NewVisitor().Open($"/waitlist-entries/{(await Entry(Noor)).Token}");
        var form = await page.Submit("Take the seat");
        var held = await form.Submit(f => f.Choose("Profession", "Social worker").Tick("Consent"));
        await Stripe.Pay(await held.GoToPay());

        Assert.Equal("A seat is kept for you", page.Heading);
        Assert.Contains(await Subjects(Noor), s => s.Contains("A seat is yours until", StringComparison.Ordinal));
        Assert.DoesNotContain(await Subjects(Liam), s => s.Contains("A seat is yours until", StringComparison.Ordinal));
        var enrollment = await Site.Db(db => db.Enrollments.SingleAsync(e => e.EmailKey == Noor));
        Assert.Equal((EnrollmentStatus.Confirmed, "Noor Haddad"), (enrollment.Status, enrollment.FullName));
        Assert.NotNull(enrollment.AddressProvenAtUtc);
        Assert.Equal(WaitlistStatus.Accepted, (await Entry(Noor)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Passing_the_seat_on_offers_it_to_the_next_at_once()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        await GiveBack(seated);
        await OfferSeats();

        var page = await Site.NewVisitor().Open($"/waitlist-entries/{(await Entry(Noor)).Token}");
        var left = await page.Submit("No, give it to the next person");
        await page.Submit("No, give it to the next person");

        Assert.Equal("You are not in line anymore", left.Heading);
        Assert.Equal(WaitlistStatus.Offered, (await Entry(Liam)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task An_offer_that_no_one_answers_lapses_to_the_next()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Join(cohort, Liam);
        await GiveBack(seated);
        await OfferSeats();

        Site.Pass(TimeSpan.FromHours(24));
        await OfferSeats();

        Assert.Equal((WaitlistStatus.Lapsed, WaitlistStatus.Offered), ((await Entry(Noor)).Status, (await Entry(Liam)).Status));
        Assert.Contains(await Subjects(Noor), s => s.Contains("The seat went to the next person", StringComparison.Ordinal));
        Assert.Equal("The seat went to the next person", (await Visitor.Open($"/waitlist-entries/{(await Entry(Noor)).Token}")).Heading);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task An_offer_that_lapses_with_no_one_behind_leaves_the_seat_to_everyone_and_says_so()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await GiveBack(seated);
        await OfferSeats();

        Site.Pass(TimeSpan.FromHours(24));
        var late = await Visitor.Open($"/waitlist-entries/{(await Entry(Noor)).Token}");
        await OfferSeats();
        var page = await late.Reload();
        var form = await page.Click("register for it");

        Assert.Equal(("Your time to take the seat is over", "Your time to take the seat is over"), (late.Heading, page.Heading));
        Assert.StartsWith("Register for", form.Heading, StringComparison.Ordinal);
        var mail = Assert.Single(await Site.MailsTo(Noor), m => m.Subject.Contains("Your time to take the seat is over", StringComparison.Ordinal));
        Assert.Contains("the seat is open to everyone now", mail.Text!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("next person", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_in_gets_neither_an_offered_seat_nor_one_that_is_waited_for()
    {
        var (cohort, seated) = await Full();
        var walkIn = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        Assert.Equal("This cohort is full", walkIn.Heading);
        await Join(cohort, Noor);

        await GiveBack(seated);
        var before = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        await OfferSeats();
        var after = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        Assert.Equal(("This cohort is full", "This cohort is full"), (before.Heading, after.Heading));
    }

    [Fact]
    public async Task More_capacity_wakes_the_line()
    {
        var (cohort, _) = await Full();
        await Join(cohort, Noor);

        await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 2)));
        await OfferSeats();

        Assert.Equal(WaitlistStatus.Offered, (await Entry(Noor)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Who_found_a_seat_in_another_way_is_offered_none()
    {
        var (cohort, seated) = await Full();
        await Join(cohort, Noor);
        await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 3)));
        await Given.Enrollment(cohort, Noor);
        await GiveBack(seated);

        await OfferSeats();

        Assert.Equal(WaitlistStatus.Left, (await Entry(Noor)).Status);
        await AssertSeatsAgree(cohort);
    }
}
