using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Students.StudentPages;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.Students.Shared;

/// <summary>What was just done, told once on the student's page that follows.</summary>
internal static class Notice
{
    public const string DetailsSaved = "details-saved";
    public const string LinkReplaced = "link-replaced";
    public const string BrowsersLinkReplaced = "browsers-link-replaced";

    private static readonly BrowserNote Note = new("done", TimeSpan.FromMinutes(1));

    public static void Leave(HttpContext context, string notice) => Note.Write(context, notice);

    /// <returns>Null where there is nothing to tell, or it is not so any more.</returns>
    public static string? Take(HttpContext context, EnrollmentPage page)
    {
        var done = Note.Read(context) ?? context.Request.Query[StripeCheckout.CameBack].ToString();
        Note.Remove(context);
        return (done, page.Status) switch
        {
            (DetailsSaved, _) => "Your details are saved.",
            (LinkReplaced, _) =>
                "Your link has been replaced. This page has a new address, and we have emailed it to you. The old link no longer works.",
            (BrowsersLinkReplaced, _) =>
                "Your link has been replaced. This page has a new address, and the old link no longer works. "
                + "The link in our emails still does.",
            (StripeCheckout.NotPaid, EnrollmentStatus.Held) when !page.IsPaymentLookedUp =>
                "You came back without paying. Nothing was charged, and your seat is still held. "
                + "If your card was declined, try another one, or ask your bank why.",
            _ => null,
        };
    }
}
