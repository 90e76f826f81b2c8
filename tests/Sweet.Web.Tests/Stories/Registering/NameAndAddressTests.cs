using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>Whoever somebody is and wherever their email goes, the form takes it, or says what is wrong with it.</summary>
public sealed class NameAndAddressTests : Story
{
    [Fact]
    public async Task Somebody_with_one_name_registers_pays_and_is_called_by_it_everywhere()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form.Fill("First name", "Sukarno").Fill("Last name", ""));
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        var enrolled = await held.Reload();
        var receipt = await enrolled.Click("Printable receipt");
        var details = await Visitor.Open($"/enrollments/{held.Token()}/details/edit");
        var saved = await details.Submit();

        Assert.Equal("Sukarno", FactOf(held, "Name"));
        Assert.Equal("Sukarno", FactOf(receipt, "Student"));
        Assert.Equal("", details.MainForm["Last name"]);
        Assert.Equal(200, saved.Status);
        Assert.Equal("Sukarno", await Site.Db(db => db.Enrollments.Select(e => e.FirstName + e.LastName).SingleAsync()));
    }

    [Theory]
    [InlineData("ann", "Enter the address with an @, like name@example.com")]
    [InlineData("ann@x", "Add the ending after “x”, such as .com or .org")]
    [InlineData("a b@gmail.com", "Remove the space: an email address has none")]
    [InlineData("ann@g mail.com", "Remove the space: an email address has none")]
    [InlineData("Name <b@example.org>", "Enter only the address, without a name or brackets, like name@example.com")]
    [InlineData("mailto:b@example.org", "Enter only the address, without a name or brackets, like name@example.com")]
    [InlineData("a@example.org, b@example.org", "Enter only one email address, like name@example.com")]
    [InlineData("ann@example,org", "Put a dot after the @ where the comma is, like name@example.com")]
    [InlineData("a@b@example.org", "Remove all but one @: an email address has one")]
    [InlineData("@example.org", "Add what comes before the @, like name@example.com")]
    [InlineData("ann@", "Add what comes after the @, like name@example.com")]
    [InlineData("ann@example..org", "Remove one of the two dots in a row")]
    [InlineData("ann.@example.org", "Remove the dot at the start of the address or before the @")]
    [InlineData("ann@example.org.", "Remove the dot after the @ or at the end of the address")]
    [InlineData("ann@exa_mple.org", "Check the address for characters that don’t belong there: it should look like name@example.com")]
    public async Task What_is_wrong_with_an_address_is_said(string typed, string sentence)
    {
        var again = await Visitor.Register(await Given.OpenCohort(), typed);

        Assert.Equal((422, sentence), (again.Status, again.ProblemOf("Email")));
        Assert.Equal(typed, again.MainForm["Email address"]);
    }

    [Fact]
    public async Task An_address_with_a_likely_slip_is_asked_about_once_and_taken_if_it_is_meant()
    {
        var asked = await Visitor.Register(await Given.OpenCohort(), "ann@gmial.com");
        var meant = await asked.Submit();

        Assert.Equal(422, asked.Status);
        Assert.StartsWith("Did you mean ann@gmail.com?", asked.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Equal(200, meant.Status);
        Assert.Equal("ann@gmial.com", await Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync()));
    }

    [Fact]
    public async Task Another_slip_is_asked_about_again()
    {
        var asked = await Visitor.Register(await Given.OpenCohort(), "ann@gmial.com");

        var again = await asked.Submit(form => form.Fill("Email address", "ann@gmal.com"));
        var mended = await again.Submit(form => form.Fill("Email address", "ann@gmail.com"));

        Assert.StartsWith("Did you mean ann@gmail.com?", again.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Equal("ann@gmail.com", await Site.Db(db => db.Enrollments.Select(e => e.Email).SingleAsync()));
        Assert.Equal(200, mended.Status);
    }

    [Theory]
    [InlineData("/my-enrollments")]
    [InlineData("/courses/interpersonal-psychotherapy/interests/new")]
    public async Task Every_form_with_an_address_asks_about_a_slip_and_may_be_overruled(string path)
    {
        await Given.OpenCohort();
        var page = await Visitor.Open(path);

        var asked = await page.Submit(form => Filled(form, "ann@hotmial.com"));
        var meant = await asked.Submit();

        Assert.StartsWith("Did you mean ann@hotmail.com?", asked.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Equal(200, meant.Status);
    }

    [Fact]
    public async Task A_slip_that_was_meant_is_not_asked_about_when_other_details_are_corrected()
    {
        var held = await (await Visitor.Register(await Given.OpenCohort(), "ann@gmial.com")).Submit();

        var edit = await held.Click("Correct it");
        var saved = await edit.Submit(form => form.Fill("First name", "Anna"));

        Assert.Contains("Anna Ortiz", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_that_cannot_be_seen_is_told_once_and_mended_at_once()
    {
        var again = await Visitor.Register(await Given.OpenCohort(), "ann\u202E@clinic.example");

        var mended = await again.Submit(form => form.Fill("Email address", Journey.Email));

        Assert.Equal((422, 200), (again.Status, mended.Status));
    }

    [Fact]
    public async Task The_state_of_a_license_is_chosen_from_a_list()
    {
        var cohort = await Given.OpenCohort();
        var page = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        var options = page.Document.QuerySelectorAll("#LicenseState option").Select(o => o.TextContent).ToList();
        var forged = await page.Submit(form => form.FillIn(Journey.Email).Fill("State of the license", "Atlantis"));
        var chosen = await forged.Submit(form => form.Choose("State of the license", "Puerto Rico"));

        Assert.Equal(1 + 50 + 1 + 5 + 1, options.Count);
        Assert.Contains("Outside the United States", options);
        Assert.Equal("Choose the state of your license from the list", forged.ProblemOf("LicenseState"));
        Assert.Contains("Social worker, Puerto Rico", chosen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_is_not_called_optional()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var edit = await held.Click("Correct it");

        Assert.Equal("Email address", edit.Document.QuerySelector("label[for=Email]")!.TextContent);
        Assert.Equal("Last name (optional)", edit.Document.QuerySelector("label[for=LastName]")!.TextContent);
    }

    [Fact]
    public async Task Where_one_heard_of_us_stands_in_no_fold()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");

        Assert.Null(page.Document.QuerySelector("details #HeardFrom"));
        Assert.NotNull(page.Document.QuerySelector("#HeardFrom"));
        Assert.NotNull(page.Document.QuerySelector("details #Accommodation"));
    }

    [Fact]
    public async Task The_form_says_that_a_review_comes_before_paying()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");

        Assert.DoesNotContain("pay on the next page", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Next, you check your details, and then you pay. Nothing is charged before that.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tue, January 12 to Tue, February 16, 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_takes_the_focus_and_its_alert_is_another_element_without_a_label()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");
        var wrong = await page.Submit();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Sweet.Sandbox.Faults.Fault.ServerError, 3);
        var down = await held.Submit("Continue to payment");

        foreach (var document in (AngleSharp.Html.Dom.IHtmlDocument[])[wrong.Document, down.Document])
        {
            var focused = document.QuerySelector("[autofocus]")!;
            var alert = document.QuerySelector("[role=alert]")!;
            Assert.Equal("-1", focused.GetAttribute("tabindex"));
            Assert.Same(focused, alert.ParentElement);
            Assert.All([focused, alert], e => Assert.False(e.HasAttribute("aria-labelledby")));
            Assert.Equal("There is a problem", alert.FirstElementChild!.TextContent);
        }
    }

    private static string FactOf(Page page, string term) =>
        page.Document.QuerySelectorAll("dt").Single(dt => dt.TextContent == term).NextElementSibling!.TextContent;

    private static void Filled(PageForm form, string email)
    {
        form.Fill("Email address", email);
        if (form.Has("Consent")) form.Tick("Consent");
    }
}
