using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Shared;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Vouchers;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>The registration form once more, wherever it was sent from.</summary>
internal static class FormAnswers
{
    public const string View = "/Features/Students/Enrollments/New.cshtml";

    /// <summary>As it is so far, with what the code does: nothing is wrong with what is not filled in yet.</summary>
    public static ViewResult ShowCode(this Controller controller, NewEnrollmentPage page, EnrollmentForm form)
    {
        foreach (var (name, entry) in controller.ModelState)
        {
            if (name == nameof(form.Code)) continue;
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }

        controller.SayWhyNot(page);
        return controller.Shown(
            page, form, controller.ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="reason">Of the seat or of the code; null where the form itself says what is wrong.</param>
    public static ViewResult ShowAgain(this Controller controller, NewEnrollmentPage page, EnrollmentForm form, Enum? reason)
    {
        var state = controller.ModelState;
        if (reason is VoucherRefusal ofCode) state.TryAddModelError(nameof(form.Code), ofCode.InWords());
        else controller.SayWhyNot(page);
        if (reason is EnrollmentRefusal refusal) state.AddModelError("", InWords(refusal, page));
        // The new price is shown, and sent with the next try; the field itself cannot be seen, so its error has no place.
        if (state[nameof(form.SeenPriceMinor)]?.Errors.Count > 0)
            state.AddModelError("", InWords(EnrollmentRefusal.PriceChanged, page));
        return controller.Shown(page, form, StatusCodes.Status422UnprocessableEntity);
    }

    public static void SayWhyNot(this Controller controller, NewEnrollmentPage page)
    {
        if (page.Voucher?.Refusal is { } refusal) controller.ModelState.TryAddModelError(nameof(EnrollmentForm.Code), refusal.InWords());
    }

    private static string InWords(EnrollmentRefusal refusal, NewEnrollmentPage page) =>
        refusal == EnrollmentRefusal.PriceChanged && page.VoucherInWords is { } words
            ? $"{words} If you agree, send the form again."
            : refusal.InWords(page.HoldMinutes);

    private static ViewResult Shown(this Controller controller, NewEnrollmentPage page, EnrollmentForm form, int status)
    {
        controller.ModelState.Remove(nameof(form.SeenPriceMinor));
        form.SeenPriceMinor = page.Total.Minor;
        return controller.Answer(status, View, page with { Form = form });
    }
}
