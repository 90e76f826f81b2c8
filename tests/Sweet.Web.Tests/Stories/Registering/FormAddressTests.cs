using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>What an address can do to a form: fill nothing in, and lead to it.</summary>
public sealed class FormAddressTests : Story
{
    private const string Injected = "x%0D%0ABcc:%20eve@evil.example";

    [Theory]
    [InlineData("FirstName", "Enter your first name")]
    [InlineData("Email", "Enter your email address")]
    [InlineData("Profession", "Choose your profession")]
    [InlineData("Consent", "Check the box")]
    [InlineData("SeenPriceMinor", "The price has changed")]
    public async Task A_registration_takes_no_field_from_its_address(string field, string problem)
    {
        var cohort = await Given.OpenCohort();
        var form = (await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new")).MainForm.FillIn();
        var value = field switch
        {
            "Email" => "eve@evil.example",
            "Profession" => "Nurse",
            "Consent" => "true",
            "SeenPriceMinor" => form[field],
            _ => Injected,
        };

        var page = await Visitor.Post($"/cohorts/{cohort.Reference}/enrollments?{field}={value}", form.Remove(field).Fields);

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, string.Join('\n', page.Problems) + page.Alert, StringComparison.Ordinal);
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Theory]
    [InlineData("LastName")]
    [InlineData("CertificateName")]
    [InlineData("LicenseNumber")]
    [InlineData("PayerName")]
    [InlineData("HeardFrom")]
    [InlineData("Accommodation")]
    [InlineData("From")]
    public async Task Nor_one_that_may_be_empty(string field)
    {
        var cohort = await Given.OpenCohort();
        var form = (await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new")).MainForm.FillIn();

        await Visitor.Post($"/cohorts/{cohort.Reference}/enrollments?{field}=injected", form.Remove(field).Fields);

        var saved = await Site.Db(db => db.Enrollments.Include(e => e.Order).SingleAsync());
        Assert.All([saved.CertificateName, saved.LicenseNumber, saved.Order.PayerName, saved.HeardFrom, saved.Accommodation, saved.ArticleSlug], Assert.Null);
    }

    [Fact]
    public async Task Where_the_form_is_not_offered_its_target_leads_to_the_page_that_says_how_things_stand()
    {
        var cohort = await Given.OpenCohort();
        var held = await Given.Enrollment(cohort);
        var ended = await Given.Enrollment(cohort, "ended@clinic.example");
        await (await Visitor.Open($"/enrollments/{ended.LinkToken}")).Submit("Give the seat back");

        foreach (var target in new[] { $"{held.LinkToken}/email-changes", $"{ended.LinkToken}/email-changes", $"{ended.LinkToken}/details" })
        {
            var page = await Visitor.Open($"/enrollments/{target}");

            Assert.Equal((200, $"/enrollments/{target.Split('/')[0]}"), (page.Status, page.Address));
        }
    }

    [Fact]
    public async Task A_request_for_links_takes_no_address_from_its_address()
    {
        var form = (await Visitor.Open("/my-enrollments")).MainForm;

        var page = await Visitor.Post($"/my-enrollments?Email={Journey.Email}", form.Remove("Email").Fields);

        Assert.Equal(422, page.Status);
        Assert.Equal(0, await Site.Db(db => db.LinkRequests.CountAsync()));
    }

    [Fact]
    public async Task A_withdrawal_takes_no_sum_from_its_address()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var form = (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/withdrawal/new")).MainForm;

        var page = await Visitor.Post(
            $"/enrollments/{enrollment.LinkToken}/withdrawal?SeenBackMinor={form["SeenBackMinor"]}", form.Remove("SeenBackMinor").Fields);

        Assert.Equal(422, page.Status);
    }

    [Theory]
    [InlineData("/withdrawal/new", "/withdrawal")]
    [InlineData("/email-changes/new", "/email-changes")]
    [InlineData("/link-replacements/new", "/link-replacements")]
    [InlineData("/details/edit", "/details")]
    [InlineData("", "/checkouts")]
    [InlineData("", "/confirmations")]
    [InlineData("", "/renewals")]
    [InlineData("", "/seat-returns")]
    public async Task Typed_by_hand_an_address_of_an_enrollment_leads_to_its_form(string form, string target)
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}{target}");

        Assert.Equal([303, 200], page.Statuses);
        Assert.StartsWith($"/enrollments/{enrollment.LinkToken}{form}", page.Address, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Typed_by_hand_the_addresses_of_public_forms_lead_to_them()
    {
        var cohort = await Given.OpenCohort();

        var registration = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments?from=bridging-connections");
        var interest = await Visitor.Open($"/courses/{cohort.Course.Slug}/interests");

        Assert.Equal($"/cohorts/{cohort.Reference}/enrollments/new?from=bridging-connections", registration.Address);
        Assert.Equal($"/courses/{cohort.Course.Slug}/interests/new", interest.Address);
        Assert.Equal((200, 200), (registration.Status, interest.Status));
    }

    [Theory]
    [InlineData("/cohorts/a%0Ab/enrollments", 404)]
    [InlineData("/courses/%E4%BE%8B/interests", 404)]
    [InlineData("/enrollments/a%0D%0AX:%20y/checkouts", 404)]
    [InlineData("/interests/%F0%9F%99%82/removal", 410)]
    [InlineData("/email-changes/a%0Ab/confirmation", 410)]
    public async Task A_name_that_no_header_can_carry_is_unknown_and_no_failure(string address, int status) =>
        Assert.Equal(status, (await Visitor.Open(address)).Status);

    [Fact]
    public async Task A_link_from_another_site_leaves_the_open_form_as_it_is()
    {
        var page = await Visitor.Open("/my-enrollments");

        Assert.Contains("samesite=lax", page.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
    }
}
