using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

public sealed class RegisteringTests : Story
{
    [Fact]
    public async Task Everything_typed_is_on_the_page_of_the_held_seat()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "zoe+ipt@clinic.example", form => form
            .Fill("First name", "Žofia 🌻").Fill("Last name", "أحمد")
            .Fill("License number", "LCSW-000000").Fill("State of the license", "New York")
            .Fill("Name for the receipt", "Sample Agency").Fill("Address for the receipt", "1 Sample Street\r\nSample City"));

        Assert.Equal([303, 200], held.Statuses);
        Assert.StartsWith("Your seat is held until 10:35 am EST", held.Heading, StringComparison.Ordinal);
        Assert.Contains("Žofia 🌻 أحمد", held.Text, StringComparison.Ordinal);
        Assert.Contains("zoe+ipt@clinic.example", held.Text.Replace("@ ", "@", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Social worker, LCSW-000000, New York", held.Text, StringComparison.Ordinal);
        Assert.Contains("Sample Agency", held.Text, StringComparison.Ordinal);
        Assert.Contains("$597.00", held.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_mistakes_says_how_to_mend_each_and_keeps_what_was_typed()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");

        var again = await page.Submit(form => form.Fill("First name", "Ana").Fill("Email address", "ana.clinic.example"));

        Assert.Equal(422, again.Status);
        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["Enter the address with an @, like name@example.com", "Choose your profession", "Check the box to accept the refund policy and the privacy notice"],
            again.Problems);
        Assert.Equal("Ana", again.MainForm["First name"]);
        Assert.Equal("ana.clinic.example", again.MainForm["Email address"]);
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Theory]
    [InlineData("søren@clinic.example", "plain letters before the @")]
    [InlineData("a b@clinic.example", "Remove the space")]
    [InlineData("a@b", "Add the ending")]
    public async Task An_address_that_no_mail_reaches_is_refused_with_a_sentence(string email, string sentence)
    {
        var again = await Visitor.Register(await Given.OpenCohort(), email);

        Assert.Equal(422, again.Status);
        Assert.Contains(sentence, again.ProblemOf("Email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_international_domain_is_reached_as_punycode_and_shown_as_typed()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), "ana@bücher.example");

        Assert.Contains("ana@bücher.example", held.Text.Replace("@ ", "@", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("ana@xn--bcher-kva.example", await Site.Db(db => db.Enrollments.Select(e => e.EmailKey).SingleAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_by_one_browser_holds_one_seat()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");

        var first = await page.Submit(form => form.FillIn(Journey.Email));
        var second = await page.Submit(form => form.FillIn(Journey.Email));

        Assert.Equal(first.Address, second.Address);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task The_same_address_elsewhere_changes_nothing_and_is_mailed_its_link()
    {
        var cohort = await Given.OpenCohort();
        var first = await Visitor.Register(cohort, Journey.Email);

        var stranger = await Site.NewVisitor().Register(cohort, Journey.Email.ToUpperInvariant(), form => form.Fill("First name", "Somebody"));

        Assert.Equal(422, stranger.Status);
        Assert.Contains("already has a seat in this cohort", stranger.Alert, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Token(), stranger.Body, StringComparison.Ordinal);
        var owners = await Site.NewVisitor().Open(Assert.Single(await Site.MailsTo(Journey.Email)).Link());
        Assert.Equal(first.Heading, owners.Heading);
        Assert.NotEqual(first.Token(), owners.Token());
        Assert.Equal("Ana", await Site.Db(db => db.Enrollments.Select(e => e.FirstName).SingleAsync()));
    }

    [Fact]
    public async Task A_full_cohort_refuses_and_says_what_to_do()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        await Given.Enrollment(cohort);

        var refused = await page.Submit(form => form.FillIn(Journey.Email));

        Assert.Equal(422, refused.Status);
        Assert.Contains("last seat has just been taken", refused.Alert, StringComparison.Ordinal);
        Assert.Equal("Ana", refused.MainForm["First name"]);
    }

    [Fact]
    public async Task A_closed_cohort_is_a_real_page()
    {
        var cohort = await Given.OpenCohort();
        Site.Pass(cohort.RegistrationClosesAtUtc - Site.Now);

        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        Assert.Equal(410, page.Status);
        Assert.Equal("Registration for this cohort is closed", page.Heading);
        Assert.Equal(404, (await Visitor.Open($"/cohorts/{(await Given.DraftCohort()).Reference}/enrollments/new")).Status);
        Assert.Equal(404, (await Visitor.Open("/cohorts/no-such-cohort/enrollments/new")).Status);
    }

    [Fact]
    public async Task A_price_that_was_forged_or_has_changed_is_never_taken()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(49_700, "USD"), Site.Now.AddMinutes(10), Site.Now));

        var forged = await Visitor.Register(cohort, Journey.Email, form => form.Fill("SeenPriceMinor", "1"));
        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        Site.Pass(TimeSpan.FromMinutes(10));
        var late = await page.Submit(form => form.FillIn(Journey.Email));
        var agreed = await late.Submit();

        Assert.Equal((422, 422), (forged.Status, late.Status));
        Assert.Contains("price has changed", late.Alert, StringComparison.Ordinal);
        Assert.Contains("$597.00", agreed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_early_price_is_the_price_of_the_order()
    {
        var cohort = await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(49_700, "USD"), Site.Now.AddDays(10), Site.Now));

        var held = await Visitor.Register(cohort, Journey.Email);

        Assert.Contains("$497.00", held.Text, StringComparison.Ordinal);
        Assert.Contains("early price", held.Text, StringComparison.Ordinal);
        Assert.Equal(49_700, Site.StandIns.Stripe.Session(await held.GoToPay()).AmountTotal);
    }

    [Fact]
    public async Task Fields_of_no_form_and_missing_ones_are_refused()
    {
        var cohort = await Given.OpenCohort();

        Assert.Equal(400, (await Visitor.Register(cohort, Journey.Email, form => form.Add("TotalMinor", "1"))).Status);
        Assert.Equal(422, (await Visitor.Register(cohort, Journey.Email, form => form.Remove("SeenPriceMinor"))).Status);
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task One_network_holds_three_unpaid_seats_at_the_most()
    {
        Site.With("Enrollment:MaxUnpaidHoldsPerClient", "3");
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 3; i++) await Given.Enrollment(cohort);
        await Site.Db(db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.ClientKey, "203.0.113.7")));

        var fourth = await Enroll(cohort, network: "203.0.113.7");
        var elsewhere = await Enroll(cohort, network: "203.0.113.8");

        Assert.Equal(new Refused(EnrollmentRefusal.TooManyHolds), fourth);
        Assert.IsType<SeatHeld>(elsewhere);
    }

    [Fact]
    public async Task A_seat_whose_bank_still_works_on_the_payment_counts_among_them()
    {
        Site.With("Enrollment:MaxUnpaidHoldsPerClient", "3");
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < 3; i++) Assert.IsType<SeatHeld>(await Enroll(cohort, network: "203.0.113.7"));
        await Site.Db(async db =>
        {
            var whole = await db.Enrollments.Include(e => e.Cohort).ToListAsync();
            foreach (var one in whole) one.Cohort.KeepSeat(one, Actor.Worker("bank"), Site.Now);
            await db.SaveChangesAsync();
        });

        Assert.Equal(new Refused(EnrollmentRefusal.TooManyHolds), await Enroll(cohort, network: "203.0.113.7"));

        await Site.Db(async db =>
        {
            var paid = await db.Enrollments.Include(e => e.Order).Include(e => e.Cohort.Meetings).FirstAsync();
            paid.Cohort.Confirm(paid, Actor.Worker("bank"), Site.Now);
            await db.SaveChangesAsync();
        });
        Assert.IsType<SeatHeld>(await Enroll(cohort, network: "203.0.113.7"));
    }

    [Fact]
    public async Task The_order_keeps_which_policies_were_accepted_and_which_article_led_here()
    {
        var accepted = await Given.Policies();
        var cohort = await Given.OpenCohort();

        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new?from=bridging-connections");
        await page.Submit(form => form.FillIn(Journey.Email));

        var enrollment = await Site.Db(db => db.Enrollments.Include(e => e.Order).SingleAsync());
        Assert.Equal("bridging-connections", enrollment.ArticleSlug);
        Assert.Equal((accepted.RefundPolicyVersionId, accepted.PrivacyPolicyVersionId), (enrollment.Order.RefundPolicyVersionId, enrollment.Order.PrivacyPolicyVersionId));
    }

    [Fact]
    public async Task A_place_that_costs_nothing_needs_no_Stripe()
    {
        await Visitor.Register(await Given.OpenCohort(price: new Money(0, "USD")), Journey.Email);
        var held = await Visitor.Open(Assert.Single(await Site.AllMailsTo(Journey.Email)).Link());

        var confirmed = await held.Submit("Confirm my seat");
        await held.Submit("Confirm my seat");

        Assert.Equal("You are enrolled", confirmed.Heading);
        Assert.Empty(Site.StandIns.Stripe.Sessions);
        Assert.Equal(2, (await Site.AllMailsTo(Journey.Email)).Count);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    // A server in the test's own process sees no network address, so the use case is asked.
    private Task<EnrollmentResult> Enroll(Cohort cohort, string network)
    {
        var applicant = new Applicant(Some.Student(), new Origin(null, null, null), Payer: null, cohort.PriceMinor, new Client(network, BrowserKey: null));
        return Site.Do<EnrollStudent, EnrollmentResult>(useCase => useCase.Enroll(cohort.Reference, applicant, CancellationToken.None));
    }
}
