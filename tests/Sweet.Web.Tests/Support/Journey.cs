using Sweet.Domain.Courses;

namespace Sweet.Web.Tests.Support;

/// <summary>The ways that a student goes, up to the point where a story begins.</summary>
internal static class Journey
{
    public const string Email = "ana@clinic.example";

    /// <summary>The form of a cohort, filled in with all that it asks for, and sent.</summary>
    public static async Task<Page> Register(this Visitor visitor, Cohort cohort, string email = Email, Action<PageForm>? change = null)
    {
        var page = await visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        return await page.Submit(form => FillIn(form, email, change));
    }

    public static void FillIn(PageForm form, string email = Email, Action<PageForm>? change = null)
    {
        form.Fill("First name", "Ana").Fill("Last name", "Ortiz").Fill("Email address", email)
            .Choose("Profession", "Social worker").Fill("Consent", "true");
        change?.Invoke(form);
    }

    /// <summary>"Continue to payment"; fails if it does not lead to Stripe.</summary>
    /// <returns>The address of Stripe's page, by which the stand-in knows the session.</returns>
    public static async Task<string> ContinueToPayment(this Page held)
    {
        var answer = await held.Submit("Continue to payment");
        return answer.LeadsTo ?? throw new InvalidOperationException($"{answer.Status}: {answer.Heading}. {answer.Alert}");
    }

    /// <summary>The secret in the address of a student's own page.</summary>
    public static string Token(this Page page) => page.Address.Split('/')[2];
}
