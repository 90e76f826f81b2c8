using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

public sealed class TypedTextTests : Story
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200D")]
    [InlineData("\u2800")]
    [InlineData("\u3164")]
    [InlineData("\u00AD\u115F")]
    public async Task A_name_that_shows_nothing_is_no_name(string name)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("First name", name));

        Assert.Equal(422, page.Status);
        Assert.Equal("Enter your first name", page.ProblemOf("FirstName"));
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Theory]
    [InlineData("Ana\u202E")]
    [InlineData("A\u2067na")]
    [InlineData("An\u0007a")]
    [InlineData("A\u200Bna")]
    [InlineData("An\u00ADa")]
    [InlineData("An\u2060a")]
    [InlineData("A\u200Dna")]
    [InlineData("An\u034Fa")]
    [InlineData("An\u200Fa")]
    [InlineData("An\u3164a")]
    [InlineData("An\uDB40\uDC61a")]
    [InlineData("An\u200Ea")]
    public async Task A_sign_that_cannot_be_seen_is_told_beside_its_field_and_nothing_else_is_lost(string name)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), Journey.Email, form => form.Fill("First name", name));

        Assert.Equal(422, page.Status);
        Assert.StartsWith("“First name” contains an invisible character", page.ProblemOf("FirstName"), StringComparison.Ordinal);
        Assert.Equal(("Ortiz", Journey.Email), (page.MainForm["Last name"], page.MainForm["Email address"]));
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task A_sign_that_cannot_be_seen_is_told_with_what_stands_before_it()
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Accommodation", "Captions, and large print\u200B please"));

        Assert.Contains(page.Problems, problem => problem.Contains("after “and large print”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0DC1\u0DCA\u200D\u0DBB\u0DD3")]
    [InlineData("Ana \U0001F469\u200D\u2695\uFE0F")]
    [InlineData("Ana 1\uFE0F\u20E3")]
    public async Task Joiners_that_a_script_or_an_emoji_needs_are_taken(string name)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("First name", name));

        Assert.StartsWith("Your seat is held until", page.Heading, StringComparison.Ordinal);
        Assert.Equal(name, await Site.Db(db => db.Enrollments.Select(e => e.FirstName).SingleAsync()));
    }

    [Theory]
    [InlineData("Name on the certificate", "CertificateName", "\u200B")]
    [InlineData("License number", "LicenseNumber", "\u2800")]
    [InlineData("State of the license", "LicenseState", "\uFEFF\u00A0")]
    [InlineData("Name for the receipt", "PayerName", "\u3164")]
    [InlineData("Address for the receipt", "PayerAddress", "\u200D")]
    [InlineData("What you need", "Accommodation", "\u00AD\u2060")]
    [InlineData("Where did you hear of us?", "HeardFrom", "\u034F")]
    public async Task An_answer_that_shows_nothing_is_told_beside_its_field(string label, string field, string text)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill(field, text));

        Assert.Equal(422, page.Status);
        Assert.Contains(page.Problems, problem => problem.StartsWith($"“{label}” contains only invisible characters", StringComparison.Ordinal));
        Assert.Equal(0, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task Blanks_in_a_field_that_may_be_empty_are_nothing()
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("License number", "   ").Fill("Accommodation", " \r\n "));

        Assert.StartsWith("Your seat is held until", page.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_along_with_copied_text_is_left_out_and_every_field_is_in_one_form_of_Unicode()
    {
        await Visitor.Register(await Given.OpenCohort(), "\uFEFFana@clinic.example\u200B", form => form
            .Fill("First name", "\u200BJose\u0301\uFEFF").Fill("Last name", " Nu\u0301n\u0303ez ").Fill("PayerName", "\u2060Clinic A\u030A")
            .Fill("PayerAddress", "1 Cafe\u0301 Row\r\nNew York\u200B"));

        var saved = await Site.Db(db => db.Enrollments.Include(e => e.Order).SingleAsync());
        Assert.Equal(("José", "Núñez", "ana@clinic.example"), (saved.FirstName, saved.LastName, saved.Email));
        Assert.Equal(("Clinic Å", "1 Café Row\nNew York"), (saved.Order.PayerName, saved.Order.PayerAddress));
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\U0010FFFF")]
    public async Task A_sign_that_is_no_character_breaks_nothing(string sign)
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("First name", $"Ana{sign}e\u0301"));

        Assert.True(page.Status is 200 or 422);
    }

    [Fact]
    public async Task As_many_characters_are_taken_as_a_browser_lets_type()
    {
        var lines = string.Join("\r\n", Enumerable.Range(0, 21).Select(line => new string('a', line == 0 ? 80 : 95)));
        var counted = lines.Replace("\r\n", "\n", StringComparison.Ordinal).Length;

        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Accommodation", lines));

        Assert.Equal(Enrollment.AccommodationMaxLength, counted);
        Assert.StartsWith("Your seat is held until", page.Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task An_emoji_counts_as_in_a_browser(int more, bool isTaken)
    {
        // A browser counts each as two: so does maxlength, and so do both databases.
        var text = string.Concat(Enumerable.Repeat("🙂", Enrollment.AccommodationMaxLength / 2)) + new string('a', more);

        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Accommodation", text));

        Assert.Equal(isTaken ? 200 : 422, page.Status);
    }

    [Theory]
    [InlineData("bridging-connections", "bridging-connections")]
    [InlineData("https://evil.example/x", null)]
    [InlineData("Bridging", null)]
    [InlineData("a b", null)]
    public async Task The_article_that_led_here_is_checked_like_the_address(string sent, string? kept)
    {
        await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("From", sent));

        Assert.Equal(kept, (await Site.Db(db => db.Enrollments.SingleAsync())).ArticleSlug);
    }

    [Fact]
    public async Task An_answer_that_was_not_offered_is_asked_for_again()
    {
        var page = await Visitor.Register(await Given.OpenCohort(), change: form => form.Fill("Profession", "Wizard"));

        Assert.Equal(422, page.Status);
        Assert.Contains("Choose one of the answers", page.ProblemOf("Profession"), StringComparison.Ordinal);
    }
}
