using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.StudentPages;

namespace Sweet.Web.Features.Students.Shared;

internal static class ProblemAnswer
{
    /// <summary>The student's page again, with what went wrong.</summary>
    /// <returns>Not found if the link has been replaced meanwhile.</returns>
    public static async Task<IActionResult> AnswerOnPage(
        this Controller controller, EnrollmentPages pages, string token, string problem, int status, CancellationToken ct) =>
        await pages.Read(token, ct) is { } page
            ? controller.Answer(
                status,
                "/Features/Students/StudentPages/Show.cshtml",
                page with { Problem = problem, IsPaymentLookedUp = PaymentLookup.IsOf(controller.HttpContext, token) })
            : controller.NotFound();
}
