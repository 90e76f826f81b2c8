using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>A story in which staff enroll people themselves.</summary>
public abstract class HandStory : PaidStory
{
    protected const string Look = "Show what will happen";

    protected StaffVisitor Admin { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = await StaffVisitor.Admin(Site);
    }

    /// <returns>The page that says what will happen.</returns>
    protected async Task<Page> Asked(Cohort cohort, string way, Action<PageForm>? more = null)
    {
        var page = await Admin.Open($"/admin/cohorts/{cohort.Id}/hand-enrollments/new");
        return await page.Submit(Look, form =>
        {
            form.Fill("First name", "Riley").Fill("Last name", "Sample").Fill("Email address", "riley@clinic.example").Fill("Way", way);
            more?.Invoke(form);
        });
    }

    protected Task<Page> AskedOutside(Cohort cohort) => Asked(cohort, "PaidOutside", f => f
        .Fill("Means", "Check").Fill("Reference", "1042").Fill("ReceivedOn", Today(-2)).Fill("Payer", "Harbor Clinic"));

    protected Task<Page> AskedByInvoice(Cohort cohort) => Asked(cohort, "Invoice", f => f
        .Fill("Payer", "Harbor Clinic").Fill("PayerAddress", "1 Harbor Street").Fill("PayerEmail", "books@harbor.example")
        .Fill("InvoiceNumber", "2026-17").Fill("DueOn", Today(30)));

    protected async Task<Page> Outside(Cohort cohort) =>
        await (await AskedOutside(cohort)).Submit("Enroll Riley Sample, $597.00 received");

    protected async Task<Page> Invoiced(Cohort cohort) =>
        await (await AskedByInvoice(cohort)).Submit("Enroll Riley Sample, $597.00 invoiced");

    protected string Today(int days) => Site.Now.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The student's own page, by the emailed link.</summary>
    protected async Task<Page> Own(string subject) => await Site.NewVisitor().Open((await Mail(subject, "riley@clinic.example")).Link());
}
