using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>Everything that is kept about a person, as one file.</summary>
public sealed class PersonDownloadTests : PersonStory
{
    [Fact]
    public async Task One_file_has_all_of_it_for_people_and_programs_and_no_secret_and_taking_it_is_recorded()
    {
        await Trace();
        var id = await Id();

        var file = await (await Open($"/admin/enrollments/{id}")).Submit("Download everything");

        Assert.Equal("application/zip", file.ContentType);
        Assert.Contains("everything-about-IPT-", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        var parts = Unzip(file.Bytes);
        Assert.Equal(["everything.html", "everything.json"], parts.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            [
                "Ana", "Ortiz", Journey.Email, Secretive, "a colleague of hers", "LCSW-4711", "Ana called about her mother.", Intent, "$597.00",
                "You are enrolled", "ipt-2027-03-02",
            ],
            word => Assert.All(parts.Values, text => Assert.Contains(word, text, StringComparison.Ordinal)));
        Assert.DoesNotContain("Luis", parts["everything.json"], StringComparison.Ordinal);
        var secrets = await Secrets();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, parts["everything.json"] + parts["everything.html"], StringComparison.Ordinal));
        Assert.Contains("[secret]", parts["everything.json"], StringComparison.Ordinal);
        Assert.Matches("<dt>Registered at</dt><dd>November 23, 2026, [0-9:]+ [ap]m UTC</dd>", parts["everything.html"]);
        Assert.DoesNotMatch("StripeEvent|SocialWorker|[0-9]T[0-9]| utc<|ancelled", parts["everything.html"]);
        Assert.Equal(1, JsonDocument.Parse(parts["everything.json"]).RootElement.GetProperty("newsAskedFor").GetArrayLength());
        Assert.Contains("Everything downloaded", (await Open($"/admin/enrollments/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_by_an_address_alone_is_not_given_to_who_has_not_shown_that_it_is_theirs()
    {
        var cohort = await Given.OpenCohort();
        await (await Site.NewVisitor().Open($"/courses/{cohort.Course.Slug}/interests/new")).Submit(f => f.Fill("Email", Journey.Email).Tick("Consent"));
        await Site.Tick<LinkRequestsWork>();
        await Visitor.Register(cohort, Journey.Email);

        var file = await (await Open($"/admin/enrollments/{await Id()}")).Submit("Download everything");

        var all = JsonDocument.Parse(Unzip(file.Bytes)["everything.json"]).RootElement;
        Assert.Equal(0, all.GetProperty("newsAskedFor").GetArrayLength());
        Assert.DoesNotContain(all.GetProperty("emails").EnumerateArray(), e => e.GetProperty("subject").GetString()!.Contains("Confirm", StringComparison.Ordinal));
        Assert.Equal(404, (await Open("/admin/enrollments/999/erasures/new")).Status);
    }

    private Task<List<string>> Secrets() => Site.Db(async db => (List<string>)
    [
        .. await db.Enrollments.Select(e => e.LinkToken).ToListAsync(),
        .. await db.Enrollments.Select(e => e.CalendarToken).ToListAsync(),
        .. await db.Enrollments.Where(e => e.MailedToken != null).Select(e => e.MailedToken!).ToListAsync(),
        .. await db.CourseInterests.Select(i => i.Token).ToListAsync(),
        .. await db.WaitlistEntries.Select(e => e.Token).ToListAsync(),
        .. await db.Messages.Select(m => m.Reference).ToListAsync(),
        .. await db.Checkouts.Select(c => c.IdempotencyKey).ToListAsync(),
    ]);
}
