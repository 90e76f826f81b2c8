using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Staff.Cohorts.States;

internal static class StateAnswers
{
    /// <summary>What follows a change of state: the cohort's page, or the same page with why not.</summary>
    public static async Task<IActionResult> AnswerState(
        this Controller controller, CohortPages pages, int id, StateAnswer answer, CancellationToken ct)
    {
        if (answer is StateAnswer.Done) return controller.SeeOther($"/admin/cohorts/{id}");
        if (answer is not StateAnswer.Refused(var why) || await pages.Find(id, ct) is not { } page) return controller.NotFound();

        return controller.Answer(
            StatusCodes.Status422UnprocessableEntity, "/Features/Staff/Cohorts/Show.cshtml", page with { Problem = why });
    }
}
