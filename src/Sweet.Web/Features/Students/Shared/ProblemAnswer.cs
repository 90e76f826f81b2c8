using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.StudentPages;

namespace Sweet.Web.Features.Students.Shared;

internal static class ProblemAnswer
{
    private const string Changed = "The details of this seat were changed after you opened this page. "
        + "Check them below, correct what is not right, and then go on.";

    /// <summary>
    /// The student's page again, where it shows another student than the button's page did: a stranger who had a link to it may
    /// have written a last word before the link ended.
    /// </summary>
    public static async Task<IActionResult?> AnswerIfChanged(
        this Controller controller, EnrollmentPages pages, string token, string? seenStudent, CancellationToken ct)
    {
        if (seenStudent is null || await pages.Read(token, ct) is not { Status: EnrollmentStatus.Held } page) return null;

        return page.StudentMark == seenStudent
            ? null
            : await controller.AnswerOnPage(pages, token, Changed, StatusCodes.Status422UnprocessableEntity, ct);
    }

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
