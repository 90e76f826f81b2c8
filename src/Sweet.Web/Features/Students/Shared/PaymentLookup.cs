using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Students.Shared;

/// <summary>
/// Remembers, in the browser that came back from Stripe, that nobody could say yet how its payment stands: until then the
/// student's page does not ask for another one.
/// </summary>
internal static class PaymentLookup
{
    private static readonly BrowserNote Note = new("paying", TimeSpan.FromHours(1));

    public static bool IsOf(HttpContext context, string token) => Note.Read(context) == RetiredLink.HashOf(token);

    public static void Begin(HttpContext context, string token) => Note.Write(context, RetiredLink.HashOf(token));

    public static void End(HttpContext context) => Note.Remove(context);
}
