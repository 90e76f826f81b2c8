using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Cases;
using Sweet.Web.Cases;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Cases;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Features.Staff.CaseResolutions;

/// <summary>What a person decides on a case: by the same rules as the verb <c>cases resolve</c>.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CaseResolutionsController(CasePages pages, ResolveCase resolveCase) : Controller
{
    [HttpGet("/admin/cases/{id:int}/resolution")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/cases/{id}");

    [HttpPost("/admin/cases/{id:int}/resolution")]
    public async Task<IActionResult> Create(int id, CaseResolutionForm form, CancellationToken ct)
    {
        if (await pages.Find(id, ct) is not { } page) return NotFound();
        if (!TypedSum.TryRead(form.Amount, out var amount)) ModelState.TryAddModelError(nameof(form.Amount), TypedSum.Problem);
        if (!ModelState.IsValid) return Again(page, form);

        var decision = new CaseDecision(form.As!.Value, form.Reason!, amount) { Seen = page.Form.Seen is null ? null : form.Seen ?? "" };
        if (await resolveCase.As(id, decision, User.AsActor(), ct) is not { } refusal) return this.SeeOther($"/admin/cases/{id}");

        page = (await pages.Find(id, ct))!;
        // Pressed twice: it is done.
        if (page.IsResolvedAs(decision.Resolution, User.StaffId())) return this.SeeOther($"/admin/cases/{id}");

        var isOfSum = refusal is CaseRefusal.SumMissing or CaseRefusal.SumNotOwed or CaseRefusal.TakesNoSum;
        var problem = refusal == CaseRefusal.SumNotOwed && amount is { } typed
            ? CaseRefusalText.OfSum(typed, page.Most)
            : CaseRefusalText.InWords(refusal);
        ModelState.AddModelError(isOfSum ? nameof(form.Amount) : "", problem);
        return Again(page, form);
    }

    private ViewResult Again(CasePage page, CaseResolutionForm form)
    {
        // What is so now is what the next press agrees to.
        ModelState.Remove(nameof(form.Seen));
        var shown = page with { Form = new() { As = form.As, Amount = form.Amount, Reason = form.Reason, Seen = page.Form.Seen } };
        return this.Answer(StatusCodes.Status422UnprocessableEntity, "/Features/Staff/Cases/Show.cshtml", shown);
    }
}
