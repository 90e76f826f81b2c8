using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>The one search of the office.</summary>
public sealed class SearchTests : PaidStory
{
    [Theory]
    [InlineData("zoe")]
    [InlineData("ZOË okafor")]
    [InlineData("obrien")]
    [InlineData("O’Brien")]
    [InlineData("strasse")]
    [InlineData("zoe.o@clinic")]
    [InlineData("lcsw-0042")]
    [InlineData("  okafor   zoe  ")]
    public async Task A_person_is_found_by_whatever_one_has_of_them(string typed)
    {
        await Register("Zoë", "O’Brien-Okafor Straße", "zoe.o@clinic.example", "LCSW-0042");
        await Register("Ana", "Ortiz", "ana@clinic.example", "PSY-1");

        var page = await Search(typed);

        Assert.Contains("Zoë O’Brien-Okafor Straße", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Ortiz", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_matched_is_marked_and_leads_to_the_student()
    {
        await Register("Zoë", "Okafor", "zoe.o@clinic.example", "LCSW-0042");

        var page = await Search("oka");
        var student = await page.Click("Zoë Okafor");

        Assert.Equal("Oka", page.Document.QuerySelector("mark")!.TextContent);
        Assert.Equal("Zoë Okafor", student.Heading);
    }

    [Fact]
    public async Task Every_word_has_to_fit()
    {
        await Register("Zoë", "Okafor", "zoe.o@clinic.example", "LCSW-0042");

        var page = await Search("zoe ortiz");

        Assert.Contains("Nothing fits all of these words.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_name_is_found_and_the_former_one_is_not()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var form = await Visitor.Open($"{held.Address}/details/edit");
        await form.Submit(f => f.Fill("Last name", "Núñez").Fill("Email address", "nunez@clinic.example"));

        Assert.Contains("Ana Núñez", (await Search("nunez")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Núñez", (await Search("ortiz")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Núñez", (await Search("ana@clinic")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_called_just_so_stands_first()
    {
        await Register("Zoe", "Eight", "first@clinic.example", "LCSW-1");
        await Register("Zoe", "Eighteen", "second@clinic.example", "LCSW-2");
        await Register("Zoe", "Ortiz", "eight.zoe@clinic.example", "LCSW-3");

        var page = await Search("zoe eight");

        Assert.StartsWith("Zoe Eight", page.Document.QuerySelector(".hits li a")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("Eighteen", page.Document.QuerySelector(".hits li a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cohort_of_just_that_day_stands_first_with_its_true_state()
    {
        var full = await Given.OpenCohort(seats: 1, reference: "ipt-2027-03-02", firstClassLocal: new DateTime(2027, 3, 2, 18, 0, 0));
        await Given.OpenCohort(reference: "ipt-2027-03-14", firstClassLocal: new DateTime(2027, 3, 14, 18, 0, 0));
        await Visitor.Register(full, Journey.Email);

        var page = await Search("IPT, March 2, 2027");

        var first = page.Document.QuerySelector(".hits li")!.TextContent;
        Assert.Contains("March 2, 2027", first, StringComparison.Ordinal);
        Assert.Contains("Full", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_is_found_by_the_ids_of_stripe()
    {
        await Withdraw(await Paid());
        await Site.SendRefunds();
        var refund = (await Refunds()).Single().StripeRefundId!;

        Assert.Contains("$597.00 paid", (await Search(Intent)).Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 to be paid", (await Search(Stripe.Sessions.Single().Id)).Text, StringComparison.Ordinal);
        Assert.Contains("refunded", (await Search(refund)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", (await Search("pi_unknown")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_is_found_by_course_date_and_reference()
    {
        var named = await Given.OpenCohort(reference: "ipt-2027-01-12");

        Assert.Contains(named.Reference, (await Search("ipt january 2027")).Text, StringComparison.Ordinal);
        Assert.Contains(named.Reference, (await Search("2027-01-12")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_is_on_every_page_of_an_admin_and_on_none_of_marketing()
    {
        var (admin, marketing) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        Assert.NotNull((await admin.Open("/staff")).Document.QuerySelector("search input[aria-keyshortcuts='/']"));
        Assert.Contains("connect-src 'self'", (await admin.Open("/staff")).Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Null((await marketing.Open("/staff")).Document.QuerySelector("search"));
        Assert.Equal(403, (await marketing.Open("/admin/search?q=ana")).Status);
    }

    [Theory]
    [InlineData("/admin/search")]
    [InlineData("/admin/search?q=")]
    [InlineData("/admin/search?q=%20%CC%81%E2%80%8B")]
    [InlineData("/admin/search?q=%25_%5B%27&q=twice")]
    [InlineData("/admin/search?q=a+b+c+d+e+f+g+h+i")]
    public async Task No_text_breaks_it(string address)
    {
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(200, (await admin.Open(address)).Status);
    }

    private async Task<Page> Search(string typed) =>
        await (await StaffVisitor.Admin(Site, $"admin{Guid.NewGuid():N}@clinic.example")).Open($"/admin/search?q={Uri.EscapeDataString(typed)}");

    private async Task Register(string firstName, string lastName, string email, string license)
    {
        ofAll ??= await Given.OpenCohort();
        await Site.NewVisitor().Register(ofAll, email, f => f.Fill("First name", firstName).Fill("Last name", lastName).Fill("License number", license));
    }

    private Cohort? ofAll;
}
