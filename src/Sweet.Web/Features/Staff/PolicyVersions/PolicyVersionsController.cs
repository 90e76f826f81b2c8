using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain.Policies;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PolicyVersions;

/// <summary>What we promise, in dated versions. A version is never edited: who has accepted it keeps it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PolicyVersionsController(PolicyPages pages, AddPolicyVersion addPolicyVersion) : Controller
{
    [HttpGet("/admin/policies")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await pages.All(ct));

    [HttpGet("/admin/policies/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken ct) => await pages.Find(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/policies/{name}/new")]
    public async Task<IActionResult> New(string name, CancellationToken ct) =>
        PolicyNames.KindOf(name) is { } kind ? View(await pages.New(kind, form: null, ct)) : NotFound();

    [HttpGet("/admin/policies/{name}")]
    public IActionResult Edit(string name) => PolicyNames.KindOf(name) is null ? NotFound() : this.SeeOther($"/admin/policies/{name}/new");

    [HttpPost("/admin/policies/{name}")]
    public async Task<IActionResult> Create(string name, PolicyForm form, CancellationToken ct)
    {
        if (PolicyNames.KindOf(name) is not { } kind) return NotFound();
        if (!ModelState.IsValid) return await Again(kind, form, ct);

        var added = await addPolicyVersion.Add(kind, form, User.AsActor(), ct);
        if (added.VersionId is { } id) return this.SeeOther($"/admin/policies/{id}");

        ModelState.AddModelError(added.Field!, added.Why!);
        return await Again(kind, form, ct);
    }

    // With the version that is there by now: the words of both are compared.
    private async Task<IActionResult> Again(PolicyKind kind, PolicyForm form, CancellationToken ct)
    {
        var page = await pages.New(kind, form, ct);
        ModelState.Remove(nameof(form.Seen));
        form.Seen = page.Newest?.Id ?? 0;
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }
}
