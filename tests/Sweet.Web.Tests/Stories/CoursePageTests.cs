using System.Text.Json;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories;

public sealed class CoursePageTests : Story
{
    private const string Path = "/courses/interpersonal-psychotherapy";

    [Fact]
    public async Task It_says_when_few_seats_are_left()
    {
        await Given.OpenCohort(seats: 5, taken: 2);

        var page = await Visitor.Open(Path);

        Assert.Contains("3 seats left", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_cohort_says_so_and_offers_news_instead_of_a_seat()
    {
        await Given.OpenCohort(seats: 1, taken: 1);

        var page = await Visitor.Open(Path);

        Assert.Contains("Full: the only seat is taken", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every open cohort is full right now.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Links, link => link.StartsWith("Register", StringComparison.Ordinal));
        Assert.Equal($"{Path}/interests/new", page.Link("Tell me about the next one"));
    }

    [Fact]
    public async Task A_draft_is_not_shown()
    {
        await Given.DraftCohort();

        var page = await Visitor.Open(Path);

        Assert.DoesNotContain("January 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("No dates are set yet.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_that_is_over_stands_as_past()
    {
        var cohort = await Given.OpenCohort();

        Site.Pass(cohort.LastClassEndsAtUtc - Site.Now);
        var page = await Visitor.Open(Path);

        Assert.Equal("Past", page.Document.QuerySelector(".past .state")!.TextContent);
    }

    [Fact]
    public async Task The_price_is_the_one_that_an_order_made_now_would_carry()
    {
        await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(497_00, "USD"), Some.Now.AddDays(1), Some.Now));

        var early = await Visitor.Open(Path);
        Site.Pass(TimeSpan.FromDays(1));
        var later = await early.Reload();

        Assert.Equal(("$497", "$597"), (PriceOn(early), PriceOn(later)));
    }

    [Fact]
    public async Task The_refund_example_is_what_the_rule_computes()
    {
        await Given.OpenCohort();

        var page = await Visitor.Open(Path);

        Assert.Contains("you paid $597 and withdraw after two of six classes. Two classes cost $199, which leaves $398. The 15% is $59.70. You get back $338.30.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refund_example_takes_the_price_that_people_pay_today()
    {
        await Given.OpenCohort(change: c => c.SetEarlyPrice(new Money(497_00, "USD"), Some.Now.AddDays(1), Some.Now));

        var early = await Visitor.Open(Path);
        Site.Pass(TimeSpan.FromDays(1));
        var later = await early.Reload();

        Assert.Contains("you paid $497 and withdraw after two of six classes", early.Text, StringComparison.Ordinal);
        Assert.Contains("You get back $281.64", early.Text, StringComparison.Ordinal);
        Assert.Contains("you paid $597", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refund_rule_is_one_sentence_on_the_page_in_the_mail_and_in_the_policy()
    {
        var cohort = await Given.OpenCohort();
        var rule = WithdrawalText.RuleInWords(15);
        var held = await Visitor.Register(cohort, Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        var resource = typeof(SweetSite).Assembly.GetManifestResourceNames().Single(n => n.EndsWith("refunds.md", StringComparison.Ordinal));
        using var policy = new StreamReader(typeof(SweetSite).Assembly.GetManifestResourceStream(resource)!);

        Assert.Contains(rule, (await Visitor.Open(Path)).Text, StringComparison.Ordinal);
        Assert.Contains(rule, Assert.Single(await Site.MailsTo(Journey.Email)).Text!.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(rule, await policy.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_told_in_the_zone_of_the_cohort_as_it_is_called_on_that_date()
    {
        await Given.OpenCohort(firstClassLocal: new DateTime(2027, 3, 9, 18, 0, 0, DateTimeKind.Unspecified));

        var meetings = (await Visitor.Open(Path)).Document.QuerySelectorAll(".meetings li").Select(li => li.TextContent.Trim()).ToList();

        Assert.StartsWith("Tuesday, March 9, 2027 6:00–8:00 pm EST", meetings[0], StringComparison.Ordinal);
        Assert.StartsWith("Tuesday, March 16, 2027 6:00–8:00 pm EDT", meetings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_that_ends_before_the_last_class_gives_no_credit()
    {
        await Given.OpenCohort();
        await Site.Db(async db =>
        {
            var course = db.Courses.Single();
            var approval = new Approval("Nurses", 12, "Another body", "OLD-1", new DateOnly(2024, 1, 1), new DateOnly(2027, 1, 31));
            course.AddApproval(approval, Site.Now);
            await db.SaveChangesAsync();
        });

        var page = await Visitor.Open(Path);

        Assert.Contains("Social workers", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nurses", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_read_course_dates_offers_and_questions()
    {
        await Given.OpenCohort();

        var page = await Visitor.Open(Path);

        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var things = data.RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(t => t.GetProperty("@type").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["BreadcrumbList", "Course", "FAQPage"], things.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2027-01-12T19:00-05:00", things["Course"].GetProperty("hasCourseInstance")[0].GetProperty("startDate").GetString());
        Assert.Equal(597, things["Course"].GetProperty("offers")[0].GetProperty("price").GetDecimal());
        Assert.Equal("https://sweet.test" + Path, page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_dates_search_engines_read_no_empty_lists()
    {
        await Given.DraftCohort();

        var page = await Visitor.Open(Path);

        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var course = data.RootElement.GetProperty("@graph").EnumerateArray().Single(t => t.GetProperty("@type").GetString() == "Course");
        Assert.False(course.TryGetProperty("offers", out _));
        Assert.False(course.TryGetProperty("hasCourseInstance", out _));
    }

    [Fact]
    public async Task The_index_lists_what_is_published()
    {
        await Given.OpenCohort();

        var page = await Visitor.Open("/courses");

        Assert.Equal(Path, page.Link("Interpersonal Psychotherapy (IPT)"));
    }

    private static string PriceOn(Page page) => page.Document.QuerySelector(".act .price")!.TextContent;
}
