using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Waitlists;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.Waitlists;

internal static class LineAnswers
{
    public const string View = "/Features/Staff/Waitlists/Change.cshtml";

    /// <summary>What follows a change of the line: the line, or the same page with why not.</summary>
    public static IActionResult AnswerLine(this Controller controller, LineResult result, LineChangePage page) =>
        result switch
        {
            { CohortId: null } => controller.NotFound(),
            { Refusal: null } => controller.SeeOther($"/admin/cohorts/{result.CohortId}/waitlist"),
            { Refusal: { } refusal } => controller.Answer(
                StatusCodes.Status422UnprocessableEntity, View, page with { Problem = InWords(refusal) }),
        };

    internal static string InWords(WaitlistRefusal refusal) => refusal switch
    {
        WaitlistRefusal.NoSeat =>
            "Nothing was offered: no seat is free, or registration is closed. Raise the capacity, or wait until a seat comes free.",
        _ => "Nothing was changed: this person is not waiting anymore. The waitlist shows what happened.",
    };
}
