using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

/// <summary>The forms share their fields; each still asks in words of its own.</summary>
public sealed class FormWordsTests : Story
{
    [Fact]
    public async Task Registering_says_what_matters_before_there_is_an_enrollment()
    {
        var page = await Visitor.Open($"/cohorts/{(await Given.OpenCohort()).Reference}/enrollments/new");

        Assert.Equal("Your seat, the join link, and the receipt go there. Each student needs an address of their own.", HintOf(page, "Email"));
        Assert.Equal("Your board may ask for it on a CE certificate. You can add it later.", HintOf(page, "LicenseNumber"));
        Assert.Equal("", HintOf(page, "PayerName"));
        Assert.Equal("Email address", LabelOf(page, "Email"));
        Assert.Equal("Name for the receipt (optional)", LabelOf(page, "PayerName"));
    }

    [Fact]
    public async Task Correcting_says_what_matters_afterwards()
    {
        var held = await Visitor.Register(await Given.OpenCohort());

        var page = await Visitor.Open($"/enrollments/{held.Token()}/details/edit");

        Assert.Equal("Your seat, the join link, and the receipt go there.", HintOf(page, "Email"));
        Assert.Equal("Your board may ask for it on a CE certificate.", HintOf(page, "LicenseNumber"));
        Assert.Equal("If it is made out to your employer, or to someone else.", HintOf(page, "PayerName"));
    }

    [Theory]
    [InlineData("/my-enrollments", "The one that you registered with.")]
    [InlineData("/courses/interpersonal-psychotherapy/interests/new", "One email when registration for the next cohort opens, and nothing else.")]
    public async Task A_form_with_one_address_says_what_it_is_for(string path, string hint)
    {
        await Given.OpenCohort();
        var page = await Visitor.Open(path);

        var again = await page.Submit(form => form.Fill("Email address", " "));

        Assert.Equal(("Email address", hint), (LabelOf(page, "Email"), HintOf(page, "Email")));
        Assert.Equal("254", page.Document.GetElementById("Email")!.GetAttribute("maxlength"));
        Assert.Equal("Enter your email address", again.ProblemOf("Email"));
    }

    private static string HintOf(Page page, string field) => page.Document.GetElementById($"{field}-hint")?.TextContent ?? "";

    private static string LabelOf(Page page, string field) => page.Document.QuerySelector($"label[for={field}]")!.TextContent;
}
