using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>A story about what is kept of Ana Ortiz, who has left a trace wherever the site keeps one.</summary>
public abstract class PersonStory : PaidStory
{
    protected const string Secretive = "Needs captions: she told us of her hearing.";

    private StaffVisitor? admin;

    /// <summary>
    /// A paid seat, staff's corrections and notes, a need, news asked for, a place in another line, a second enrollment that ended
    /// unpaid; and somebody else who shares the address.
    /// </summary>
    protected async Task<Cohort> Trace()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort, change: f => f.Fill("Accommodation", Secretive).Fill("HeardFrom", "a colleague of hers"));
        var id = await Id();
        await Site.Db(async db =>
        {
            var enrollment = await db.Enrollments.SingleAsync(e => e.Id == id);
            db.RetiredLinks.AddRange(enrollment.ProveAddress(isAnother: false, Actor.Student, Site.Now));
            await db.SaveChangesAsync();
        });
        var page = await Open($"/admin/enrollments/{id}");
        await page.Submit("Keep the note", f => f.Fill("Note", "Ana called about her mother."));
        await (await page.Click("Correct")).Submit(f => f.Fill("License number", "LCSW-4711"));
        await (await Site.NewVisitor().Open($"/courses/{cohort.Course.Slug}/interests/new")).Submit(f => f.Fill("Email", Journey.Email).Tick("Consent"));
        await Site.Tick<LinkRequestsWork>();
        var other = await Given.OpenCohort(reference: "ipt-2027-03-02", firstClassLocal: new DateTime(2027, 3, 2, 19, 0, 0, DateTimeKind.Unspecified));
        await Site.Db(async db =>
        {
            var email = EmailAddress.Read(Journey.Email, out _)!;
            var policies = await Given.Policies();
            db.WaitlistEntries.Add(new WaitlistEntry(other.Id, email, new PersonName("Ana", "Ortiz"), policies.PrivacyPolicyVersionId, Site.Now));
            db.WaitlistEntries.Add(new WaitlistEntry(cohort.Id, email, new PersonName("Luis", "Ortiz"), policies.PrivacyPolicyVersionId, Site.Now));
            await db.SaveChangesAsync();
        });
        await Site.SendMail();
        return cohort;
    }

    protected Task<int> Id() => Site.Db(db => db.Enrollments.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());

    protected async Task<Page> Open(string address) => await (admin ??= await StaffVisitor.Admin(Site)).Open(address);

    /// <summary>The last class of the cohort is over.</summary>
    protected async Task PassTheCourse()
    {
        Site.Pass(TimeSpan.FromDays(120));
        if (admin is not null) await admin.SignIn();
    }

    protected static Dictionary<string, string> Unzip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd(), StringComparer.Ordinal);
    }

    private async Task Paid(Cohort cohort, Action<PageForm> change)
    {
        var held = await Visitor.Register(cohort, Journey.Email, change);
        await Stripe.Pay(await held.GoToPay());
    }
}
