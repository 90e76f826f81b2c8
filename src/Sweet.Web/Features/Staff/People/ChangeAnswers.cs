using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.People;

internal static class ChangeAnswers
{
    /// <summary>What follows a change of an account: its page, or the same page with why not.</summary>
    public static async Task<IActionResult> AnswerChange(
        this Controller controller, PeoplePages pages, string id, AccountRefusal? refusal, CancellationToken ct)
    {
        if (refusal is null) return controller.SeeOther($"/admin/people/{id}");
        if (refusal == AccountRefusal.NoSuchPerson || await pages.Find(id, ct) is not { } page) return controller.NotFound();

        var problem = refusal switch
        {
            AccountRefusal.LastAdmin =>
                "Nothing was changed: there would be no admin left who can sign in. Make someone else an admin first.",
            AccountRefusal.NoRole =>
                "Nothing was changed: choose at least one role. To keep someone out, disable the account.",
            AccountRefusal.ChangedMeanwhile =>
                "Nothing was changed: someone else has changed these roles in the meantime. This is how they are now.",
            AccountRefusal.OwnSecondStep =>
                "Nothing was changed: you change your own second step in your profile, with your password.",
            _ => throw new UnreachableException(),
        };
        return controller.Answer(
            StatusCodes.Status422UnprocessableEntity, "/Features/Staff/People/Show.cshtml", page with { Problem = problem });
    }
}
