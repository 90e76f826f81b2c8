using Sweet.Domain.Courses;

namespace Sweet.Web.Tests.Support;

/// <summary>What most stories begin with.</summary>
public static class Registering
{
    private static int last;

    /// <summary>Fills in what a form must have, with an address of its own.</summary>
    public static PageForm FillIn(this PageForm form, string? email = null) => form
        .Fill("First name", "Ana")
        .Fill("Last name", "Ortiz")
        .Fill("Email address", email ?? $"visitor{Interlocked.Increment(ref last)}@clinic.example")
        .Choose("Profession", "Social worker")
        .Tick("Consent");

    /// <returns>What the site answers: the page of the held seat, if nothing stands against it.</returns>
    public static async Task<Page> Register(this Visitor visitor, Cohort cohort, string? email = null, Action<PageForm>? change = null)
    {
        var page = await visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");
        return await page.Submit(form =>
        {
            form.FillIn(email);
            change?.Invoke(form);
        });
    }

    /// <returns>The address of the payment page at Stripe.</returns>
    public static async Task<string> GoToPay(this Page held)
    {
        var away = await held.Submit("Continue to payment");
        return away.LeadsTo ?? throw new InvalidOperationException($"Not led to Stripe ({away.Status}): {away.Alert} {away.Text}");
    }
}
