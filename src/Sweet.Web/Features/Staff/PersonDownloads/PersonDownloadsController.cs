using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>Everything that is kept about a person, as one file for whoever asks for it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class PersonDownloadsController(CollectPerson collectPerson) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/downloads")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}");

    [HttpPost("/admin/enrollments/{id:int}/downloads")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await collectPerson.Collect(id, User.AsActor(), ct) is { } person
            ? File(PersonArchive.Of(person), "application/zip", $"everything-about-{person.Number}.zip")
            : NotFound();
}
