using Sweet.Domain.Tests;
using Sweet.Sandbox.Previews;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

/// <summary>One word for one thing, as a careful American writer would put it: email, seat, someone, spam folder.</summary>
public sealed class WordsTests : PaidStory
{
    [Fact]
    public async Task No_email_uses_a_word_that_the_site_has_given_up()
    {
        var previews = await new LetterPreviews(new SiteOptions { BaseUrl = "https://sweet.test" }).All(Some.Now);

        GivenUpWords.AssertNone(previews.SelectMany(p => GivenUpWords.In(p.Letter.GetType().Name, $"{p.Body.Subject} {p.Body.Text}")));
    }

    [Fact]
    public async Task No_page_on_the_way_of_a_student_does()
    {
        var cohort = await Given.OpenCohort();
        await Given.Article();
        List<(string Of, string Text)> read = [];
        foreach (var address in new[]
        {
            "/", "/articles", "/articles/bridging-connections", "/courses", "/courses/interpersonal-psychotherapy", "/policies", "/policies/refunds",
            "/policies/privacy", "/policies/terms", "/policies/accessibility", "/policies/grievances", "/policies/contact",
            "/my-enrollments", "/my-enrollments/sent", "/link-replacements/sent", "/interests/removed", "/no-such-page",
            "/email-changes/none", "/email-change-reversals/none", "/courses/interpersonal-psychotherapy/interests/new",
            $"/cohorts/{cohort.Reference}/enrollments/new",
        })
            read.Add((address, (await Visitor.Open(address)).Text));

        var empty = await (await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new")).Submit();
        var held = await Visitor.Register(cohort, Journey.Email);
        await Stripe.Pay(await held.GoToPay());
        var enrolled = await held.Reload();
        var owner = $"/enrollments/{enrolled.Token()}";
        read.AddRange([("errors", empty.Text), ("held", held.Text), ("enrolled", enrolled.Text)]);
        foreach (var part in new[] { "receipt", "withdrawal/new", "email-changes/new", "link-replacements/new", "details/edit" })
            read.Add((part, (await Visitor.Open($"{owner}/{part}")).Text));

        var ended = await Withdraw(enrolled);
        read.Add(("withdrawn", ended.Text));

        GivenUpWords.AssertNone(read.SelectMany(page => GivenUpWords.In(page.Of, page.Text)));
    }
}
